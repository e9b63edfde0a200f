import type { Piece } from './body.ts';
import { withOne } from './collect.ts';
import { writtenKeyLine, type KeyLine } from './field.ts';
import { WrittenId } from './heading.ts';
import type { Reading } from './reading.ts';
import type { Field, Scope } from './scope.ts';
import { isPlainSlug } from './slug.ts';
import { BACKSLASH, COLON, EQUALS, TRAILING } from './signs.ts';

/**
 * What stands below a heading, if all of it is written as nearly everything is: an id, text at the margin and bullets without
 * colons, or text and boxes, then facts as the format writes them. It gives what `readAnyScope` gives, from a few characters of each line;
 * undefined where anything else stands, whether it is right or wrong.
 */
export function readPlainScope(reading: Reading, from: number, to: number): Scope | undefined {
	if (reading.inert.size > 0 || reading.has(BACKSLASH)) return undefined;
	const { text } = reading;
	let id: WrittenId | undefined;
	let content: Piece[] | undefined;
	let boxes: Piece[] | undefined;
	let fields: Field[] | undefined;
	/** The last stretch of text, while nothing else has followed; how many bullets have followed the last one. */
	let prose: Piece | undefined;
	let bullets = 0;
	/** The option or bullet to which lines that are indented belong. */
	let item: Piece | undefined;
	for (let at = from; at < to; at++) {
		const start = reading.startOf(at);
		const end = reading.endOf(at);
		if (start === end) continue;
		const signs = reading.signsOf(at);
		if ((signs & TRAILING) !== 0) return undefined;
		const code = text.charCodeAt(start);
		if (!fields && !boxes && beginsText(text, start, code)) {
			// Directly below a bullet it would belong to that.
			if (item && reading.endOf(at - 1) > reading.startOf(at - 1)) return undefined;
			item = undefined;
			bullets = 0;
			if (prose) prose.to = at + 1;
			else content = withOne(content, (prose = piece('prose', at)));
		} else if (code === HYPHEN && text.charCodeAt(start + 1) === BLANK) {
			const third = text.charCodeAt(start + 2);
			if (third === BRACKET && isBox(text, start)) {
				if (bullets > 0 || fields) return undefined;
				item = piece('box', at);
				(boxes ??= []).push(item);
			} else if (isLetter(third) || third === ASTERISK) {
				const keyLine = (signs & COLON) === 0 ? undefined : writtenKeyLine(text, start);
				if (keyLine) {
					// A fact of several lines is left to the reader of anything.
					item = undefined;
					(fields ??= []).push(plainField(reading, { start, end, at, keyLine }));
				} else if (fields || boxes || (signs & (COLON | EQUALS)) !== 0) return undefined;
				else {
					item = piece('bullet', at);
					content = withOne(content, item);
					bullets++;
				}
			} else return undefined;
			prose = undefined;
		} else if (item && code === BLANK && text.charCodeAt(start + 1) === BLANK) {
			item.to = at + 1;
		} else if (code === LESS && !id && !content && !boxes && !fields) {
			id = writtenIdOn(reading, at);
			if (!id) return undefined;
		} else return undefined;
	}
	// A single bullet between text and facts may be a fact that lacks its colon, and a last line of text one that lacks its bullet.
	if (fields && bullets === 1 && content && content.length > 1) return undefined;
	if (prose && mayBeFact(reading, prose.to - 1)) return undefined;
	return { ids: id ? [id] : NONE, strayIds: NONE, content: content ?? NONE, boxes: boxes ?? NONE, fields: fields ?? NONE };
}

const NONE: readonly never[] = [];

const BLANK = 32;
const HYPHEN = 45;
const LESS = 60;
const ASTERISK = 42;
const BRACKET = 91;
const BAR = 124;

function piece(kind: Piece['kind'], at: number): Piece {
	return { kind, from: at, to: at + 1, plain: true, keyLine: undefined };
}

function plainField(reading: Reading, { start, end, at, keyLine }: { start: number; end: number; at: number; keyLine: KeyLine }): Field {
	const { key, name, valueFrom } = keyLine;
	const { text } = reading;
	const meaning = reading.meanings.of(key, text, start + valueFrom, end);
	return {
		key,
		name,
		value: meaning?.value ?? text.slice(start + valueFrom, end),
		line: at,
		endLine: at + 1,
		keyLine,
		valueTo: end - start,
		meaning
	};
}

const ID = '<!-- #';
const ID_END = ' -->';

/** The id on a line that is nothing but `<!-- #id -->`, of letters, digits and hyphens. */
function writtenIdOn(reading: Reading, at: number): WrittenId | undefined {
	const { text } = reading;
	const start = reading.startOf(at);
	const end = reading.endOf(at);
	const from = start + ID.length;
	const to = end - ID_END.length;
	if (from >= to || !text.startsWith(ID, start) || !text.startsWith(ID_END, to)) return undefined;
	for (let inside = from; inside < to; inside++) {
		const code = text.charCodeAt(inside);
		if (code !== HYPHEN && !(code >= 48 && code <= 57) && !isLetter(code)) return undefined;
	}
	const id = text.slice(from, to);
	return new WrittenId(id, at, { open: 0, from: ID.length, close: end - start }, true, isPlainSlug(id));
}

/** Whether a line of text has a colon and does not begin with a small letter. */
function mayBeFact(reading: Reading, at: number): boolean {
	const code = reading.text.charCodeAt(reading.startOf(at));
	return (reading.signsOf(at) & COLON) !== 0 && !(code >= 97 && code <= 122);
}

/** Whether a character is a letter of ASCII, or one of the scripts whose signs are all letters, marks or digits. */
function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && isOtherLetter(code));
}

function isOtherLetter(code: number): boolean {
	if (code < 0x1680) return code !== 0xd7;
	return (code >= 0x3041 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}

/** Whether a line that begins with this character is text, a line of a numbered list or of a table, whatever follows. */
function beginsText(text: string, start: number, code: number): boolean {
	if (isLetter(code) || (code >= 48 && code <= 57)) return true;
	// Two asterisks begin bold words; one may be a bullet.
	if (code === ASTERISK) return text.charCodeAt(start + 1) === ASTERISK;
	return code === BAR || code === 34 || code === 39 || code === 40 || (code >= 0x2018 && code <= 0x201f);
}

/** Whether a line begins with a box that is well made, with text directly behind its blank. */
function isBox(text: string, start: number): boolean {
	const sign = text.charCodeAt(start + 3);
	if (sign !== BLANK && sign !== 120 && sign !== 88) return false;
	if (text.charCodeAt(start + 4) !== 93 || text.charCodeAt(start + 5) !== BLANK) return false;
	const first = text.charCodeAt(start + 6);
	return first > BLANK && first !== 0xfe0f;
}
