import type { Millis } from '#lib/core/review/entry.ts';
import { remember, retrievability, type Memory } from '../memory.ts';
import type { Pace } from './plan-card.ts';

/**
 * How often the first answer to a new card is not "again".
 * Source: the mean over many people that fsrs-rs's simulator starts from (first_rating_prob, again: 0.24).
 */
export const KNOWN_AT_FIRST = 0.76;

/** What an answer now would do. */
export interface Outcomes {
	/** The chance of recall now, 0 to 1; for a new card, of a first answer other than "again". */
	readonly chance: number;
	/** The memory after "good". */
	readonly recalled: Memory;
	/** The memory after "again" and relearning on the same day. */
	readonly forgotten: Memory;
}

/** What an answer now would do, `elapsedDays` (whole, 0 or more) after the last one. `memory` is undefined for a new card. */
export function outcomesOf(memory: Memory | undefined, elapsedDays: number): Outcomes {
	return {
		chance: chanceNow(memory, elapsedDays),
		recalled: afterAnswer(memory, elapsedDays, true),
		forgotten: afterAnswer(memory, elapsedDays, false)
	};
}

/** The chance of recall `elapsedDays` after the last answer, 0 to 1; for a new card, of a first answer other than "again". */
export function chanceNow(memory: Memory | undefined, elapsedDays: number): number {
	return memory === undefined ? KNOWN_AT_FIRST : retrievability(memory, elapsedDays);
}

/** The memory at the end of a day on which the card was answered. */
export function afterAnswer(memory: Memory | undefined, elapsedDays: number, recalled: boolean): Memory {
	return recalled ? remember(memory, elapsedDays, 'good') : remember(remember(memory, elapsedDays, 'again'), 0, 'good');
}

/** What an answer takes; `failed` is the share of it that fails (0 to 1), each failure costing a repeat. */
export function answerMs(isNew: boolean, failed: number, { reviewMs, newMs }: Pace): Millis {
	return (isNew ? newMs : reviewMs) + failed * reviewMs;
}

/** What an answer now takes on average, a repeat after a failure counted in. */
export function expectedMs(memory: Memory | undefined, elapsedDays: number, pace: Pace): Millis {
	return answerMs(memory === undefined, 1 - chanceNow(memory, elapsedDays), pace);
}
