import { DAY_MS, dateOf } from '#lib/core/schedule/day.ts';
import type { Day } from '#lib/core/review/entry.ts';

/** A learner's day as a date field wants it: "2026-11-21". */
export function dateText(day: Day): string {
	const { year, month, date } = dateOf(day);
	return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

/** The learner's day of what a date field holds; undefined if it is empty or no date. */
export function dayFrom(text: string): Day | undefined {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS);
}
