import { LateStore } from '#lib/store/late-store.ts';
import type { Store } from '#lib/store/open.ts';
import { ClockCheck } from './clock-check.svelte.ts';
import { catchUp } from './editions.ts';
import { Journal } from './journal.svelte.ts';
import type { PageJournal } from './page-journal.ts';
import { listenToOtherTabs } from './other-tabs.ts';
import { restWhenHidden } from './rest-when-hidden.ts';
import { tidyWhenIdle } from './tidy.ts';

/** So long after the page is there a store that is not opened yet is: whether answers can be kept is to be known before the first one. */
const SOON_MS = 1000;

/** The journal on an opened store, ready to be studied with, and all that goes on beside it for as long as the page is there. */
export async function startJournal(store: Store): Promise<PageJournal> {
	const journal = store instanceof LateStore ? Journal.onNothing(store) : await Journal.on(store);
	if (store instanceof LateStore) openSoon(journal);
	const clock = new ClockCheck(journal);
	listenToOtherTabs(journal);
	// What new texts mean is decided before anything is studied; if that fails, the cards keep their history by their ids.
	await catchUp(journal).catch(() => undefined);
	tidyWhenIdle(journal);
	restWhenHidden(journal);
	holdWhileUnsaved(journal);
	return { journal, clock };
}

/** An answer that is not kept yet is not left behind unasked: the browser asks whether to leave. */
function holdWhileUnsaved(journal: Journal): void {
	addEventListener('beforeunload', (event) => {
		if (journal.unsaved.length > 0) event.preventDefault();
	});
}

/** Opens the store of a first visit: when the page has been there for a while, and before that with the first touch of anything but a link. */
function openSoon(journal: Journal): void {
	const watching = new AbortController();
	const open = () => {
		journal.openStore();
		watching.abort();
	};
	const openIfActing = ({ target }: Event) => {
		if (target instanceof Element && target.closest('a') === null) open();
	};
	addEventListener('pointerdown', openIfActing, { capture: true, signal: watching.signal });
	addEventListener('keydown', openIfActing, { capture: true, signal: watching.signal });
	const openLater = () => setTimeout(open, SOON_MS);
	if (document.readyState === 'complete') openLater();
	else addEventListener('load', openLater, { once: true });
}
