import type { Day, EntryId, Millis } from '#lib/core/review/entry.ts';
import { dateOf, dayBy, dayStart, type LocalTime } from '#lib/core/schedule/day.ts';

/** Every clock is set back by a little now and then; by more, it is asked about (schedule/clock-doubt.ts). */
const LEEWAY_MS: Millis = 5 * 60_000;

let last: Millis = -Infinity;

/**
 * The time now. With `newId` the only place where the app asks for time or chance. While the clock is set back by a little, time
 * creeps on by a millisecond a call, so that what is written later also stands later in the log.
 */
export function now(): Millis {
	const read = Date.now();
	last = read < last && read >= last - LEEWAY_MS ? last + 1 : read;
	return last;
}

export function newId(): EntryId {
	return crypto.randomUUID() as EntryId;
}

/** What the clock of this device reads at a moment, in its time zone of now. */
export function localTime(at: Millis): LocalTime {
	const local = new Date(at);
	return { year: local.getFullYear(), month: local.getMonth() + 1, date: local.getDate(), hour: local.getHours() };
}

/** The learner's day at a moment, by the clock and time zone of this device. */
export function localDay(at: Millis, rolloverHour: number): Day {
	return dayBy(localTime, at, rolloverHour);
}

/** The moment at which a learner's day begins on this device. */
export function startOfDay(day: Day, rolloverHour: number): Date {
	const { year, month, date } = dateOf(day);
	return new Date(dayStart(localTime, day, rolloverHour, new Date(year, month - 1, date, rolloverHour).getTime()));
}
