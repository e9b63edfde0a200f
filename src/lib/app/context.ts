import { createContext } from 'svelte';
import type { Journal } from './journal.svelte.ts';
import { catchUp } from './editions.ts';
import { listenToOtherTabs } from './other-tabs.ts';
import { tidyWhenIdle } from './tidy.ts';

const [get, set] = createContext<() => Promise<Journal>>();

/** Gives the page below the journal, which is opened once, when it is first asked for. */
export function provideJournal(): void {
	let opened: Promise<Journal> | undefined;
	set(() => {
		opened ??= open();
		return opened;
	});
}

/** The journal of this page; for use while a component is set up. */
export function openJournal(): Promise<Journal> {
	return get()();
}

async function open(): Promise<Journal> {
	const { Journal } = await import('./journal.svelte.ts');
	const journal = await Journal.open();
	listenToOtherTabs(journal);
	// What new texts mean is decided before anything is studied; if that fails, the cards keep their history by their ids.
	await catchUp(journal).catch(() => undefined);
	tidyWhenIdle(journal);
	return journal;
}
