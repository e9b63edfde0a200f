import type { Reading } from './reading.ts';
import type { Problem, Range } from './problem.ts';
import { problem } from './problem.ts';
import { insert, rangeOn, replace } from './range.ts';
import { isSlug, slugOf } from './slug.ts';

/** An id as it stands in the text. Nearly every card has one: its places are kept as columns of its line, and made into ranges when asked for. */
export class WrittenId {
	readonly id: string;
	/** The index of its line. */
	readonly line: number;
	/** Where the comment or the braces around it begin and end. */
	readonly open: number;
	readonly close: number;
	private readonly from: number;
	/** Whether it stands alone on a line of its own. */
	readonly ownLine: boolean;
	/** Whether it is known to be written as the format writes it. */
	readonly plain: boolean;

	constructor(
		id: string,
		line: number,
		at: { readonly open: number; readonly from: number; readonly close: number },
		ownLine: boolean,
		plain = false
	) {
		this.plain = plain;
		this.id = id;
		this.line = line;
		this.open = at.open;
		this.from = at.from;
		this.close = at.close;
		this.ownLine = ownLine;
	}

	/** The id itself. */
	get range(): Range {
		return rangeOn(this.line, this.from, this.from + this.id.length);
	}

	/** With what surrounds it, for removing or moving it. */
	get whole(): Range {
		return rangeOn(this.line, this.open, this.close);
	}
}

/** A heading line, taken apart. Columns count from 0. */
export interface Heading {
	readonly level: number;
	/** The heading without hashes and id. */
	readonly text: string;
	readonly from: number;
	readonly to: number;
	readonly id: WrittenId | undefined;
}

/** Reads a heading line (`headingLevel` says that it is one). */
export function readHeading(line: string, at: number, problems: Problem[]): Heading {
	const hash = line.indexOf('#');
	let from = hash;
	while (line.charCodeAt(from) === 35) from++;
	const level = from - hash;
	const next = line.charAt(from);
	if (next !== '' && next !== ' ' && next !== '\t') {
		const marks = '#'.repeat(level);
		const hard = next === '\u00a0' || next === '\u202f';
		const title = `Put a space after ${marks}`;
		const fix = hard ? replace(title, rangeOn(at, from, from + 1), ' ') : insert(title, at, from, ' ');
		problems.push(
			problem('E101', rangeOn(at, hash, from), `This heading has no space after ${marks}. Write "${marks} " and then the heading.`, { fix })
		);
	}
	while (isHeadingSpace(line.charCodeAt(from))) from++;
	let to = line.trimEnd().length;
	const id = line.endsWith('}') || line.includes('<!') ? trailingId(line, at, from) : undefined;
	if (id) to = line.slice(0, id.whole.column - 1).trimEnd().length;
	to = Math.max(from, closingHashes(line, from, to));
	return { level, text: line.slice(from, to), from, to, id };
}

function isHeadingSpace(code: number): boolean {
	return code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
}

/** Where the heading's text ends if it is followed by closing hashes ("## Title ##"). */
function closingHashes(line: string, from: number, to: number): number {
	let end = to;
	while (end > from && line.charCodeAt(end - 1) === 35) end--;
	if (end === to || (end > from && line.charAt(end - 1) !== ' ')) return to;
	return line.slice(0, end).trimEnd().length;
}

function trailingId(line: string, at: number, from: number): WrittenId | undefined {
	const end = line.trimEnd().length;
	if (line.charAt(end - 1) === '}') {
		const open = line.lastIndexOf('{#');
		const id = open < from ? '' : line.slice(open + 2, end - 1).trim();
		if (id === '' || id.includes(' ')) return undefined;
		const start = line.indexOf(id, open);
		return new WrittenId(id, at, { open, from: start, close: end }, false);
	}
	return readIdComment(line, at, line.lastIndexOf('<!'), false);
}

const DASHES = '-\u2013\u2014';

function dashesFrom(text: string, at: number): number {
	let end = at;
	while (end < text.length && DASHES.includes(text.charAt(end))) end++;
	return end - at;
}

/**
 * The id comment that begins at `open` and ends the line: `<!-- #id -->`, also with dashes that a keyboard has changed.
 * `spaces`: whether words in between make it an id with a mistake (below a heading) or a comment (elsewhere).
 */
export function readIdComment(line: string, at: number, open: number, spaces: boolean): WrittenId | undefined {
	if (open < 0 || !line.startsWith('<!', open)) return undefined;
	const end = line.trimEnd().length;
	const dashes = dashesFrom(line, open + 2);
	if (dashes === 0 || line.charAt(end - 1) !== '>') return undefined;
	let hash = open + 2 + dashes;
	while (line.charAt(hash) === ' ') hash++;
	if (line.charAt(hash) !== '#') return undefined;
	let close = end - 1;
	while (close > hash && DASHES.includes(line.charAt(close - 1)) && end - 1 - close < 2) close--;
	if (close === end - 1) return undefined;
	const id = line.slice(hash + 1, close).trim();
	if (id === '' || id.includes('>') || (!spaces && id.includes(' '))) return undefined;
	const start = line.indexOf(id, hash);
	return new WrittenId(id, at, { open, from: start, close: end }, open === 0 || line.slice(0, open).trim() === '');
}

/** The problems of an id as it is written, and the id to use. */
export function checkId(line: string, written: WrittenId, problems: Problem[]): string {
	const comment = line.slice(written.open, written.close);
	if (comment.startsWith('<!') && (comment.includes('\u2013') || comment.includes('\u2014'))) {
		const fix = replace('Write the id with hyphens', written.whole, `<!-- #${written.id} -->`);
		const message = 'The keyboard has changed the hyphens around this id into dashes. Write <!-- #id --> with two hyphens on each side.';
		problems.push(problem('E007', written.whole, message, { fix }));
	}
	if (isSlug(written.id)) return written.id;
	const slug = slugOf(written.id) || 'card';
	const fix = replace(`Write "${slug}"`, written.range, slug);
	const message = `The id "${written.id}" has a character that cannot be used. Use small letters, digits and hyphens, as in "${slug}".`;
	problems.push(problem('E204', written.range, message, { fix }));
	return slug;
}

const NO_IDS: ReadonlySet<string> = new Set(['todo', 'fixme', 'draft', 'wip', 'hide', 'more', 'toc']);

/** A comment directly below a heading that is a single word like an id: perhaps meant as one (I205). Lines count from the heading. */
export function hintAtId(reading: Reading): void {
	const line = reading.line(1);
	if (!line.startsWith('<!--') || !line.trimEnd().endsWith('-->')) return;
	const word = line.trimEnd().slice(4, -3).trim();
	if (!isSlug(word) || NO_IDS.has(word)) return;
	const at = line.indexOf(word, 4);
	const message = `This comment stands where the id of a card stands. If it is meant as the id, write "<!-- #${word} -->".`;
	reading.problems.push(problem('I205', rangeOn(1, 0, line.trimEnd().length), message, { fix: insert(`Write "#${word}"`, 1, at, '#') }));
}
