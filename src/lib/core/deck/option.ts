import type { Piece } from './body.ts';
import type { Reading } from './reading.ts';
import { readBox, type Box } from './box.ts';
import { bulletText, readKeyLine } from './field.ts';
import { dedent, firstInk, indentOf, isBlank, joinLines } from './lines.ts';
import { problem, type Range } from './problem.ts';
import { rangeOn, replace } from './range.ts';
import { readField, type Field } from './scope.ts';

/** An option as it stands in the text. */
export interface ReadOption {
	readonly text: string;
	readonly right: boolean;
	readonly feedback: string | undefined;
	readonly fields: readonly Field[];
	readonly line: number;
	/** Where its text begins and ends on its first line. */
	readonly textFrom: number;
	readonly textTo: number;
	/** How many lines the option's text takes, without feedback and facts. */
	readonly textLines: number;
	/** The lines of its feedback that begin with `>`. */
	readonly quotes: readonly number[];
}

/** Whether the box of an option is ticked. */
export function isRight(reading: Reading, piece: Piece): boolean {
	if (piece.plain) return reading.text.charCodeAt(reading.startOf(piece.from) + 3) !== 32;
	return readBox(reading.line(piece.from))?.right === true;
}

/** Where the text of an option's first line stands. */
export function optionRange({ line, textFrom, textTo }: ReadOption): Range {
	return rangeOn(line, textFrom, textTo);
}

/** Reads the options that begin with these boxes. */
export function readOptions(reading: Reading, pieces: readonly Piece[]): ReadOption[] {
	return pieces.map((piece) => readOption(reading, piece));
}

/** Reads an option: its box, its text, the feedback in quotes below it, and the facts below that. */
export function readOption(reading: Reading, piece: Piece): ReadOption {
	return (piece.plain && readPlainOption(reading, piece)) || readAnyOption(reading, piece);
}

/** An option whose box is well made, of one line, or with one line of feedback below it. */
function readPlainOption(reading: Reading, piece: Piece): ReadOption | undefined {
	const { from, to } = piece;
	const { text } = reading;
	const start = reading.startOf(from);
	const end = reading.endOf(from);
	const option: Writable = {
		text: text.slice(start + BOX, end),
		right: isRight(reading, piece),
		feedback: undefined,
		fields: NO_FIELDS,
		line: from,
		textFrom: BOX,
		textTo: end - start,
		textLines: 1,
		quotes: NO_LINES
	};
	if (to === from + 1) return option;
	const below = reading.startOf(from + 1);
	if (to > from + 2 || !text.startsWith('  > ', below)) return undefined;
	option.feedback = text.slice(below + 4, reading.endOf(from + 1));
	option.quotes = [from + 1];
	return option;
}

const BOX = '- [ ] '.length;

function readAnyOption(reading: Reading, piece: Piece): ReadOption {
	const first = reading.line(piece.from);
	const box = readBox(first);
	if (box?.mistake) reportBox(reading, piece.from, box.mistake);
	const textFrom = box?.textFrom ?? 0;
	const read: Writable = {
		text: '',
		right: box?.right ?? false,
		feedback: undefined,
		fields: NO_FIELDS,
		line: piece.from,
		textFrom,
		textTo: Math.max(textFrom, first.trimEnd().length),
		textLines: 1,
		quotes: NO_LINES
	};
	if (piece.to === piece.from + 1) read.text = first.slice(textFrom).trimEnd();
	else readBelow(reading, piece, read);
	return read;
}

type Writable = { -readonly [K in keyof ReadOption]: ReadOption[K] };
const NO_FIELDS: readonly Field[] = [];
const NO_LINES: readonly number[] = [];

/** Reads an option that has more than one line. */
function readBelow(reading: Reading, piece: Piece, read: Writable): void {
	const { lines, inert } = reading;
	const first = lines[piece.from] ?? '';
	const indent = indentOf(first) + 2;
	const text = [first.slice(read.textFrom)];
	const feedback: string[] = [];
	const quotes: number[] = [];
	let fields: Field[] | undefined;
	const bullets: number[] = [];
	let outdented: number[] | undefined;
	let quoting = false;
	for (let at = piece.from + 1; at < piece.to; at++) {
		const line = dedent(lines[at] ?? '', indent);
		const ink = firstInk(line);
		if (inert.size > 0 && inert.has(at)) (quoting ? feedback : text).push(line);
		else if (line.charCodeAt(ink) === 62) {
			if (indentOf(lines[at] ?? '') < 1) (outdented ??= []).push(at);
			quotes.push(at);
			feedback.push(line.slice(line.charCodeAt(ink + 1) === 32 ? ink + 2 : ink + 1));
			quoting = true;
		} else if (isBlank(line)) {
			if (!quoting) text.push('');
			quoting = false;
		} else if (isFact(line, fields !== undefined)) {
			const end = endOfFact(reading, at, piece.to, indentOf(lines[at] ?? ''));
			const field = readField(reading, at, end);
			if (field) (fields ??= []).push(field);
			quoting = false;
			at = end - 1;
		} else {
			if (!quoting && bulletText(line) >= 0) bullets.push(at);
			(quoting ? feedback : text).push(quoting ? line.trim() : line);
		}
	}
	if (outdented) reportOutdented(reading, outdented);
	if (quotes.length === 0) warnOfBullet(reading, bullets, piece);
	const said = joinLines(feedback);
	if (said !== '') read.feedback = said;
	if (fields) read.fields = fields;
	read.text = joinLines(text);
	read.textLines = text.length;
	read.quotes = quotes;
}

/** Whether a line inside an option is a fact: a known key, or any key after the first fact. */
function isFact(line: string, afterFacts: boolean): boolean {
	const from = bulletText(line);
	const keyLine = from < 0 ? undefined : readKeyLine(line, from);
	return keyLine?.key !== undefined || keyLine?.near !== undefined || (afterFacts && keyLine !== undefined);
}

function endOfFact({ lines }: Reading, from: number, to: number, indent: number): number {
	let end = from + 1;
	while (end < to) {
		const line = lines[end] ?? '';
		if (isBlank(line) || bulletText(line) >= 0 || line.charAt(firstInk(line)) === '>' || indentOf(line) < indent) break;
		end++;
	}
	return end;
}

function reportBox({ lines, problems }: Reading, at: number, mistake: NonNullable<Box['mistake']>): void {
	const range = rangeOn(at, mistake.from, mistake.to);
	const typed = (lines[at] ?? '').slice(mistake.from, mistake.to).trim();
	const fix = replace(`Write "${mistake.write.trim()}"`, range, mistake.write);
	const message =
		typed.includes('\u00a0') || typed.includes('\u202f')
			? 'A no-break space stands at this box, so that Markdown sees none. Write "- [ ] " for a wrong option or "- [x] " for a right one.'
			: mistake.code === 'E305'
				? `"${typed}" is almost a box. Write "- [ ] " for a wrong option or "- [x] " for a right one.`
				: `"${typed}" is drawn, not typed. Write "- [ ] " for a wrong option or "- [x] " for a right one.`;
	problems.push(problem(mistake.code, range, message, { fix }));
}

function reportOutdented({ lines, problems }: Reading, at: readonly number[]): void {
	const first = at[0];
	if (first === undefined) return;
	const edits = at.map((line) => ({ range: rangeOn(line, 0, 0), text: '  ' }));
	const range = rangeOn(first, 0, (lines[first] ?? '').trimEnd().length);
	const message = 'This feedback stands at the margin. Put two spaces before it, so that it belongs to its option everywhere.';
	problems.push(problem('I301', range, message, { fix: { title: 'Indent the feedback', edits } }));
}

/** A single bullet inside an option that has no feedback: part of the option all the same, but most likely meant as its feedback. */
function warnOfBullet({ lines, problems }: Reading, bullets: readonly number[], piece: Piece): void {
	const at = bullets[0];
	if (at === undefined || bullets.length > 1) return;
	const line = lines[at] ?? '';
	const ink = firstInk(line);
	let end = at + 1;
	while (end < piece.to && isBlank(lines[end] ?? '')) end++;
	const fix = end === piece.to ? { fix: replace('Make it feedback', rangeOn(at, ink, bulletText(line)), '> ') } : {};
	const message = 'This bullet is shown as part of the option above it. If it says why the option is right or wrong, begin it with "> ".';
	problems.push(problem('W308', rangeOn(at, ink, line.trimEnd().length), message, fix));
}
