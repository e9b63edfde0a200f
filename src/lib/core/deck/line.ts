import { drawnBulletText, hardBulletText, readBox } from './box.ts';
import { headingLevel } from './cut.ts';
import { bulletText, readKeyLine } from './field.ts';
import { readIdComment } from './heading.ts';
import { firstInk, indentOf } from './lines.ts';

/**
 * What a line of a note is, seen by itself. `inner`: indented far enough to belong to the list item above it;
 * `block`: begins something that is no paragraph (a table row); `code`: inside a fence; `rule`: `---`;
 * `underline`: `===`; `deep`: `####` or deeper.
 */
export type LineKind =
	| 'blank'
	| 'id'
	| 'comment'
	| 'code'
	| 'box'
	| 'bullet'
	| 'inner'
	| 'numbered'
	| 'quote'
	| 'rule'
	| 'underline'
	| 'step'
	| 'deep'
	| 'block'
	| 'text';

/** The kind of a line outside fences and comments. `itemIndent`: where the text of the open list item begins; 0 if none is open. */
export function kindOfLine(line: string, at: number, itemIndent: number): LineKind {
	const code = line.charCodeAt(0);
	// Nearly every line begins with a letter.
	if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'text';
	if (line === '') return 'blank';
	let ink = code === 32 || code === 9 ? firstInk(line) : 0;
	const indent = ink > 0 ? indentOf(line) : 0;
	// What is no sign of plain ASCII may be a blank of another kind.
	if (!isPlainSign(line.charCodeAt(ink))) ink = line.length - line.trimStart().length;
	if (ink === line.length) return 'blank';
	const first = line.charCodeAt(ink);
	if (itemIndent > 0 && indent >= itemIndent) return 'inner';
	if (indent > 3) return itemIndent > 0 && indent >= 2 ? 'inner' : 'text';
	switch (first) {
		case 35:
			return kindOfHeading(line);
		case 60:
			if (readIdComment(line, at, ink, true)) return 'id';
			return line.startsWith('<!--', ink) ? 'comment' : 'text';
		case 62:
			return 'quote';
		case 61:
			return isRun(line.trim(), '=') ? 'underline' : 'text';
		case 124:
			return 'block';
		case 45:
		case 42:
		case 43:
			return kindOfBullet(line, ink);
		default:
			return isPlainSign(first) ? kindOfPlain(line, first) : kindOfOther(line, line.trim());
	}
}

function isPlainSign(code: number): boolean {
	return code > 32 && code < 127;
}

function kindOfBullet(line: string, ink: number): LineKind {
	const second = line.charCodeAt(ink + 1);
	const third = line.charCodeAt(ink + 2);
	// "- " and a letter, by far the most frequent, is neither a line across the page nor a box.
	if (ink === 0 && second === 32 && ((third > 96 && third < 123) || (third > 64 && third < 91))) return 'bullet';
	const trimmed = line.trim();
	if (isDashes(trimmed)) return 'rule';
	if (readBox(line)) return 'box';
	if (bulletText(line) >= 0) return isThematic(trimmed) ? 'text' : 'bullet';
	const hard = hardBulletText(line);
	return hard >= 0 && readKeyLine(line, hard)?.key !== undefined ? 'bullet' : 'text';
}

function kindOfPlain(line: string, first: number): LineKind {
	if (first >= 48 && first <= 57) return orderedText(line) >= 0 ? 'numbered' : 'text';
	return first === 91 && readBox(line) ? 'box' : 'text';
}

function kindOfHeading(line: string): LineKind {
	const level = headingLevel(line);
	if (level === 3) return 'step';
	return level > 3 ? 'deep' : 'text';
}

/** A line that begins with a sign that is not of plain ASCII. */
function kindOfOther(line: string, trimmed: string): LineKind {
	const char = trimmed.charAt(0);
	if (char === '\u2013' || char === '\u2014') return isDashes(trimmed) ? 'rule' : 'text';
	if (trimmed.charCodeAt(0) < 128) return 'text';
	if (readBox(line)) return 'box';
	return drawnBulletText(line) >= 0 ? 'bullet' : 'text';
}

function isRun(trimmed: string, char: string): boolean {
	for (let at = 0; at < trimmed.length; at++) if (trimmed.charAt(at) !== char) return false;
	return true;
}

/** `---`, also where a keyboard has made a dash of two hyphens. */
function isDashes(trimmed: string): boolean {
	let width = 0;
	for (let at = 0; at < trimmed.length; at++) {
		const char = trimmed.charAt(at);
		if (char === '-') width++;
		else if (char === '\u2014' || char === '\u2013') width += 2;
		else return false;
	}
	return width >= 3;
}

/** `* * *` and the like: a line across the page, not a bullet. */
function isThematic(trimmed: string): boolean {
	const char = trimmed.charAt(0);
	let count = 0;
	for (let at = 0; at < trimmed.length; at++) {
		if (trimmed.charAt(at) === char) count++;
		else if (trimmed.charAt(at) !== ' ') return false;
	}
	return count >= 3;
}

/** Where the text of a numbered line (`1. `, `1) `) begins, or -1. */
export function orderedText(line: string): number {
	const start = line.length - line.trimStart().length;
	let at = start;
	while (at - start < 9 && line.charCodeAt(at) >= 48 && line.charCodeAt(at) <= 57) at++;
	if (at === start || (line.charAt(at) !== '.' && line.charAt(at) !== ')')) return -1;
	at++;
	if (line.charAt(at) !== ' ' && line.charAt(at) !== '\t') return line.length === at ? at : -1;
	while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at++;
	return at;
}
