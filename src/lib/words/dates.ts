import { intlLocale } from './locale.ts';

const DAY_MS = 86_400_000;

/** "Saturday 21 November". */
export function longDate(date: Date): string {
	return new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** How far off a day is, in a word or two: "Tomorrow", "Monday", "3 December". */
export function dayWord(date: Date, from: Date): string {
	const days = Math.round((midnight(date) - midnight(from)) / DAY_MS);
	if (days <= 0) return 'Today';
	if (days === 1) return 'Tomorrow';
	return new Intl.DateTimeFormat(intlLocale(), days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(date);
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

function midnight(date: Date): number {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
