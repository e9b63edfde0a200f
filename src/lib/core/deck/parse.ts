import { assemble, type Decided, type Parts } from './assemble.ts';
import { cutBlocks, type Block } from './cut.ts';
import type { Deck } from './deck.ts';
import { readHeader } from './header.ts';
import { LARGEST, tooLarge } from './limits.ts';
import { Meanings } from './meaning.ts';
import { readNote, type ReadNote } from './note.ts';
import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import { compareRanges } from './range.ts';
import { Reading } from './reading.ts';
import { Reusable } from './reuse.ts';
import { readSection, type ReadSection } from './section.ts';
import { settingOf, type Setting } from './setting.ts';
import { changeSource, lineProblems, readSource, type Source } from './source.ts';
import { TextLines } from './text-lines.ts';

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
	/** In what the first cards are read. */
	readonly setting: Setting;
	readonly decided: Decided;
}

/**
 * Reads a deck as `parseDeck` does, and keeps the pieces. With what an earlier reading kept, only what has changed is read again;
 * the result is the same. `largest`: how many bytes are read at most.
 */
export function readParts(path: string, text: string, earlier?: ReadParts, largest = LARGEST): ReadParts {
	const known = earlier && earlier.source.lines.length > 0 && text.length <= largest;
	const changed = known ? changeSource(earlier.source, text) : undefined;
	const source = changed?.source ?? (text.length > largest ? TOO_LARGE : readSource(text));
	if (source.bytes > largest) return finish(path, EMPTY, [tooLarge()]);
	const { lines } = source;
	const headerProblems: Problem[] = [];
	const kept = earlier && changed && keepsHeader(earlier, changed.above) ? earlier : undefined;
	const header = kept?.parts.header ?? readHeader(linesOfHeader(lines), headerProblems);
	const reusable =
		earlier && changed && new Reusable(earlier.parts.blocks, { ...changed, were: earlier.source.lines.length, are: lines.length });
	const setting = settingOf(header, earlier?.setting);
	const blocks = readBlocks(cutBlocks(lines, header.end, reusable?.at), lines, setting, earlier && reusable && { earlier, reusable });
	const read = { source, headerProblems: kept?.headerProblems ?? headerProblems, setting, parts: { lines, header, blocks } };
	return finish(path, read, [...read.headerProblems, ...lineProblems(source)], earlier);
}

/** Reads the blocks of a deck in their order, each in the setting that those above it make; what has not changed is as it was. */
function readBlocks(
	blocks: readonly Block[],
	lines: TextLines,
	setting: Setting,
	known?: { readonly earlier: ReadParts; readonly reusable: Reusable }
): ReadBlock[] {
	let above = setting;
	const meanings = new Meanings();
	return blocks.map((block, at) => {
		const old = known?.reusable.of(block);
		const same = old && (old.kind === 'intro' || old.setting === above) ? old : undefined;
		const was = known?.earlier.parts.blocks[at];
		const read =
			same ?? readBlock(new Reading(lines, block, meanings), block, above, was?.kind === 'section' ? was.section.setting : undefined);
		if (read.kind === 'section') above = read.section.setting;
		return read;
	});
}

type Read = Pick<ReadParts, 'source' | 'headerProblems' | 'parts' | 'setting'>;

const NOTHING: Source = {
	lines: new TextLines('', { starts: Int32Array.of(0), signs: new Uint8Array(0) }),
	plain: true,
	bytes: 0,
	calm: true
};
const TOO_LARGE: Source = { ...NOTHING, bytes: Infinity };
const NO_HEADER = readHeader([], []);
const EMPTY: Read = {
	source: NOTHING,
	headerProblems: [],
	setting: settingOf(NO_HEADER),
	parts: { lines: NOTHING.lines, header: NO_HEADER, blocks: [] }
};

/** The lines that may belong to the header: those above the first card, and the line that begins it. */
function linesOfHeader(lines: TextLines): string[] {
	let end = 0;
	while (end < lines.length && !lines.beginsCard(end)) end++;
	return lines.slice(0, Math.min(end + 1, lines.length));
}

/** Whether the header is the same: it ends at its closing line, whatever stands below. */
function keepsHeader({ parts: { header } }: ReadParts, above: number): boolean {
	return header.present && !header.broken && above >= header.end;
}

function finish(path: string, read: Read, problems: Problem[], earlier?: ReadParts): ReadParts {
	const { deck, outline, decided } = assemble(path, read.parts, problems, earlier);
	problems.sort((a, b) => compareRanges(a.range, b.range) || (a.code < b.code ? -1 : Number(a.code > b.code)));
	problems.forEach((it, at) => {
		if (it.related) problems[at] = named(it, path);
	});
	return { deck, problems, outline, ...read, decided };
}

/** Related places are in this file unless they say otherwise. */
function named(it: Problem, path: string): Problem {
	return it.related ? { ...it, related: it.related.map((place) => (place.file === '' ? { ...place, file: path } : place)) } : it;
}

/** A block, what was read in it, and in which setting. */
export type ReadBlock =
	| { readonly kind: 'intro'; readonly block: Block }
	| { readonly kind: 'section'; readonly block: Block; readonly setting: Setting; readonly section: ReadSection }
	| { readonly kind: 'note'; readonly block: Block; readonly setting: Setting; readonly note: ReadNote };

function readBlock(reading: Reading, block: Block, setting: Setting, below?: Setting): ReadBlock {
	const { kind } = block;
	if (kind === 'intro') return { kind, block };
	if (kind === 'section') return { kind, block, setting, section: readSection(reading, setting, below) };
	return { kind, block, setting, note: readNote(reading, setting) };
}
