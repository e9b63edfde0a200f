import type { Day, EntryId, Millis } from '#lib/core/review/entry.ts';
import { uuidAt } from '#lib/core/review/uuid.ts';
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

/** How many ids of one millisecond can be told apart by order: 12 bits. */
const IDS_PER_MS = 4096;

let idMs: Millis = -Infinity;
let idCount = 0;

/**
 * A new UUID of version 7 (RFC 9562), made of the time, a counter (section 6.2, method 1) and chance. Entries of one moment stand in the
 * log by their ids: those of one page must stand there as they were made, or putting a card away might come after bringing it back.
 */
export function newId(): EntryId {
	const ms = Math.max(now(), idMs);
	idCount = ms > idMs ? 0 : idCount + 1;
	idMs = idCount < IDS_PER_MS ? ms : ms + 1;
	idCount %= IDS_PER_MS;
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const view = new DataView(bytes.buffer);
	view.setUint16(0, Math.floor(idMs / 2 ** 32));
	view.setUint32(2, idMs >>> 0);
	view.setUint16(6, 0x7000 | idCount);
	view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
	return uuidAt(bytes, 0) as EntryId;
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
