import type { Store } from '#lib/store/open.ts';
import { ClockCheck } from './clock-check.svelte.ts';
import { catchUp } from './editions.ts';
import { Journal } from './journal.svelte.ts';
import type { Opened } from './opened.ts';
import { listenToOtherTabs } from './other-tabs.ts';
import { restWhenHidden } from './rest-when-hidden.ts';
import { tidyWhenIdle } from './tidy.ts';

/** The journal on an opened store, ready to be studied with. */
export async function openOn(store: Store): Promise<Opened> {
	const journal = await Journal.on(store);
	const clock = new ClockCheck(journal);
	listenToOtherTabs(journal);
	// What new texts mean is decided before anything is studied; if that fails, the cards keep their history by their ids.
	await catchUp(journal).catch(() => undefined);
	tidyWhenIdle(journal);
	restWhenHidden(journal);
	return { journal, clock };
}
