import type { Note } from './deck.ts';
import type { DraftNote } from './draft.ts';
import type { Problem } from './problem.ts';
import type { ReadSection } from './section.ts';

/**
 * What is remembered of a deck between two readings of it, so that after a keystroke only the card that changed is made again.
 * Everything is found by the identity of what it was made from: whatever was read anew is not in here.
 */
export interface Memory {
	/** Notes as they were put together from their drafts. */
	readonly notes: WeakMap<DraftNote, { readonly id: string; readonly section: ReadSection | undefined; readonly note: Note }>;
	/** What the lints said of a note; `deck` is what they depend on besides it. */
	readonly lints: WeakMap<Note, { readonly deck: string; readonly problems: readonly Problem[] }>;
}

export function newMemory(): Memory {
	return { notes: new WeakMap(), lints: new WeakMap() };
}
