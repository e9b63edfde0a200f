import { hasNothing } from '#lib/store/has-nothing.ts';
import { LateStore } from '#lib/store/late-store.ts';
import type { Store } from '#lib/store/open.ts';
import type { ClockCheck } from './clock-check.svelte.ts';
import type { Journal } from './journal.svelte.ts';
import { waiting } from './opening.svelte.ts';

/** What is opened once for a page and all that follow it without a reload. */
export interface Opened {
	readonly journal: Journal;
	readonly clock: ClockCheck;
}

/** The store's name in this browser. */
const NAME = 'entente';

let opened: Promise<Opened> | undefined;

/**
 * Begins to open the log, if that has not begun yet. The start of the app calls it before any page is loaded: the disk is read while
 * the page's own files are, and each would otherwise wait for the other.
 */
export function beginOpening(): Promise<Opened> {
	return (opened ??= open());
}

/** The journal of this page, its store opened for good: on these pages something may be written at once. */
export async function openJournal(): Promise<Journal> {
	const { journal } = await beginOpening();
	if (journal.store instanceof LateStore) await journal.store.open();
	return journal;
}

/** The journal of this page, and the clock looked at; on a first visit the store is opened a little later. */
export async function openWithClock(): Promise<Opened> {
	const both = await beginOpening();
	await both.clock.look();
	return both;
}

async function open(): Promise<Opened> {
	const [{ openOn }, store] = await Promise.all([import('./open-on.ts'), storeToOpen()]);
	return openOn(store);
}

async function storeToOpen(): Promise<Store> {
	return (await hasNothing(NAME)) ? new LateStore(openedStore) : openedStore();
}

async function openedStore(): Promise<Store> {
	const { openStore } = await import('#lib/store/open.ts');
	return openStore(NAME, waiting);
}
