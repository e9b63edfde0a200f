import type { Day } from '#lib/core/review/entry.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { DueReview } from './gather.ts';

/** How much of the day's allowance is left, over all decks; each 0 or more. */
export interface Allowance {
	readonly fresh: number;
	readonly reviews: number;
}

/** What is left of today's limits after the cards already answered today. */
export function allowanceLeft(states: CardStates, today: Day, { newPerDay, reviewsPerDay }: Parameters): Allowance {
	let fresh = newPerDay;
	let reviews = reviewsPerDay;
	for (const { firstDay, lastDay } of states.values()) {
		if (firstDay === today) fresh -= 1;
		else if (lastDay === today) reviews -= 1;
	}
	return { fresh: Math.max(0, fresh), reviews: Math.max(0, reviews) };
}

/** The first cards of each kind that the allowance lets through. */
export function limit(reviews: readonly DueReview[], fresh: readonly CardId[], allowance: Allowance) {
	return { reviews: reviews.slice(0, allowance.reviews), fresh: fresh.slice(0, allowance.fresh) };
}
