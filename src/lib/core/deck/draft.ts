import type { Reading } from './reading.ts';
import type { Concepts } from './concepts.ts';
import type { Facts, Markdown, Note, NoteId } from './deck.ts';
import type { Heading, WrittenId } from './heading.ts';
import type { Marks } from './marks.ts';
import type { Prompt } from './prompt.ts';
import type { Scope } from './scope.ts';
import type { Setting } from './setting.ts';

/** A note that is being read: its reader may still change it. */
export type Fresh<N = Note> = N extends Note ? { -readonly [K in keyof N]: N[K] } : never;

/** A note as its own lines give it in their setting, and where it stands in its block. One without a written id has an empty one. */
export interface DraftNote {
	readonly note: Note;
	/** The written id. */
	readonly id: WrittenId | undefined;
	/** The line and columns of its prompt, from 0. */
	readonly line: number;
	readonly from: number;
	readonly to: number;
	/** The note as the deck has it, with its id and its concepts, and for which concepts that is so. */
	settled: Note | undefined;
	settledFor: Concepts | undefined;
}

/** Whether what was read is a note, and neither a list of terms nor a card that cannot be used. */
export function isDraft<Read extends { readonly note: Note | undefined }>(read: Read): read is Read & { readonly note: Note } {
	return read.note !== undefined;
}

/** What the reader of one kind of note has in hand. */
export interface Card {
	readonly reading: Reading;
	readonly setting: Setting;
	readonly heading: Heading;
	readonly prompt: Prompt;
	readonly scope: Scope;
	/** The marks in its content, if there are any. */
	readonly marks: Marks | undefined;
	/** The written id as it is used, or an empty one. */
	readonly id: NoteId;
	readonly idWritten: boolean;
	/** The title of its section. The most frequent kinds are made with it: where it is put in later (`putInto`) it takes more room. */
	readonly section: Markdown | undefined;
	readonly facts: Facts;
}
