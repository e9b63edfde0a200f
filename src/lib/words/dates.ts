import { m } from '#lib/messages/messages.js';
import { intlLocale } from './locale.ts';

const DAY_MS = 86_400_000;

/** "Saturday 21 November". */
export function longDate(date: Date): string {
	return new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** A day of the week: "Monday", or "Mon". */
export function weekdayName(date: Date, weekday: 'long' | 'short'): string {
	return new Intl.DateTimeFormat(intlLocale(), { weekday }).format(date);
}

/** How far off a day is, in a word or two: "Tomorrow", "Monday", "3 December". */
export function dayWord(date: Date, from: Date): string {
	const days = daysBetween(from, date);
	if (days <= 0) return m.day_today();
	if (days === 1) return m.day_tomorrow();
	return new Intl.DateTimeFormat(intlLocale(), days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(date);
}

/** How many days one moment is after another, as clocks count them; negative if it is before. */
export function daysBetween(from: Date | number, to: Date | number): number {
	return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** A learner's day: "22 November 2026". @param day a count of days since 1970-01-01 */
export function dayText(day: number): string {
	return new Intl.DateTimeFormat(intlLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(day * DAY_MS);
}

/** A learner's day with that of the week: "Thursday, 26 November", with the year if it is not this one. @param day, today days since 1970-01-01 */
export function weekdayText(day: number, today: number): string {
	const [date, from] = [new Date(day * DAY_MS), new Date(today * DAY_MS)];
	const year = date.getUTCFullYear() === from.getUTCFullYear() ? {} : ({ year: 'numeric' } as const);
	const format = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(intlLocale(), { ...options, timeZone: 'UTC' }).format(date);
	return `${format({ weekday: 'long' })}, ${format({ day: 'numeric', month: 'long', ...year })}`;
}

/** "3 March 2027", never broken across lines. */
export function fullDate(date: Date): string {
	return new Intl.DateTimeFormat(intlLocale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(date).replaceAll(' ', '\u00a0');
}

/** Two moments in words that tell them apart: dates, and the time of day where the dates are the same. */
export function twoMoments(one: Date, other: Date): readonly [string, string] {
	const dates = [fullDate(one), fullDate(other)] as const;
	return dates[0] === dates[1] ? [`${dates[0]}, ${clockTime(one)}`, `${dates[1]}, ${clockTime(other)}`] : dates;
}

/** "4:00". */
export function clockTime(date: Date): string {
	return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

function midnight(at: Date | number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}
