import type { Day, Millis } from '#lib/core/review/entry.ts';

const MINUTE: Millis = 60_000;

/** What the student may set about the schedule, in general or for one deck. */
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
	/** New cards a day: in general over all decks, for one deck within that. */
	readonly newPerDay: number;
	/** Reviews a day: in general over all decks, for one deck within that. */
	readonly reviewsPerDay: number;
	/** Lapses, on different days, after which a card is put away as a leech. */
	readonly leechLapses: number;
	/** The hour at which the learner's day begins; 0 to 23. The same for all decks. */
	readonly rolloverHour: number;
	/** The day of an exam in this deck; only for a deck. */
	readonly examDay?: Day;
}

export const DEFAULTS: Parameters = {
	desiredRetention: 0.9,
	learningStepsMs: [MINUTE, 10 * MINUTE],
	relearningStepsMs: [10 * MINUTE],
	longestIntervalDays: 365,
	fuzz: true,
	newPerDay: 8,
	reviewsPerDay: 120,
	leechLapses: 8,
	rolloverHour: 4
};

/** The least and the most that each number among them may be. */
export const RANGES = {
	desiredRetention: [0.7, 0.97],
	longestIntervalDays: [1, 36_500],
	newPerDay: [0, 9999],
	reviewsPerDay: [0, 9999],
	leechLapses: [1, 99],
	rolloverHour: [0, 23]
} as const satisfies Readonly<Partial<Record<keyof Parameters, readonly [least: number, most: number]>>>;

/** How many steps there may be, and how long each may last: from a second to a day. */
export const STEPS = { most: 10, shortestMs: 1000, longestMs: 24 * 60 * MINUTE } as const;

const isNumber = (least: number, most: number) => (value: unknown) => typeof value === 'number' && value >= least && value <= most;
const isCount = (least: number, most: number) => (value: unknown) => Number.isInteger(value) && isNumber(least, most)(value);
const isSteps = (value: unknown) =>
	Array.isArray(value) && value.length <= STEPS.most && value.every(isNumber(STEPS.shortestMs, STEPS.longestMs));

/** What each setting may be. */
const FITS: Readonly<Record<keyof Parameters, (value: unknown) => boolean>> = {
	desiredRetention: isNumber(...RANGES.desiredRetention),
	learningStepsMs: isSteps,
	relearningStepsMs: isSteps,
	longestIntervalDays: isCount(...RANGES.longestIntervalDays),
	fuzz: (value) => typeof value === 'boolean',
	newPerDay: isCount(...RANGES.newPerDay),
	reviewsPerDay: isCount(...RANGES.reviewsPerDay),
	leechLapses: isCount(...RANGES.leechLapses),
	rolloverHour: isCount(...RANGES.rolloverHour),
	examDay: Number.isSafeInteger
};

/** The settings among these values that are what they should be; the others are left out. */
export function soundSettings(values: Readonly<Record<string, unknown>>): Partial<Parameters> {
	const names = (Object.keys(FITS) as (keyof Parameters)[]).filter((name) => Object.hasOwn(values, name) && FITS[name](values[name]));
	return Object.fromEntries(names.map((name) => [name, values[name]]));
}
