import type { CardId } from '#lib/core/card/card.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, type ShelvedCard } from './library.ts';
import { dayOf } from './scope.ts';

/** A card that was not known today, and how often. */
export interface Trouble {
	readonly card: ShelvedCard;
	readonly times: number;
}

const MOST = 3;

/** The cards that were answered "again" most often today, the worst first; three at most. */
export async function troubleToday(journal: Journal): Promise<readonly Trouble[]> {
	const reviews = journal.answersOn(dayOf(journal, now()));
	const times = new Map<CardId, number>();
	for (const { rating, cardId } of reviews) if (rating === 'again') times.set(cardId, (times.get(cardId) ?? 0) + 1);
	const worst = [...times].sort((a, b) => b[1] - a[1]).slice(0, MOST);
	const cards = await Promise.all(worst.map(async ([id, count]) => ({ card: await loadCard(id), times: count })));
	return cards.flatMap(({ card, times: count }) => (card ? [{ card, times: count }] : []));
}
