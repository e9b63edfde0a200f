import type { NoteId } from './deck.ts';
import { deriveId, TakenIds } from './derive.ts';
import type { DraftNote } from './draft.ts';
import type { ReadNote } from './note.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { moveRange, rangeOn, removeLine, replace } from './range.ts';
import { slugOf } from './slug.ts';

/** The ids of a deck's notes, in the order of the text. */
export type Ids = ReadonlyMap<DraftNote | ReadNote, NoteId>;

/** The ids of a deck and what is wrong with them. */
export interface GivenIds {
	readonly ids: Ids;
	readonly problems: readonly Problem[];
}

/** Gives each note its id: the written one, or one that is derived from its words; no two are the same. */
export function giveIds(lines: readonly string[], blocks: readonly ReadBlock[]): GivenIds {
	const problems: Problem[] = [];
	const ids = new Map<DraftNote | ReadNote, NoteId>();
	const taken = new TakenIds();
	const places = new Map<NoteId, Range>();
	const late: { note: DraftNote | ReadNote; wanted: string }[] = [];
	const each = (visit: (note: DraftNote | ReadNote, line: number, unclosed: boolean) => void): void => {
		for (const read of blocks) {
			if (read.kind !== 'note') continue;
			const { from, unclosed } = read.block;
			for (const note of holdersOf(read.note)) visit(note, from, unclosed.length > 0);
		}
	};
	each((note, line) => {
		const written = writtenIdOf(note);
		if (!written) return;
		const range = moveRange(written.at.range, line);
		const first = places.get(written.id);
		if (!first) {
			places.set(written.id, range);
			taken.take(written.id);
			ids.set(note, written.id);
			return;
		}
		late.push({ note, wanted: written.id });
		const fix = written.at.ownLine
			? removeLine('Delete this id', range.line - 1)
			: replace('Delete this id', moveRange(written.at.whole, line), '');
		const related = [{ file: '', range: first, message: 'The first one is here.' }];
		const message = `The id "${written.id}" is already used on line ${first.line}. Delete it here, so that this card gets one of its own.`;
		problems.push(problem('E203', range, message, { fix, related }));
	});
	for (const { note, wanted } of late) {
		const id = taken.firstFree(wanted);
		taken.take(id);
		ids.set(note, id);
	}
	each((note, line, unclosed) => {
		if (ids.has(note)) return;
		const id = 'draft' in note ? deriveId(note.draft, taken) : taken.firstFree(slugOf(note.prompt.text) || 'card');
		taken.take(id);
		ids.set(note, id);
		reportNoId(lines, note, line, id, problems, unclosed);
	});
	return { ids, problems };
}

/** The ids of an earlier reading, if all that has changed are cards of which each has the id that it had; else undefined. */
export function keepIds(
	blocks: readonly ReadBlock[],
	earlier: { readonly blocks: readonly ReadBlock[]; readonly given: GivenIds }
): GivenIds | undefined {
	const { given } = earlier;
	// What is told of ids names their lines.
	if (blocks.length !== earlier.blocks.length || given.problems.length > 0) return undefined;
	let ids: Map<DraftNote | ReadNote, NoteId> | undefined;
	for (let at = 0; at < blocks.length; at++) {
		const now = blocks[at];
		const was = earlier.blocks[at];
		if (now?.kind !== 'note' || was?.kind !== 'note') {
			if (now?.kind !== was?.kind) return undefined;
			continue;
		}
		if (now.note === was.note) continue;
		const before = holdersOf(was.note);
		const after = holdersOf(now.note);
		if (before.length !== after.length || now.block.unclosed.length > 0) return undefined;
		ids ??= new Map(given.ids);
		for (const [index, note] of after.entries()) {
			const old = before[index];
			const written = writtenIdOf(note);
			if (!old || !written || writtenIdOf(old)?.id !== written.id) return undefined;
			ids.delete(old);
			ids.set(note, written.id);
		}
	}
	return ids ? { ids, problems: given.problems } : given;
}

/** What of a block has an id: its notes, and the list that a list of terms is. */
export function holdersOf(read: ReadNote): readonly (DraftNote | ReadNote)[] {
	return read.notes.length === 0 || read.kind === 'terms' ? [read, ...read.notes] : read.notes;
}

function writtenIdOf(note: DraftNote | ReadNote) {
	if ('draft' in note) return note.id && { at: note.id, id: note.usedId ?? note.id.id };
	const at = note.ids[0];
	return at && { at, id: at.id };
}

function reportNoId(
	lines: readonly string[],
	note: DraftNote | ReadNote,
	block: number,
	id: string,
	problems: Problem[],
	unclosed: boolean
): void {
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
