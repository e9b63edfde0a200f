import type { Day } from '#lib/core/review/entry.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';
import type { DueReview } from './gather.ts';

/** After so many days without an answer the backlog is taken by what is best held, so that most of it is saved. */
const AWAY_DAYS = 7;

/**
 * The order of reviews: by the day since which they are due, shuffled within a day (seeded by today, so that coming back on the
 * same day gives the same order). After a week away: the highest retrievability first.
 */
export function orderReviews(reviews: readonly DueReview[], states: CardStates, today: Day): readonly DueReview[] {
	const order = shuffled(reviews, ({ id }) => id, today);
	return daysAway(states, today) >= AWAY_DAYS
		? [...order].sort((a, b) => b.retrievability - a.retrievability)
		: [...order].sort((a, b) => a.day - b.day);
}

/** Days since the last answer before today; 0 if there is none, or if there is one today. */
function daysAway(states: CardStates, today: Day): number {
	let last = -Infinity;
	for (const { lastDay } of states.values()) last = Math.max(last, lastDay);
	return Number.isFinite(last) ? Math.max(0, today - last) : 0;
}
