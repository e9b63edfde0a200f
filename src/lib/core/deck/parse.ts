import { addAll } from './collect.ts';
import { assemble, type Parts } from './assemble.ts';
import type { Ids } from './ids.ts';
import { cutBlocks, type Block } from './cut.ts';
import type { Deck } from './deck.ts';
import { readHeader } from './header.ts';
import { lintDeck } from './lint.ts';
import { LARGEST, tooLarge } from './limits.ts';
import type { Made } from './made.ts';
import { Reusable } from './reuse.ts';
import { changeSource, lineProblems, readSource, type Source } from './source.ts';
import { readNote, type ReadNote } from './note.ts';
import type { Outline } from './outline.ts';
import { ownOf } from './own.ts';
import type { Problem } from './problem.ts';
import { compareRanges } from './range.ts';
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
	readonly source: Source;
	readonly headerProblems: readonly Problem[];
	readonly parts: Parts;
	readonly ids: Ids;
	readonly made: Made;
}

/**
 * Reads a deck as `parseDeck` does, and keeps the pieces. With what an earlier reading kept, only what has changed is read again;
 * the result is the same.
 */
export function readParts(path: string, text: string, earlier?: ReadParts): ReadParts {
	const changed = earlier && text.length <= LARGEST ? changeSource(earlier.source, text) : undefined;
	const source = changed?.source ?? (text.length > LARGEST ? TOO_LARGE : readSource(text));
	if (source.bytes > LARGEST) return finish(path, EMPTY, [tooLarge()]);
	const { lines } = source;
	const headerProblems: Problem[] = [];
	const kept = earlier && changed && keepsHeader(earlier, changed.above) ? earlier : undefined;
	const header = kept?.parts.header ?? readHeader(lines, headerProblems);
	const reusable =
		earlier && changed && new Reusable(earlier.parts.blocks, { ...changed, were: earlier.source.lines.length, are: lines.length });
	const blocks = cutBlocks(lines, header.end, reusable?.at).map((block) => reusable?.of(block) ?? readBlock(lines, block));
	const read = { source, headerProblems: kept?.headerProblems ?? headerProblems, parts: { lines, header, blocks } };
	return finish(path, read, [...read.headerProblems, ...lineProblems(source)], earlier);
}

type Read = Pick<ReadParts, 'source' | 'headerProblems' | 'parts'>;

const TOO_LARGE: Source = { text: '', lines: [], plain: true, bytes: Infinity, calm: true };
const EMPTY: Read = {
	source: { text: '', lines: [''], plain: true, bytes: 0, calm: true },
	headerProblems: [],
	parts: { lines: [], header: readHeader([], []), blocks: [] }
};

/** Whether the header is the same: it ends at its closing line, whatever stands below. */
function keepsHeader({ parts: { header } }: ReadParts, above: number): boolean {
	return header.present && !header.broken && above >= header.end;
}

function finish(path: string, read: Read, problems: Problem[], earlier?: ReadParts): ReadParts {
	const { deck, outline, ids, made } = assemble(path, read.parts, problems, earlier);
	addAll(problems, lintDeck(deck, made));
	problems.sort((a, b) => compareRanges(a.range, b.range) || (a.code < b.code ? -1 : Number(a.code > b.code)));
	problems.forEach((it, at) => {
		if (it.related) problems[at] = named(it, path);
	});
	return { deck, problems, outline, ...read, ids, made };
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
