import { leaveTrace } from './backup/trace.ts';
import { now } from './clock.ts';
import { keepTexts } from './editions.ts';
import type { Journal } from './journal.svelte.ts';
import { whenQuiet } from './when-quiet.ts';

/** The first card comes before any tidying. */
const AFTER_MS = 4000;

/**
 * Keeps a checkpoint, seals what is long past, keeps the decks' texts and leaves a trace when the app has been open for a while and has
 * nothing to do. While another tab studies, that one has done so.
 */
export function tidyWhenIdle(journal: Journal): void {
	if (journal.notKept) return;
	const tidy = () => {
		// Only time is lost: the next start reads a little more, and tries again.
		whenQuiet(async () => {
			await journal.tidy();
			await keepTexts(journal);
			await leaveTrace(journal, now());
		}).catch(() => undefined);
	};
	setTimeout(() => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(tidy, { timeout: 30_000 });
		else tidy();
	}, AFTER_MS);
}
