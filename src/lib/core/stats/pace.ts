import type { Millis } from '#lib/core/review/entry.ts';
import { PAUSE_MS } from '#lib/core/schedule/desk.ts';
import type { Pace } from '#lib/core/schedule/progress.ts';

/** A run through a scenario before there is a pace for it: a guess. */
const SCENARIO_MS: Millis = 120_000;

/** Whole minutes, at least 1, that so many cards will take at the student's own pace. */
export function minutesFor(cards: { readonly fresh: number; readonly reviews: number; readonly uses?: number }, pace: Pace): number {
	const took = cards.fresh * pace.newMs + cards.reviews * pace.reviewMs + (cards.uses ?? 0) * SCENARIO_MS;
	return Math.max(1, Math.round(took / 60_000));
}

/** Whole minutes, at least 1, that these answers took. */
export function minutesSpent(answers: readonly { readonly tookMs: Millis }[]): number {
	const took = answers.reduce((sum, { tookMs }) => sum + Math.min(Math.max(0, tookMs), PAUSE_MS), 0);
	return Math.max(1, Math.round(took / 60_000));
}
