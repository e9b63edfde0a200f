import type { Day, Millis } from '#lib/core/review/entry.ts';

export const DAY_MS: Millis = 86_400_000;

/** A moment on the learner's own wall clock. Month 1 to 12, hour 0 to 23. */
export interface LocalTime {
	readonly year: number;
	readonly month: number;
	readonly date: number;
	readonly hour: number;
}

/** The learner's day at a moment: the local date, which begins at the rollover hour (0 to 23) instead of midnight. */
export function dayAt(local: LocalTime, rolloverHour: number): Day {
	const date = Math.floor(Date.UTC(local.year, local.month - 1, local.date) / DAY_MS);
	return local.hour < rolloverHour ? date - 1 : date;
}

/** The local date on which a learner's day begins. */
export function dateOf(day: Day): Omit<LocalTime, 'hour'> {
	const date = new Date(day * DAY_MS);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}
