import type { Journal } from './journal.svelte.ts';
import { whenQuiet } from './when-quiet.ts';

/**
 * Notes in the log that nothing is being written, when the app goes out of sight: the next start then knows that no write was torn
 * (decision record 9). Where it cannot be noted, an answer waits for both copies the next time; nothing is lost.
 */
export function restWhenHidden(journal: Journal): void {
	if (journal.notKept) return;
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState !== 'hidden' || journal.unsaved.length > 0) return;
		// While another tab writes, the log does not rest.
		whenQuiet(() => journal.store.log.rest()).catch(() => undefined);
	});
}
