import type { NoteId, StepId } from './deck.ts';
import type { WrittenId } from './heading.ts';
import type { Range } from './problem.ts';
import type { BlockKind } from './kind.ts';

/**
 * Where the things of a deck stand in its text. The ranges inside a note count lines from the note's own first line (line 1),
 * so that a note that only moved keeps them; `line` is the note's first line in the file, and `moveRange(range, line - 1)` gives its place.
 */
export interface Outline {
	/** Between the two lines of hyphens, if there is a header: the indexes of those lines from 0. */
	readonly header?: { readonly from: number; readonly to: number };
	/** Where the values of the header stand. */
	readonly headerRanges: Readonly<Record<string, Range>>;
	readonly sections: readonly OutlineSection[];
	readonly notes: readonly OutlineNote[];
	/** What the names in a deck's facts stand for, and where: for what needs other files. */
	readonly concepts: readonly ConceptUse[];
	readonly pictures: readonly PictureUse[];
}

export interface OutlineSection {
	readonly line: number;
	readonly endLine: number;
	readonly title: string;
	readonly id?: WrittenId;
}

/** A note, sound or not. A list of terms is one entry with many ids. */
export interface OutlineNote {
	/** The number of its first line in the file. */
	readonly line: number;
	/** The number of the line after its last. */
	readonly endLine: number;
	readonly kind: BlockKind;
	/** The prompt in its heading. */
	readonly prompt: Range;
	/** The prompt's words. */
	readonly title: string;
	readonly entries: readonly OutlineEntry[];
	readonly steps: readonly OutlineStep[];
	/** Ids of the note's heading, the first of which counts. */
	readonly ids: readonly WrittenId[];
	/** Names and ids of terms of a list that cannot be used. */
	readonly brokenTerms?: readonly string[];
	/** The id of the list itself, for a list of terms. */
	readonly listId?: NoteId;
}

/** One note of the deck that stands here: the only one, or a term of a list. */
export interface OutlineEntry {
	readonly id: NoteId;
	readonly written?: WrittenId;
	readonly prompt: Range;
}

export interface OutlineStep {
	readonly id: StepId;
	readonly written?: WrittenId;
	/** From 1, counted from the note's first line. */
	readonly line: number;
	readonly title: string;
	readonly anchor: string;
}

/** A concept named by `About`, `Needs` or `Part of`. Ranges are places in the file. */
export interface ConceptUse {
	readonly key: 'About' | 'Needs' | 'Part of';
	readonly name: string;
	readonly range: Range;
	/** The note that names it. */
	readonly note: NoteId;
}

/** A picture that a deck shows. */
export interface PictureUse {
	readonly file: string;
	readonly range: Range;
}
