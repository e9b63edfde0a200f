import { isInvisible } from './direction.ts';
import { LONGEST_LINE } from './limits.ts';

/** Signs that hardly any line has, so that what needs them is looked for only where they are. */
export const BACKSLASH = 1;
/** `![`. */
export const PICTURE = 2;
/** `==` or `{{`. */
export const MARK = 4;
/** Three backticks or tildes. */
export const FENCE = 8;

/** What one pass over the characters of a text tells. */
export interface Scanned {
	/** Where each line begins, and where the one after the last would. */
	readonly starts: Int32Array;
	/** For each line, which signs it has. */
	readonly signs: Uint8Array;
	/** The size of the text as UTF-8. */
	readonly bytes: number;
	/** Whether no line is too long and no character invisible. */
	readonly calm: boolean;
}

/** Looks once at every character of a text whose lines end in LF. */
export function scan(text: string): Scanned {
	let starts = new Int32Array(FEW_LINES);
	let signs = new Uint8Array(FEW_LINES);
	let bytes = text.length;
	let calm = true;
	let line = 0;
	let start = 0;
	let found = 0;
	// The end of the text ends a line too.
	for (let at = 0; at <= text.length; at++) {
		const code = at < text.length ? text.charCodeAt(at) : LF;
		// Letters and blanks are nearly all.
		if ((code > 96 && code < 123) || code === 32 || (code > 61 && code < 91)) continue;
		if (code >= 128) {
			bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
			if (code >= 0x61c && isInvisible(code)) calm = false;
		} else if (code === LF) {
			if (line + 1 === signs.length) {
				starts = grown(starts, new Int32Array(4 * signs.length));
				signs = grown(signs, new Uint8Array(4 * signs.length));
			}
			if (at - start > LONGEST_LINE) calm = false;
			start = at + 1;
			signs[line++] = found;
			starts[line] = start;
			found = 0;
		} else if (code === 92) found |= BACKSLASH;
		else if (code === 91) found |= text.charCodeAt(at - 1) === 33 ? PICTURE : 0;
		else if (code === 96 || code === 126) found |= text.charCodeAt(at - 1) === code && text.charCodeAt(at - 2) === code ? FENCE : 0;
		else if (code === 61 || code === 123) found |= text.charCodeAt(at - 1) === code ? MARK : 0;
	}
	return { starts: starts.slice(0, line + 1), signs: signs.slice(0, line), bytes, calm };
}

const LF = 10;
const FEW_LINES = 1024;

function grown<T extends Int32Array | Uint8Array>(small: T, large: T): T {
	large.set(small);
	return large;
}
