import { createContext } from 'svelte';
import type { ClockCheck } from './clock-check.svelte.ts';
import type { Journal } from './journal.svelte.ts';
import { catchUp } from './editions.ts';
import { listenToOtherTabs } from './other-tabs.ts';
import { waiting } from './opening.svelte.ts';
import { restWhenHidden } from './rest-when-hidden.ts';
import { tidyWhenIdle } from './tidy.ts';

/** What is opened once for a page and all that follow it without a reload. */
export interface Opened {
	readonly journal: Journal;
	readonly clock: ClockCheck;
}

const [get, set] = createContext<() => Promise<Opened>>();

/** Gives the page below the journal, which is opened once, when it is first asked for. */
export function provideJournal(): void {
	let opened: Promise<Opened> | undefined;
	set(() => {
		opened ??= open();
		return opened;
	});
}

/** The journal of this page; for use while a component is set up. */
export async function openJournal(): Promise<Journal> {
	return (await get()()).journal;
}

/** The journal of this page, and the clock looked at; for use while a component is set up. */
export async function openWithClock(): Promise<Opened> {
	const opened = await get()();
	await opened.clock.look();
	return opened;
}

async function open(): Promise<Opened> {
	// The store is asked for in the same breath: each way to the disk and back counts when the app starts.
	const store = import('#lib/store/open.ts');
	const [{ Journal }, { ClockCheck }] = await Promise.all([import('./journal.svelte.ts'), import('./clock-check.svelte.ts')]);
	await store;
	const journal = await Journal.open(waiting);
	const clock = new ClockCheck(journal);
	listenToOtherTabs(journal);
	// What new texts mean is decided before anything is studied; if that fails, the cards keep their history by their ids.
	await catchUp(journal).catch(() => undefined);
	tidyWhenIdle(journal);
	restWhenHidden(journal);
	return { journal, clock };
}
