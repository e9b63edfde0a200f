import type { Millis } from '#lib/core/review/entry.ts';

const MINUTE: Millis = 60_000;

/** What the student may set about the schedule. */
export interface Parameters {
	/** The chance of recall at which a card comes back; 0.7 to 0.97. */
	readonly desiredRetention: number;
	/** Waits of a new card before it leaves learning. */
	readonly learningStepsMs: readonly Millis[];
	/** Waits of a card that was forgotten. */
	readonly relearningStepsMs: readonly Millis[];
	/** The longest interval, in days. */
	readonly longestIntervalDays: number;
	/** Whether intervals are spread a little, so that cards learned together do not stay together. */
	readonly fuzz: boolean;
	/** New cards a day, over all decks. */
	readonly newPerDay: number;
	/** Reviews a day, over all decks. */
	readonly reviewsPerDay: number;
	/** The hour at which the learner's day begins; 0 to 23. */
	readonly rolloverHour: number;
}

export const DEFAULTS: Parameters = {
	desiredRetention: 0.9,
	learningStepsMs: [MINUTE, 10 * MINUTE],
	relearningStepsMs: [10 * MINUTE],
	longestIntervalDays: 365,
	fuzz: true,
	newPerDay: 8,
	reviewsPerDay: 120,
	rolloverHour: 4
};
