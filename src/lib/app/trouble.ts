import type { Review } from '#lib/core/review/entry.ts';
import { troubleIn } from '#lib/core/session/extra.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, type ShelvedCard } from './library.ts';
import { dayOf, idsIn, type Scope } from './scope.ts';

/** A card that was not known today, how often, and the last such answer. */
export interface Trouble {
	readonly card: ShelvedCard;
	readonly times: number;
	readonly last: Review;
}

/** The cards of a scope that were answered "again" most often today, the worst first; three at most. */
export async function troubleToday(journal: Journal, scope: Scope): Promise<readonly Trouble[]> {
	const worst = troubleIn(journal.answersOn(dayOf(journal, now())), await idsIn(scope));
	const cards = await Promise.all(worst.map(async ({ id, ...rest }) => ({ card: await loadCard(id), ...rest })));
	return cards.flatMap(({ card, ...rest }) => (card ? [{ card, ...rest }] : []));
}
