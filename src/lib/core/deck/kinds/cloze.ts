import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Piece } from '../body.ts';
import type { Reading } from '../reading.ts';
import type { Card, Fresh } from '../draft.ts';
import { findMarks, writeMark, type FoundMark, type Marks } from '../marks.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { textOf } from '../scope.ts';
import { MARK } from '../signs.ts';

/** The first four hex digits of the SHA-256 of a text. */
export function shortHash(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 2));
}

/** The part of hidden words without letters, where they are not given a name. */
const NAMELESS = 'cloze:';

/** A text with hidden places. */
export function readCloze(card: Card): Fresh | undefined {
	const { reading, scope, prompt } = card;
	const text = textOf(reading, scope.content);
	// What has been found in plain lines is found in their text, but for names of hidden words without letters.
	const known = scope.content[0]?.plain === true ? card.marks?.marks : undefined;
	const marks = known?.every(({ mark }) => mark.part !== NAMELESS) ? known : findMarks(text, shortHash).marks;
	if (marks.length === 0) {
		const message = 'This card hides nothing. Write == on both sides of the words to hide.';
		reading.problems.push(problem('E504', rangeOn(0, card.heading.from, card.heading.to), message));
		return undefined;
	}
	const { id, idWritten, facts, section } = card;
	const shown = withPlainMarks(text, marks);
	const own = marks.map(({ mark }) => mark);
	if (section === undefined) return { kind: 'cloze', id, idWritten, prompt: prompt.text, text: shown, marks: own, facts };
	return { kind: 'cloze', id, idWritten, prompt: prompt.text, text: shown, marks: own, facts, section };
}

/** The text with Anki's marks rewritten to our own. */
function withPlainMarks(text: string, marks: readonly FoundMark[]): string {
	if (!marks.some((mark) => mark.anki)) return text;
	let written = '';
	let done = 0;
	for (const mark of marks) {
		written += text.slice(done, mark.from) + (mark.anki ? writeMark(mark.mark) : text.slice(mark.from, mark.to));
		done = mark.to;
	}
	return written + text.slice(done);
}

/** The marks of the content as it stands in the lines from one on. */
interface ContentMarks {
	readonly marks: Marks;
	readonly text: string;
	readonly line: number;
}

export function contentMarks({ lines, inert }: Pick<Reading, 'lines' | 'inert'>, content: readonly Piece[]): ContentMarks | undefined {
	const first = content[0];
	const last = content[content.length - 1];
	if (!first || !last || !content.some((piece) => hasMark(lines, piece))) return undefined;
	// Blanked lines keep the places of the others, so that an index tells its line and column.
	const own = new Set<number>();
	for (const piece of content) for (let at = piece.from; at < piece.to; at++) own.add(at);
	const shown = lines.slice(first.from, last.to).map((line, at) => (own.has(at + first.from) && !inert.has(at + first.from) ? line : ''));
	const text = shown.join('\n');
	return { marks: findMarks(text, noName), text, line: first.from };
}

/** The marks of content that is as it is written. */
function plainMarks(reading: Reading, first: Piece, last: Piece): ContentMarks | undefined {
	const text = reading.between(first.from, last.to);
	if (!mayHaveMark(text)) return undefined;
	return { marks: findMarks(text, noName), text, line: first.from };
}

function noName(): string {
	return '';
}

function hasMark(lines: readonly string[], piece: Piece): boolean {
	for (let at = piece.from; at < piece.to; at++) {
		if (mayHaveMark(lines[at] ?? '')) return true;
	}
	return false;
}

function mayHaveMark(text: string): boolean {
	return text.includes('==') || text.includes('{{c');
}

/** The marks of the content; those that have no partner are reported. */
export function checkMarks(reading: Reading, content: readonly Piece[]): Marks | undefined {
	const first = content[0];
	const last = content[content.length - 1];
	if (!first || !last || !reading.has(MARK)) return undefined;
	const found = first.plain ? plainMarks(reading, first, last) : contentMarks(reading, content);
	if (!found) return undefined;
	if (found.marks.unpaired.length + found.marks.torn.length > 0) reportMarks(reading, found);
	return found.marks;
}

function reportMarks({ problems }: Reading, found: ContentMarks): void {
	const { marks, text } = found;
	const place = placesIn(found);
	for (const at of marks.unpaired) {
		const { line, column } = place(at);
		const anki = text.charAt(at) === '{';
		const message = anki
			? '{{c… is opened here and never closed. Write }} after the hidden words.'
			: '== stands here without its partner. Write == on both sides of the words to hide, or delete it.';
		problems.push(problem('E401', rangeOn(line, column, column + (anki ? 3 : 2)), message));
	}
	for (const { from, to } of marks.torn) {
		const start = place(from);
		const end = place(to);
		const range = { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
		const message = 'The hidden words reach over more than one paragraph. Hide them paragraph by paragraph.';
		problems.push(problem('E405', range, message));
	}
}

/** Tells the line and column of an index into the text of the marks; asked for in any order. */
export function placesIn({ text, line: firstLine }: ContentMarks): (index: number) => { line: number; column: number } {
	const starts: number[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		starts.push(start);
		start += line.length + 1;
	}
	return (index) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= index) low = middle;
			else high = middle - 1;
		}
		return { line: firstLine + low, column: index - (starts[low] ?? 0) };
	};
}
