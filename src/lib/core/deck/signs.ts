import { isInvisible } from './direction.ts';
import { LONGEST_LINE } from './limits.ts';

/** Signs that few lines have, so that what needs them is looked for only where they are. */
export const BACKSLASH = 1;
/** `![`. */
export const PICTURE = 2;
/** `==` or `{{`. */
export const MARK = 4;
/** Three backticks or tildes. */
export const FENCE = 8;
/** `:`, also of full width. */
export const COLON = 16;
/** `=`. */
export const EQUALS = 32;
/** A blank of any kind at the end, or one that is not of plain ASCII. */
export const TRAILING = 64;

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
	/** Whether no line even begins as those do that may be too deep. */
	readonly flat: boolean;
}

/** For each character of ASCII, whether it must be looked at. A table, as letters and blanks change places too often to be guessed. */
const LOOKED_AT = new Uint8Array(128);
for (const char of '\n\\[`~={:') LOOKED_AT[char.charCodeAt(0)] = 1;

/** Looks once at every character of a text whose lines end in LF. */
export function scan(text: string): Scanned {
	let room = FEW_LINES + (text.length >> 4);
	let starts = new Int32Array(room);
	let signs = new Uint8Array(room);
	let bytes = text.length;
	let calm = true;
	let flat = !mayBeIndented(text, 0);
	let line = 0;
	let found = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 128) {
			if (LOOKED_AT[code] === 0) continue;
			if (code !== LF) {
				found |= signAt(text, at, code);
				continue;
			}
			signs[line++] = found | endSign(text, at);
			starts[line] = at + 1;
			found = 0;
			if (flat && mayBeIndented(text, at + 1)) flat = false;
			if (line + 2 < room) continue;
			room *= 2;
			starts = grown(starts, new Int32Array(room));
			signs = grown(signs, new Uint8Array(room));
		} else {
			bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
			if (code === 0xff1a) found |= COLON;
			else if (code >= 0x61c && isInvisible(code)) calm = false;
		}
	}
	// The end of the text ends a line too.
	signs[line++] = found | endSign(text, text.length);
	starts[line] = text.length + 1;
	starts = starts.slice(0, line + 1);
	return { starts, signs: signs.slice(0, line), bytes, calm: calm && !hasLongLine(starts), flat };
}

const LF = 10;
const FEW_LINES = 1024;

function endSign(text: string, end: number): number {
	return end > 0 && mayBeBlank(text.charCodeAt(end - 1)) ? TRAILING : 0;
}

/** Whether a line begins with a blank, a tab or a quote's sign and has another one four characters further: a tab is four columns wide. */
function mayBeIndented(text: string, start: number): boolean {
	const code = text.charCodeAt(start);
	return (code === 32 || code === 9 || code === 62) && isIndent(text.charCodeAt(start + 4));
}

function isIndent(code: number): boolean {
	return code === 32 || code === 9 || code === 62;
}

function hasLongLine(starts: Int32Array): boolean {
	for (let line = 1; line < starts.length; line++) if ((starts[line] ?? 0) - (starts[line - 1] ?? 0) > LONGEST_LINE + 1) return true;
	return false;
}

function signAt(text: string, at: number, code: number): number {
	if (code === 58) return COLON;
	if (code === 92) return BACKSLASH;
	const before = text.charCodeAt(at - 1);
	if (code === 91) return before === 33 ? PICTURE : 0;
	if (code === 61) return before === 61 ? EQUALS | MARK : EQUALS;
	if (code === 123) return before === 123 ? MARK : 0;
	return before === code && text.charCodeAt(at - 2) === code ? FENCE : 0;
}

/** Whether a character is a blank, or one beyond ASCII that may be: letters up to those of Asia's south are none. */
export function mayBeBlank(code: number): boolean {
	return (code <= 32 && code !== LF) || (code >= 127 && (code <= 0xa0 || (code >= 0x1680 && (code <= 0x200f || isRareBlank(code)))));
}

function isRareBlank(code: number): boolean {
	return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}

function grown<T extends Int32Array | Uint8Array>(small: T, large: T): T {
	large.set(small);
	return large;
}
