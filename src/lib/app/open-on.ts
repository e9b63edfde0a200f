import { LateStore } from '#lib/store/late-store.ts';
import type { Store } from '#lib/store/open.ts';
import { ClockCheck } from './clock-check.svelte.ts';
import { catchUp } from './editions.ts';
import { Journal } from './journal.svelte.ts';
import type { Opened } from './opened.ts';
import { listenToOtherTabs } from './other-tabs.ts';
import { restWhenHidden } from './rest-when-hidden.ts';
import { tidyWhenIdle } from './tidy.ts';

/** So long after the page is there a store that is not opened yet is: whether answers can be kept is to be known before the first one. */
const SOON_MS = 1000;

/** The journal on an opened store, ready to be studied with. */
export async function openOn(store: Store): Promise<Opened> {
	const journal = store instanceof LateStore ? Journal.onNothing(store) : await Journal.on(store);
	if (store instanceof LateStore) openSoon(store);
	const clock = new ClockCheck(journal);
	listenToOtherTabs(journal);
	// What new texts mean is decided before anything is studied; if that fails, the cards keep their history by their ids.
	await catchUp(journal).catch(() => undefined);
	tidyWhenIdle(journal);
	restWhenHidden(journal);
	return { journal, clock };
}

function openSoon(store: LateStore): void {
	// Where what opens it cannot be loaded, the first answer tries again, and says so.
	const open = () => setTimeout(() => void store.open().catch(() => undefined), SOON_MS);
	if (document.readyState === 'complete') open();
	else addEventListener('load', open, { once: true });
}
