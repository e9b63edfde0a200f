import type { ChangedBlocks } from './changed.ts';
import type { NoteId } from './deck.ts';
import { deriveId, derivedSlug, TakenIds } from './derive.ts';
import { isDraft, type DraftNote } from './draft.ts';
import type { WrittenId } from './heading.ts';
import type { ReadNote } from './note.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { moveRange, rangeOn, removeLine, replace } from './range.ts';
import { slugOf } from './slug.ts';
import type { TextLines } from './text-lines.ts';

/** What has an id: a note, a list of terms, a card that cannot be used. */
export type Holder = DraftNote | ReadNote;

/** The ids of a deck and what is wrong with the written ones. */
export interface GivenIds {
	/** Of those that have no written id, or one that is used already. */
	readonly others: ReadonlyMap<Holder, NoteId>;
	readonly problems: readonly Problem[];
	/** With what the ids begin of those that did not get the id that their own words give, as another one has it. */
	readonly contested: readonly NoteId[];
	/** All ids, as they were given when all were given anew. */
	readonly taken: Pick<TakenIds, 'has'>;
}

/** The id of a note, a list of terms or a card that cannot be used. */
export function idOf({ others }: GivenIds, holder: Holder): NoteId {
	return (others.size > 0 ? others.get(holder) : undefined) ?? writtenIdOf(holder) ?? '';
}

/** Gives each note its id: the written one, or one that is derived from its words; no two are the same. */
export function giveIds(blocks: readonly ReadBlock[]): GivenIds {
	const problems: Problem[] = [];
	const others = new Map<Holder, NoteId>();
	const taken = new TakenIds();
	const late: Late[] = [];
	const unnamed: Holder[] = [];
	for (const read of blocks) if (read.kind === 'note') takeWritten(read, taken, late, unnamed);
	if (late.length > 0) reportTwice(blocks, late, problems);
	for (const { holder, wanted } of late) {
		const id = taken.firstFree(wanted);
		taken.take(id);
		others.set(holder, id);
	}
	const contested: NoteId[] = [];
	for (const holder of unnamed) {
		const wanted = wantedId(holder);
		const id = wanted !== '' && !taken.has(wanted) ? wanted : holder.note ? deriveId(holder.note, taken) : taken.firstFree(wanted);
		if (id !== wanted) contested.push(wanted || 'card');
		taken.take(id);
		others.set(holder, id);
	}
	return { others, problems, contested, taken };
}

/** A holder whose written id is used already, and the line where its block begins. */
interface Late {
	readonly holder: Holder;
	readonly wanted: string;
	readonly line: number;
}

function takeWritten({ note, block }: ReadBlock & { kind: 'note' }, taken: TakenIds, late: Late[], unnamed: Holder[]): void {
	takeWrittenOf(note, block.from, taken, late, unnamed);
	for (const term of note.terms) takeWrittenOf(term, block.from, taken, late, unnamed);
}

function takeWrittenOf(holder: Holder, line: number, taken: TakenIds, late: Late[], unnamed: Holder[]): void {
	const id = writtenIdOf(holder);
	if (id === undefined) unnamed.push(holder);
	else if (!taken.take(id)) late.push({ holder, wanted: id, line });
}

/** The id that a holder without a written one gets if it is free: the slug of its words. */
function wantedId(holder: Holder): string {
	return isDraft(holder) ? derivedSlug(holder.note) : slugOf(holder.title) || 'card';
}

function reportTwice(blocks: readonly ReadBlock[], late: readonly Late[], problems: Problem[]): void {
	const wanted = new Set(late.map((it) => it.wanted));
	const firsts = new Map<NoteId, Range>();
	for (const read of blocks) {
		if (read.kind !== 'note') continue;
		for (const holder of holdersOf(read.note)) {
			const id = writtenIdOf(holder);
			const at = holder.id;
			if (id !== undefined && at && wanted.has(id) && !firsts.has(id)) firsts.set(id, moveRange(at.range, read.block.from));
		}
	}
	for (const { holder, wanted: id, line } of late) {
		const at = holder.id;
		const first = firsts.get(id);
		if (at && first) problems.push(usedTwice(id, first, at, line));
	}
}

function usedTwice(id: NoteId, first: Range, at: WrittenId, line: number): Problem {
	const range = moveRange(at.range, line);
	const fix = at.ownLine ? removeLine('Delete this id', range.line - 1) : replace('Delete this id', moveRange(at.whole, line), '');
	const related = [{ file: '', range: first, message: 'The first one is here.' }];
	const message = `The id "${id}" is already used on line ${first.line}. Delete it here, so that this card gets one of its own.`;
	return problem('E203', range, message, { fix, related });
}

/** The ids of an earlier reading, and which blocks are others than in it. */
interface Before {
	readonly blocks: readonly ReadBlock[];
	readonly given: GivenIds;
	readonly changed: ChangedBlocks;
}

/**
 * The ids of an earlier reading, if all that has changed are cards whose ids are sure to be what giving all anew would give;
 * else undefined.
 */
export function keepIds(blocks: readonly ReadBlock[], before: Before): GivenIds | undefined {
	const { given, changed } = before;
	// An id that is used twice names lines, which may have moved.
	if (blocks.length !== before.blocks.length || given.problems.length > 0) return undefined;
	let others: Map<Holder, NoteId> | undefined;
	const wantedNow = new Set<NoteId>();
	for (let at = changed.from; at < changed.to; at++) {
		const now = blocks[at];
		const was = before.blocks[at];
		if (!now || now.kind !== was?.kind) return undefined;
		if (now.kind !== 'note' || was.kind !== 'note' || now.note === was.note) continue;
		const then = holdersOf(was.note);
		const after = holdersOf(now.note);
		if (then.length !== after.length) return undefined;
		for (const [index, holder] of after.entries()) {
			const old = then[index];
			const id = writtenIdOf(holder);
			if (!old || id !== writtenIdOf(old)) return undefined;
			if (id !== undefined) continue;
			const had = idOf(given, old);
			const wanted = wantedId(holder);
			if (wanted === '' || (wanted !== had && (isContested(had, given) || isContested(wanted, given) || isTaken(wanted, before))))
				return undefined;
			if (wantedNow.has(wanted)) return undefined;
			wantedNow.add(wanted);
			others ??= new Map(given.others);
			others.delete(old);
			others.set(holder, wanted);
		}
	}
	return others ? { ...given, others } : given;
}

/** Whether taking or leaving an id may change that of a card that could not have the one it wants. */
function isContested(id: NoteId, { contested }: GivenIds): boolean {
	return contested.some((beginning) => id.startsWith(beginning));
}

function isTaken(id: NoteId, { blocks, given }: Before): boolean {
	if (!given.taken.has(id)) {
		// Ids that cards have got since are not among those.
		for (const other of given.others.values()) if (other === id) return true;
		return false;
	}
	return blocks.some((read) => read.kind === 'note' && holdersOf(read.note).some((holder) => idOf(given, holder) === id));
}

/** What of a block has an id: the card or the list of terms that it is, and the terms of that. */
export function holdersOf(read: ReadNote): readonly Holder[] {
	return [read, ...read.terms];
}

/** The ids of a block's heading, the first of which counts. */
export function idsIn({ ids, id }: ReadNote): readonly WrittenId[] {
	return ids ?? (id ? [id] : []);
}

function writtenIdOf({ id, note }: Holder): NoteId | undefined {
	return id && (note ? note.id : id.id);
}

/** Tells which notes of a block have no id yet (I202). */
export function reportNoIds(lines: TextLines, read: ReadBlock & { kind: 'note' }, given: GivenIds, problems: Problem[]): void {
	const { note, block } = read;
	// A comment that may be meant as the id has been told of.
	if (block.unclosed.length > 0 || note.problems.some(({ code }) => code === 'I205')) return;
	// The id of a card that cannot be used is not missed.
	if (!note.id && (note.note || note.kind === 'terms')) problems.push(noId(lines, block.from, note, idOf(given, note)));
	for (const term of note.terms) if (!term.id) problems.push(noId(lines, block.from, term, idOf(given, term)));
}

function noId(lines: TextLines, block: number, at: Holder, id: NoteId): Problem {
	const message = `This card has no id yet, so "${id}" is used, and rewording it would lose its history. Write "<!-- #${id} -->" below its heading.`;
	const inList = at.line > 0;
	const line = block + at.line + 1;
	const place = inList ? { line, column: lines.at(line - 1).trimEnd().length + 1 } : { line: line + 1, column: 1 };
	const text = inList ? ` <!-- #${id} -->` : `<!-- #${id} -->\n`;
	const edits = [{ range: { ...place, endLine: place.line, endColumn: place.column }, text }];
	return problem('I202', rangeOn(block + at.line, at.from, at.to), message, { fix: { title: 'Write the id', edits } });
}
