import { createContext } from 'svelte';
import type { Journal } from './journal.svelte.ts';

const [get, set] = createContext<() => Promise<Journal>>();

/** Gives the page below the journal, which is opened once, when it is first asked for. */
export function provideJournal(): void {
	let opened: Promise<Journal> | undefined;
	set(() => {
		opened ??= import('./journal.svelte.ts').then(({ Journal }) => Journal.open());
		return opened;
	});
}

/** The journal of this page; for use while a component is set up. */
export function openJournal(): Promise<Journal> {
	return get()();
}
