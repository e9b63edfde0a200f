import type { NoteId } from './deck.ts';
import { deriveId, TakenIds } from './derive.ts';
import type { DraftNote } from './draft.ts';
import type { WrittenId } from './heading.ts';
import type { ReadNote } from './note.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { compareRanges, moveRange, rangeOn, removeLine, replace } from './range.ts';
import { slugOf } from './slug.ts';

/** What has an id: a note, a list of terms, a card that cannot be used. */
export type Holder = DraftNote | ReadNote;

/** The ids of a deck's notes, in the order of the text. */
export type Ids = ReadonlyMap<Holder, NoteId>;

/** The ids of a deck and what is wrong with them. */
export interface GivenIds {
	readonly ids: Ids;
	readonly problems: readonly Problem[];
}

/** Gives each note its id: the written one, or one that is derived from its words; no two are the same. */
export function giveIds(lines: readonly string[], blocks: readonly ReadBlock[]): GivenIds {
	const problems: Problem[] = [];
	const ids = new Map<Holder, NoteId>();
	const taken = new TakenIds();
	const firsts = new Map<NoteId, { readonly at: WrittenId; readonly line: number }>();
	const late: { note: Holder; wanted: string }[] = [];
	const unnamed: { note: Holder; line: number; unclosed: boolean }[] = [];
	const visit = (note: Holder, line: number, unclosed: boolean): void => {
		const written = writtenIdOf(note);
		if (!written) {
			unnamed.push({ note, line, unclosed });
			return;
		}
		const { at, id } = written;
		const first = firsts.get(id);
		if (first) {
			late.push({ note, wanted: id });
			problems.push(usedTwice(id, moveRange(first.at.range, first.line), at, line));
			return;
		}
		firsts.set(id, { at, line });
		taken.take(id);
		ids.set(note, id);
	};
	for (const read of blocks) {
		if (read.kind !== 'note') continue;
		const { from, unclosed } = read.block;
		for (const note of holdersOf(read.note)) visit(note, from, unclosed.length > 0);
	}
	for (const { note, wanted } of late) {
		const id = taken.firstFree(wanted);
		taken.take(id);
		ids.set(note, id);
	}
	for (const { note, line, unclosed } of unnamed) {
		const id = 'draft' in note ? deriveId(note.draft, taken) : taken.firstFree(slugOf(note.prompt.text) || 'card');
		taken.take(id);
		ids.set(note, id);
		reportNoId(lines, note, line, id, problems, unclosed);
	}
	return { ids, problems };
}

function usedTwice(id: NoteId, first: Range, at: WrittenId, line: number): Problem {
	const range = moveRange(at.range, line);
	const fix = at.ownLine ? removeLine('Delete this id', range.line - 1) : replace('Delete this id', moveRange(at.whole, line), '');
	const related = [{ file: '', range: first, message: 'The first one is here.' }];
	const message = `The id "${id}" is already used on line ${first.line}. Delete it here, so that this card gets one of its own.`;
	return problem('E203', range, message, { fix, related });
}

/** The ids of an earlier reading, if all that has changed are cards of which each has the id that it had; else undefined. */
export function keepIds(
	blocks: readonly ReadBlock[],
	earlier: { readonly blocks: readonly ReadBlock[]; readonly given: GivenIds }
): GivenIds | undefined {
	const { given } = earlier;
	if (blocks.length !== earlier.blocks.length) return undefined;
	const told = given.problems.length > 0;
	let ids: Map<Holder, NoteId> | undefined;
	for (let at = 0; at < blocks.length; at++) {
		const now = blocks[at];
		const was = earlier.blocks[at];
		// What is told of ids names their lines.
		if (!now || now.kind !== was?.kind || (told && now.block.from !== was.block.from)) return undefined;
		if (now.kind !== 'note' || was.kind !== 'note' || now.note === was.note) continue;
		const before = holdersOf(was.note);
		const after = holdersOf(now.note);
		if (before.length !== after.length || now.block.unclosed.length > 0) return undefined;
		ids ??= new Map(given.ids);
		for (const [index, note] of after.entries()) {
			const old = before[index];
			const id = old && keptId(old, note, told);
			if (id === undefined || given.ids.get(old ?? note) !== id) return undefined;
			if (old) ids.delete(old);
			ids.set(note, id);
		}
	}
	return ids ? { ids, problems: given.problems } : given;
}

/** The written id that a note still has; `inPlace`: and in the same place. */
function keptId(old: Holder, note: Holder, inPlace: boolean): NoteId | undefined {
	const before = writtenIdOf(old);
	const after = writtenIdOf(note);
	if (!before || before.id !== after?.id) return undefined;
	const same = compareRanges(before.at.whole, after.at.whole) === 0 && compareRanges(before.at.range, after.at.range) === 0;
	return same || !inPlace ? after.id : undefined;
}

/** What of a block has an id: its notes, and the list that a list of terms is. */
export function holdersOf(read: ReadNote): readonly Holder[] {
	return read.notes.length === 0 || read.kind === 'terms' ? [read, ...read.notes] : read.notes;
}

function writtenIdOf(note: Holder) {
	if ('draft' in note) return note.id && { at: note.id, id: note.usedId ?? note.id.id };
	const at = note.ids[0];
	return at && { at, id: at.id };
}

function reportNoId(lines: readonly string[], note: Holder, block: number, id: string, problems: Problem[], unclosed: boolean): void {
	if (!('draft' in note) && note.notes.length === 0 && note.kind !== 'terms') return;
	if (unclosed) return;
	const at = 'draft' in note ? note : { line: 0, from: note.prompt.from, to: note.heading.to };
	const message = `This card has no id yet, so "${id}" is used, and rewording it would lose its history. Write "<!-- #${id} -->" below its heading.`;
	const inList = 'draft' in note && note.line > 0;
	const line = block + at.line + 1;
	const place = inList ? { line, column: (lines[line - 1] ?? '').trimEnd().length + 1 } : { line: line + 1, column: 1 };
	const text = inList ? ` <!-- #${id} -->` : `<!-- #${id} -->\n`;
	const edits = [{ range: { ...place, endLine: place.line, endColumn: place.column }, text }];
	problems.push(problem('I202', rangeOn(block + at.line, at.from, at.to), message, { fix: { title: 'Write the id', edits } }));
}
