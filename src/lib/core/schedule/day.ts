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

/** What the wall clock reads at a moment, somewhere. */
export type LocalClock = (at: Millis) => LocalTime;

const QUARTER_MS: Millis = 900_000;
/** No zone sets its clocks back by more than three hours (Antarctica/Casey has). */
const SET_BACK_HOURS = 3;

/**
 * The learner's day at a moment, by a wall clock. A day that has begun does not end because the clock is set back across the
 * rollover hour, as at 03:45 in the Chatham Islands; so days never go back while the learner stays in one zone.
 */
export function dayBy(clock: LocalClock, at: Millis, rolloverHour: number): Day {
	const local = clock(at);
	let day = dayAt(local, rolloverHour);
	if ((rolloverHour + 23 - local.hour) % 24 >= SET_BACK_HOURS) return day;
	// Shortly before the rollover. Clocks are set back at whole quarters of an hour.
	for (let ago = QUARTER_MS; ago <= SET_BACK_HOURS * 4 * QUARTER_MS; ago += QUARTER_MS) {
		day = Math.max(day, dayAt(clock(at - ago), rolloverHour));
	}
	return day;
}

/**
 * The first moment of a learner's day, by a wall clock: where the rollover hour is left out, the moment at which the clock is set
 * forward. Of a day that a zone has left out as a whole (Samoa, 30 December 2011), the first moment after it.
 * @param guess where it is on most days; only for speed
 */
export function dayStart(clock: LocalClock, day: Day, rolloverHour: number, guess: Millis = day * DAY_MS): Millis {
	const hasBegun = (at: Millis) => dayBy(clock, at, rolloverHour) >= day;
	if (hasBegun(guess) && !hasBegun(guess - 1)) return guess;
	// Zones lie within 14 hours of UTC on either side.
	let before = day * DAY_MS + (rolloverHour - 15) * 4 * QUARTER_MS;
	let after = before + 30 * 4 * QUARTER_MS;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (hasBegun(middle)) after = middle;
		else before = middle;
	}
	return after;
}

/** The local date on which a learner's day begins. */
export function dateOf(day: Day): Omit<LocalTime, 'hour'> {
	const date = new Date(day * DAY_MS);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}
