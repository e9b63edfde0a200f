import type { Note, NoteId } from './deck.ts';
import { withConcepts, type Concepts } from './concepts.ts';
import type { DraftNote } from './draft.ts';
import { factsOf } from './facts.ts';
import type { ReadHeader } from './header.ts';
import { holdersOf, type GivenIds, type Ids } from './ids.ts';
import type { ReadStep } from './kinds/scenario.ts';
import type { LintedBlock } from './lint.ts';
import { nearestOf } from './near.ts';
import type { ReadNote } from './note.ts';
import type { ConceptUse, OutlineEntry, OutlineNote, OutlineStep, PictureUse } from './outline.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem } from './problem.ts';
import { moveProblem, moveRange, rangeOn, replace } from './range.ts';
import type { ReadSection } from './section.ts';
import { NO_USES, type Uses } from './uses.ts';

/** What a block is made of besides what was read in it. */
export interface MadeFrom {
	readonly ids: Ids;
	/** Whether all that is not new has the id that it had. */
	readonly idsKept: boolean;
	/** The section that it stands in. */
	readonly section: ReadSection | undefined;
	readonly header: ReadHeader;
	/** The ids of the header's sources. */
	readonly sources: ReadonlySet<string>;
}

/** What is made of one block, and what it was made from: while that is the same, it need not be made again. */
export interface MadeBlock {
	readonly read: ReadBlock;
	readonly ids: readonly NoteId[];
	readonly section: ReadSection | undefined;
	readonly header: ReadHeader;
	readonly problems: readonly Problem[];
	/** The notes, with concepts named as they are written. */
	readonly written: readonly Note[];
	readonly outline: OutlineNote | undefined;
	readonly concepts: readonly ConceptUse[];
	readonly pictures: readonly PictureUse[];
	/** The notes as `settled` has resolved their concepts. */
	notes: readonly Note[];
	settled: Concepts | undefined;
	/** What the lints say of `notes`, and what they looked at in the deck besides. */
	linted: LintedBlock | undefined;
	lintedFor: string;
}

/** What is made of a deck, block by block. */
export interface Made {
	readonly blocks: readonly MadeBlock[];
	readonly given: GivenIds;
	readonly concepts: Concepts;
}

const NO_IDS: readonly NoteId[] = [];
const NONE: readonly never[] = [];

/** What most blocks have none of is one empty list for all of them: what is kept is what the collector must copy. */
function mapped<T, U>(list: readonly T[], make: (it: T) => U): readonly U[] {
	return list.length === 0 ? NONE : list.map(make);
}

/** What one block says by itself and with the ids, the header and the section above it. */
export function makeBlock(read: ReadBlock, { ids: given, section, header, sources }: MadeFrom): MadeBlock {
	const { from } = read.block;
	const parts = read.kind === 'note' ? read.note : read.kind === 'section' ? read.section : undefined;
	const drafts = read.kind === 'note' ? read.note.notes : [];
	const ids = read.kind === 'note' ? holdersOf(read.note).map((holder) => given.get(holder) ?? '') : NO_IDS;
	const problems = (parts?.problems ?? []).map((it) => moveProblem(it, from));
	if (parts && !header.broken) checkSources(parts.uses, from, sources, problems);
	const uses = parts?.uses ?? NO_USES;
	const concepts = mapped(uses.concepts, ({ key, name, range }): ConceptUse => {
		const owner = read.kind === 'note' ? ownerOf(read.note, range.line) : undefined;
		return { key, name, range: moveRange(range, from), note: (owner && given.get(owner)) ?? '' };
	});
	const pictures = mapped(uses.pictures, ({ file, range }) => ({ file, range: moveRange(range, from) }));
	const written = mapped(drafts, (draft) => finishNote(draft, given.get(draft) ?? '', section));
	const outline = read.kind === 'note' ? outlineOf(read.note, read.block, given) : undefined;
	return {
		read,
		ids,
		section,
		header,
		problems: problems.length === 0 ? NONE : problems,
		written,
		outline,
		concepts,
		pictures,
		notes: written,
		settled: undefined,
		linted: undefined,
		lintedFor: ''
	};
}

/** What was made of a block, if it is the same block of the same things, moved if need be; else undefined. */
export function keepBlock(
	made: MadeBlock | undefined,
	read: ReadBlock,
	{ ids, idsKept, section, header }: MadeFrom
): MadeBlock | undefined {
	if (made?.section !== section || made?.header !== header) return undefined;
	if (made.read !== read && contentOf(made.read) !== contentOf(read)) return undefined;
	if (!idsKept && read.kind === 'note' && !hasIds(read.note, made.ids, ids)) return undefined;
	return made.read === read ? made : moveBlock(made, read);
}

function contentOf(read: ReadBlock): ReadNote | ReadSection | ReadBlock {
	return read.kind === 'note' ? read.note : read.kind === 'section' ? read.section : read;
}

function hasIds(note: ReadNote, had: readonly NoteId[], ids: Ids): boolean {
	return holdersOf(note).every((holder, at) => ids.get(holder) === had[at]);
}

function moveBlock(made: MadeBlock, read: ReadBlock): MadeBlock {
	const lines = read.block.from - made.read.block.from;
	return {
		...made,
		read,
		problems: mapped(made.problems, (it) => moveProblem(it, lines)),
		outline: made.outline && { ...made.outline, line: read.block.from + 1, endLine: read.block.to + 1 },
		concepts: mapped(made.concepts, (use) => ({ ...use, range: moveRange(use.range, lines) })),
		pictures: mapped(made.pictures, (use) => ({ ...use, range: moveRange(use.range, lines) }))
	};
}

/** Resolves the concepts that the notes of a block name. */
export function settle(made: MadeBlock, concepts: Concepts): readonly Note[] {
	if (made.settled !== concepts) {
		made.settled = concepts;
		const notes = made.written.map((note) => withConcepts(note, concepts));
		made.notes = notes.every((note, at) => note === made.written[at]) ? made.written : notes;
		made.linted = undefined;
	}
	return made.notes;
}

function finishNote(note: DraftNote, id: NoteId, section: ReadSection | undefined): Note {
	const handed = section?.fields ?? [];
	const own = note.fields;
	const { draft } = note;
	const idWritten = note.id !== undefined;
	if (!section) return { ...draft, id, idWritten, facts: factsOf(own) };
	const title = section.heading.text;
	if (handed.length === 0) return { ...draft, id, idWritten, section: title, facts: factsOf(own) };
	const fields = [...handed.filter(({ key, name }) => !own.some((field) => field.key === key && field.name === name)), ...own];
	const whole = { ...draft, id, idWritten, section: title, facts: factsOf(fields) };
	const reverse = handed.find(({ key }) => key === 'Reverse');
	if (reverse && (whole.kind === 'term' || whole.kind === 'question') && !own.some(({ key }) => key === 'Reverse')) {
		return { ...whole, reverse: reverse.value.toLowerCase() === 'yes' };
	}
	return whole;
}

/** The note that a line of a block belongs to: in a list of terms the last one that begins above it. */
function ownerOf(read: ReadNote, line: number): DraftNote | ReadNote {
	const { notes } = read;
	if (notes.length < 2) return notes[0] ?? read;
	let first = 0;
	let end = notes.length;
	while (first < end) {
		const middle = (first + end) >> 1;
		if ((notes[middle]?.line ?? 0) < line) first = middle + 1;
		else end = middle;
	}
	return notes[first - 1] ?? read;
}

function outlineOf(read: ReadNote, block: { from: number; to: number }, ids: Ids): OutlineNote {
	const entries = read.notes.map((note): OutlineEntry => {
		const id = ids.get(note) ?? '';
		const prompt = rangeOn(note.line, note.from, note.to);
		return note.id ? { id, written: note.id, prompt } : { id, prompt };
	});
	const outline: OutlineNote = {
		line: block.from + 1,
		endLine: block.to + 1,
		kind: read.kind,
		prompt: rangeOn(0, read.prompt.from, read.heading.to),
		title: read.prompt.text,
		entries,
		steps: read.scenario ? read.scenario.steps.map(stepOutline) : NO_STEPS,
		ids: read.ids
	};
	const listId = read.kind === 'terms' ? ids.get(read) : undefined;
	if (listId === undefined && !read.brokenTerms) return outline;
	return { ...outline, ...(read.brokenTerms && { brokenTerms: read.brokenTerms }), ...(listId !== undefined && { listId }) };
}

const NO_STEPS: readonly OutlineStep[] = [];

function stepOutline({ id, written, line, heading, anchor }: ReadStep): OutlineStep {
	return { id, ...(written && { written }), line: line + 1, title: heading.text, anchor };
}

function checkSources(uses: Uses, from: number, sources: ReadonlySet<string>, problems: Problem[]): void {
	for (const { id, range } of uses.sources) {
		if (sources.has(id)) continue;
		const place = moveRange(range, from);
		const near = nearestOf(id, sources);
		const meant = near === undefined ? 'Add it to "sources:" in the header, or correct the name.' : `Did you mean "${near}"?`;
		const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, place, near) };
		problems.push(problem('E601', place, `The header has no source "${id.replaceAll('\n', ' ')}". ${meant}`, fix));
	}
}
