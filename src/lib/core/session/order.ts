import type { Day } from '#lib/core/review/entry.ts';
import { comingBackFrom } from '#lib/core/schedule/plan/away.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';
import type { DueReview } from './gather.ts';

/**
 * The order of reviews: by the day since which they are due, shuffled within a day (seeded by today, so that coming back on the
 * same day gives the same order). After a week away and until that backlog is worked off: the highest retrievability first, so
 * that most of it is saved.
 */
export function orderReviews(reviews: readonly DueReview[], cards: CardStates, today: Day): readonly DueReview[] {
	const order = shuffled(reviews, ({ id }) => id, today);
	const waiting = reviews.map(({ id, lastDay, day, stability }) => ({ id, lastDay, dueDay: day, stability }));
	return comingBackFrom(waiting, today, cards.lastDays()) === undefined
		? [...order].sort((a, b) => a.day - b.day)
		: [...order].sort((a, b) => b.retrievability - a.retrievability);
}
