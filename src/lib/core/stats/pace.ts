import type { Millis, Review } from '#lib/core/review/entry.ts';

/** What a card takes before there is a pace to go by: a guess. */
const FIRST_MS: Millis = 15_000;
/** Longer than this, the phone was put down. */
const PAUSE_MS: Millis = 120_000;
const LAST = 200;

/** The student's own pace: the mean time of the last answers, in milliseconds a card, long pauses cut. */
export function paceMs(reviews: readonly Review[]): Millis {
	const last = reviews.slice(-LAST);
	if (last.length === 0) return FIRST_MS;
	return last.reduce((sum, { tookMs }) => sum + Math.min(tookMs, PAUSE_MS), 0) / last.length;
}

/** Whole minutes, at least 1, that so many cards will take at a pace. */
export function minutesFor(cards: number, pace: Millis): number {
	return Math.max(1, Math.round((cards * pace) / 60_000));
}
