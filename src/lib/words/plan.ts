import { m } from '#lib/messages/messages.js';
import type { Day } from '#lib/core/review/entry.ts';
import { dateOf } from '#lib/core/schedule/day.ts';
import { intlLocale } from './locale.ts';

/** A range of recall (each 0 to 1): "78 to 86 %", or "86 %". Nobody is promised a hundred. */
export function recallWords(low: number, high: number): string {
	const [from = 0, to = 0] = [low, high].map((recall) => Math.min(99, Math.round(recall * 100)));
	return from === to ? m.plan_recall({ recall: to }) : m.plan_recall_range({ from, to });
}

/** "26 November", with the year if it is not this one. */
export function dayAndMonth(day: Day, today: Day): string {
	const other = dateOf(day).year !== dateOf(today).year;
	return format(day, { day: 'numeric', month: 'long', ...(other ? { year: 'numeric' } : {}) });
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
	const { year, month, date } = dateOf(day);
	return new Intl.DateTimeFormat(intlLocale(), options).format(new Date(year, month - 1, date));
}
