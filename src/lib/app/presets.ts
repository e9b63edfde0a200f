import type { Parameters } from '#lib/core/schedule/parameters.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import type { ShelfEntry } from './library.ts';

/** Settings by name; `null` takes one back, so that the general one holds again. */
export type Change = { readonly [Name in keyof Parameters]?: Parameters[Name] | null };

/** Changes the general settings. Resolves to whether that is kept; while it is not, it holds in this page and is tried again. */
export function setGeneral(journal: Journal, set: Change): Promise<boolean> {
	return journal.append({ kind: 'preset', id: newId(), at: now(), set });
}

/** Changes the settings of one deck. */
export function setForDeck(journal: Journal, { id }: ShelfEntry, set: Change): void {
	void journal.append({ kind: 'preset', id: newId(), at: now(), preset: id, set });
}
