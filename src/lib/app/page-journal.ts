import { hasNothing } from '#lib/store/has-nothing.ts';
import { LateStore } from '#lib/store/late-store.ts';
import type { Store } from '#lib/store/open.ts';
import { hearing } from './blocked.svelte.ts';
import type { ClockCheck } from './clock-check.svelte.ts';
import type { Journal } from './journal.svelte.ts';

/** The journal and the clock of this page, and of all that follow it without a reload. */
export interface PageJournal {
	readonly journal: Journal;
	readonly clock: ClockCheck;
}

/** The store's name in this browser. */
const NAME = 'entente';

let opened: Promise<PageJournal> | undefined;

/**
 * Begins to open the log, if that has not begun yet. The start of the app calls it before any page is loaded: the disk is read while
 * the page's own files are, and each would otherwise wait for the other.
 */
export function beginOpening(): Promise<PageJournal> {
	return (opened ??= open());
}

/** The journal of this page, its store opened for good: on these pages something may be written at once. */
export async function openJournal(): Promise<Journal> {
	const { journal } = await beginOpening();
	if (journal.store instanceof LateStore) await journal.store.open();
	return journal;
}

/** The journal of this page, and the clock looked at; on a first visit the store is opened a little later. */
export async function openWithClock(): Promise<PageJournal> {
	const both = await beginOpening();
	await both.clock.look();
	return both;
}

async function open(): Promise<PageJournal> {
	const [{ startJournal }, store] = await Promise.all([import('./start-journal.ts'), storeToOpen()]);
	return startJournal(store);
}

async function storeToOpen(): Promise<Store> {
	return (await hasNothing(NAME)) ? new LateStore(openedStore) : openedStore();
}

async function openedStore(): Promise<Store> {
	const { openStore } = await import('#lib/store/open.ts');
	return openStore(NAME, hearing);
}
