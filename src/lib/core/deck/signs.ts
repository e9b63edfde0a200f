import { isInvisible } from './direction.ts';
import { LONGEST_LINE } from './limits.ts';

/** Signs that hardly any line has, so that what needs them is looked for only where they are. */
export const BACKSLASH = 1;
/** `![`. */
export const PICTURE = 2;
/** `==` or `{{`. */
export const MARK = 4;

/** What one pass over the characters of a text tells. */
export interface Scanned {
	/** For each line, which signs it has. */
	readonly signs: Uint8Array;
	/** The size of the text as UTF-8. */
	readonly bytes: number;
	/** Whether no line is too long and no character invisible. */
	readonly calm: boolean;
}

/** Looks once at every character of a text whose lines end in LF. */
export function scan(text: string, lines: number): Scanned {
	const signs = new Uint8Array(lines);
	let bytes = text.length;
	let calm = true;
	let line = 0;
	let start = 0;
	let found = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Small letters and blanks are nearly all.
		if (code === 32 || (code > 96 && code < 123)) continue;
		if (code === 10) {
			signs[line++] = found;
			if (at - start > LONGEST_LINE) calm = false;
			start = at + 1;
			found = 0;
		} else if (code >= 128) {
			bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
			if (code >= 0x61c && isInvisible(code)) calm = false;
		} else if (code === 92) found |= BACKSLASH;
		else if (code === 91) found |= text.charCodeAt(at - 1) === 33 ? PICTURE : 0;
		else if (code === 61 || code === 123) found |= text.charCodeAt(at - 1) === code ? MARK : 0;
	}
	signs[line] = found;
	return { signs, bytes, calm: calm && text.length - start <= LONGEST_LINE };
}
