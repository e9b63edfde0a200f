import { addAll } from './collect.ts';
import { assemble, type Ids, type Parts } from './assemble.ts';
import { cutBlocks, LONGEST_LINE, type Block } from './cut.ts';
import type { Deck } from './deck.ts';
import { readHeader } from './header.ts';
import { tooDeep } from './depth.ts';
import { directionMarks } from './direction.ts';
import { lintDeck } from './lint.ts';
import { isOverSize, LARGEST } from './limits.ts';
import { splitLines } from './lines.ts';
import type { Memory } from './memory.ts';
import { reuseBlocks } from './reuse.ts';
import { readNote, type ReadNote } from './note.ts';
import type { Outline } from './outline.ts';
import { ownOf } from './own.ts';
import { problem, type Problem } from './problem.ts';
import { compareRanges, rangeOn } from './range.ts';
import { readSection, type ReadSection } from './section.ts';

export interface Parsed {
	readonly deck: Deck;
	readonly problems: readonly Problem[];
	readonly outline: Outline;
}

/**
 * Reads a deck. `path` gives its name where the header does not. Never throws and never stops at the first mistake:
 * what is sound is in the deck, all that is wrong is in the problems, sorted by place.
 */
export function parseDeck(path: string, text: string): Parsed {
	const { deck, problems, outline } = readParts(path, text);
	return { deck, problems, outline };
}

/** A deck with the pieces that it was put together from: for what must know how things are written, as the formatter. */
export interface ReadParts extends Parsed {
	readonly parts: Parts;
	readonly ids: Ids;
}

/**
 * Reads a deck as `parseDeck` does, and keeps the pieces. With what an earlier reading kept, only blocks that changed are read again;
 * the result is the same.
 */
export function readParts(path: string, text: string, earlier?: ReadParts, memory?: Memory): ReadParts {
	const problems: Problem[] = [];
	if (isOverSize(text)) {
		const message = `This file is larger than ${LARGEST / 1024 / 1024} MB and was not read. Make several decks of it.`;
		problems.push(problem('E008', rangeOn(0, 0, 0), message));
		return finish(path, { lines: [], header: readHeader([], []), blocks: [] }, problems);
	}
	const lines = splitLines(text);
	const header = readHeader(lines, problems);
	const cut = cutBlocks(lines, header.end);
	const blocks = earlier ? reuseBlocks(lines, cut, earlier.parts, readBlock) : cut.map((block) => readBlock(lines, block));
	checkLines(lines, text, problems);
	return finish(path, { lines, header, blocks }, problems, memory);
}

function finish(path: string, parts: Parts, problems: Problem[], memory?: Memory): ReadParts {
	const { deck, outline, ids } = assemble(path, parts, problems, memory);
	addAll(problems, lintDeck(deck, parts, memory));
	problems.sort((a, b) => compareRanges(a.range, b.range) || (a.code < b.code ? -1 : Number(a.code > b.code)));
	problems.forEach((it, at) => {
		if (it.related) problems[at] = named(it, path);
	});
	return { deck, problems, outline, parts, ids };
}

/** Related places are in this file unless they say otherwise. */
function named(it: Problem, path: string): Problem {
	return it.related ? { ...it, related: it.related.map((place) => (place.file === '' ? { ...place, file: path } : place)) } : it;
}

/** A block and what was read in it. */
export type ReadBlock =
	| { readonly kind: 'intro'; readonly block: Block }
	| { readonly kind: 'section'; readonly block: Block; readonly section: ReadSection }
	| { readonly kind: 'note'; readonly block: Block; readonly note: ReadNote };

function readBlock(lines: readonly string[], block: Block): ReadBlock {
	const { kind } = block;
	if (kind === 'intro') return { kind, block };
	const { lines: own, inert, unclosed } = ownOf(lines, block);
	if (kind === 'section') return { kind, block, section: readSection(own, inert, unclosed) };
	return { kind, block, note: readNote(own, inert, unclosed) };
}

function checkLines(lines: readonly string[], text: string, problems: Problem[]): void {
	if (text.length > LONGEST_LINE) {
		lines.forEach((line, at) => {
			if (line.length <= LONGEST_LINE) return;
			const message = 'This line has more than 20,000 characters. Break it into several lines.';
			problems.push(problem('E008', rangeOn(at, 0, LONGEST_LINE), message));
		});
	}
	addAll(problems, tooDeep(lines));
	addAll(problems, directionMarks(lines, text));
}
