import type { Reading } from './body.ts';
import type { Note } from './deck.ts';
import type { Heading, WrittenId } from './heading.ts';
import type { Prompt } from './prompt.ts';
import type { Scope, Field } from './scope.ts';

type WithoutPlace<N> = N extends Note ? Omit<N, 'id' | 'idWritten' | 'section' | 'facts'> : never;

/** A note as its own lines give it: without what depends on the rest of the deck (id, section, facts handed down). */
export type Draft = WithoutPlace<Note>;

/** A note and where it stands in its block. */
export interface DraftNote {
	readonly draft: Draft;
	readonly fields: readonly Field[];
	readonly id?: WrittenId;
	/** The id as it is used: with wrong characters replaced. */
	readonly usedId?: string;
	/** The line and columns of its prompt, from 0. */
	readonly line: number;
	readonly from: number;
	readonly to: number;
}

/** What the reader of one kind of note has in hand. */
export interface Card {
	readonly reading: Reading;
	readonly heading: Heading;
	readonly prompt: Prompt;
	readonly scope: Scope;
}
