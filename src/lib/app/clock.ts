import type { Day, EntryId, Millis } from '#lib/core/review/entry.ts';
import { dateOf, dayAt } from '#lib/core/schedule/day.ts';

/** The time now. With `newId` the only place where the app asks for time or chance. */
export function now(): Millis {
	return Date.now();
}

export function newId(): EntryId {
	return crypto.randomUUID() as EntryId;
}

/** The learner's day at a moment, by the clock and time zone of this device. */
export function localDay(at: Millis, rolloverHour: number): Day {
	const local = new Date(at);
	return dayAt({ year: local.getFullYear(), month: local.getMonth() + 1, date: local.getDate(), hour: local.getHours() }, rolloverHour);
}

/** The moment at which a learner's day begins on this device. */
export function startOfDay(day: Day, rolloverHour: number): Date {
	const { year, month, date } = dateOf(day);
	return new Date(year, month - 1, date, rolloverHour);
}
