import type { ChangedBlocks } from './changed.ts';
import { addAll } from './collect.ts';
import { settle, type Concepts } from './concepts.ts';
import type { Note } from './deck.ts';
import { isDraft } from './draft.ts';
import { idOf, reportNoIds, type GivenIds } from './ids.ts';
import type { ReadBlock } from './parse.ts';
import type { Problem } from './problem.ts';
import { moveProblem } from './range.ts';
import type { TextLines } from './text-lines.ts';

/** A section's head, where it stands. */
export type Head = ReadBlock & { kind: 'section' };

/** What the blocks of a deck give one after the other. */
export interface Pieces {
	readonly notes: readonly Note[];
	/** What is wrong in each block by itself, at its place in the deck. */
	readonly problems: readonly Problem[];
	readonly heads: readonly Head[];
	/** For each block, how many notes, problems and heads there are up to its end. */
	readonly ends: Int32Array;
}

/** In what the blocks are put together. */
interface Known {
	readonly lines: TextLines;
	readonly given: GivenIds;
	readonly concepts: Concepts;
}

/** The pieces of an earlier reading, and which blocks are others than in it. */
interface Before {
	readonly pieces: Pieces;
	readonly changed: ChangedBlocks;
}

const NOTHING: Pieces = { notes: [], problems: [], heads: [], ends: new Int32Array(0) };

/** The pieces of all blocks. Those of an earlier reading, which must have been read with the same ids and concepts, are only put around the changed ones. */
export function piecesOf(blocks: readonly ReadBlock[], known: Known, before?: Before): Pieces {
	const { from, to, wasTo } = before?.changed ?? { from: 0, to: blocks.length, wasTo: 0 };
	const old = before?.pieces ?? NOTHING;
	const ends = new Int32Array(KINDS * blocks.length);
	ends.set(old.ends.subarray(0, KINDS * from));
	const notes = old.notes.slice(0, endOf(old, NOTES, from));
	const problems = old.problems.slice(0, endOf(old, PROBLEMS, from));
	const heads = old.heads.slice(0, endOf(old, HEADS, from));
	for (let at = from; at < to; at++) {
		const read = blocks[at];
		if (read?.kind === 'note') addNotes(read, known, notes, problems);
		else if (read?.kind === 'section') addHead(read, heads, problems);
		ends[KINDS * at + NOTES] = notes.length;
		ends[KINDS * at + PROBLEMS] = problems.length;
		ends[KINDS * at + HEADS] = heads.length;
	}
	if (to === blocks.length) return { notes, problems, heads, ends };
	const more = [endOf(old, NOTES, wasTo), endOf(old, PROBLEMS, wasTo), endOf(old, HEADS, wasTo)] as const;
	const moved = [notes.length - more[NOTES], problems.length - more[PROBLEMS], heads.length - more[HEADS]] as const;
	for (let at = to, was = wasTo; at < blocks.length; at++, was++) {
		ends[KINDS * at + NOTES] = endOf(old, NOTES, was + 1) + moved[NOTES];
		ends[KINDS * at + PROBLEMS] = endOf(old, PROBLEMS, was + 1) + moved[PROBLEMS];
		ends[KINDS * at + HEADS] = endOf(old, HEADS, was + 1) + moved[HEADS];
	}
	addAll(notes, old.notes.slice(more[NOTES]));
	addAll(problems, old.problems.slice(more[PROBLEMS]));
	addAll(heads, old.heads.slice(more[HEADS]));
	return { notes, problems, heads, ends };
}

const KINDS = 3;
const NOTES = 0;
const PROBLEMS = 1;
const HEADS = 2;

/** How many of a kind the first blocks have given. */
function endOf({ ends }: Pieces, kind: number, blocks: number): number {
	return blocks === 0 ? 0 : (ends[KINDS * (blocks - 1) + kind] ?? 0);
}

/** Adds the notes of a block and what is wrong in it. A function of its own: a loop over all that a large deck has is optimized late. */
function addNotes(read: ReadBlock & { kind: 'note' }, { lines, given, concepts }: Known, notes: Note[], problems: Problem[]): void {
	for (const it of read.note.problems) problems.push(moveProblem(it, read.block.from));
	const { note } = read;
	if (isDraft(note)) notes.push(settle(note, idOf(given, note), concepts));
	for (const draft of note.terms) notes.push(settle(draft, idOf(given, draft), concepts));
	reportNoIds(lines, read, given, problems);
}

function addHead(read: Head, heads: Head[], problems: Problem[]): void {
	heads.push(read);
	for (const it of read.section.problems) problems.push(moveProblem(it, read.block.from));
}
