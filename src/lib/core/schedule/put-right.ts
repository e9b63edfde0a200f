import type { Day, EntryId, Millis, Redate } from '#lib/core/review/entry.ts';
import { DAY_MS } from './day.ts';

/** An act of this device as it counts now: with what earlier redatings have moved. */
export interface Stamp {
	readonly id: EntryId;
	readonly at: Millis;
	/** None for an act that records no day. */
	readonly day?: Day;
}

/** What a `redate` entry says. */
export type Redating = Pick<Redate, 'entryIds' | 'shiftMs' | 'shiftDays'>;

/** A clock that is wrong by half a day or more is mostly wrong by whole days; by less, by a time zone: whole quarters of an hour. */
const HALF_DAY_MS: Millis = DAY_MS / 2;
const QUARTER_MS: Millis = 900_000;

/** An act that is moved, or not. */
interface Placed {
	readonly stamp: Stamp;
	readonly shift: Millis;
}

/**
 * How to move the acts of this device, whose clock is right now: so that all of them lie before now, in the order in which they
 * were written, and the days follow the moments.
 *
 * - Acts written while the clock was not in doubt are moved only if they lie after now. The clock had leapt forward, and its leap
 *   left a gap between two of them at least as wide as itself: those behind the last such gap go back together.
 * - Acts written while the clock was in doubt stay where they are if they lie after the others and before now. If not, the last
 *   lands just before now and the distances between them are kept, unless there is no room for them: then their widest gaps close.
 *
 * A clock is mostly wrong by whole days, so acts are moved by whole days where that fits: they then stand exactly where they would
 * have stood, if the clock was put right within half a day of the last of them (a day, if it was wrong by two days or more).
 *
 * @param sure in the order in which they were written, before any doubt
 * @param doubtful in the order in which they were written, after all the others
 * @param dayOf the learner's day at a moment, in the time zone of now; no act comes to lie on a later day than now
 */
export function putRight(sure: readonly Stamp[], doubtful: readonly Stamp[], now: Millis, dayOf: (at: Millis) => Day): readonly Redating[] {
	const before = sure.at(-1)?.at ?? -Infinity;
	const later = between(doubtful, before < now ? before : -Infinity, now);
	const limit = later.reduce((least, { stamp, shift }) => Math.min(least, stamp.at + shift), now);
	const today = dayOf(now);
	const groups = new Map<string, { entryIds: EntryId[]; shiftMs: Millis; shiftDays: number }>();
	for (const { stamp, shift } of [...movedBack(sure, limit), ...later]) {
		if (shift === 0) continue;
		const was = stamp.day ?? dayOf(stamp.at);
		const shiftDays = Math.min(today, was + dayOf(stamp.at + shift) - dayOf(stamp.at)) - was;
		const key = `${shift}/${shiftDays}`;
		const group = groups.get(key) ?? { entryIds: [], shiftMs: shift, shiftDays };
		group.entryIds.push(stamp.id);
		groups.set(key, group);
	}
	return [...groups.values()];
}

/** Acts of a clock that had leapt forward, so that all lie before `limit`. */
function movedBack(stamps: readonly Stamp[], limit: Millis): readonly Placed[] {
	const late = stamps.findIndex(({ at }) => at >= limit);
	if (late < 0) return [];
	const exact = limit - 1 - stamps.reduce((most, { at }) => Math.max(most, at), -Infinity);
	const whole = rounded(exact);
	for (const shift of new Set([whole, exact])) {
		for (let from = late; from > 0; from--) {
			if (gapBefore(stamps, from) > -shift) return stamps.slice(from).map((stamp) => ({ stamp, shift }));
		}
	}
	return stamps.map((stamp) => ({ stamp, shift: whole }));
}

/** Acts of a clock in doubt, so that all lie after `after` and before `before`; where there is no room at all, before `before`. */
function between(stamps: readonly Stamp[], after: Millis, before: Millis): readonly Placed[] {
	const [first] = stamps;
	const last = stamps.at(-1);
	if (first === undefined || last === undefined) return [];
	const back = lastStepBack(stamps);
	if (back === 0) {
		const exact = before - 1 - last.at;
		for (const shift of [0, rounded(exact), exact]) {
			if (first.at + shift > after && last.at + shift < before) return stamps.map((stamp) => ({ stamp, shift }));
		}
		if (stamps.length === 1) return [{ stamp: first, shift: exact }];
	}
	const cut = back > 0 ? back : widestGap(stamps);
	// Each act of the first part needs a millisecond of its own.
	const right = between(stamps.slice(cut), after + cut, before);
	return [...between(stamps.slice(0, cut), after, Math.min(...right.map(({ stamp, shift }) => stamp.at + shift))), ...right];
}

/** By whole days, or by whole quarters of an hour if it is less than half a day: towards the past. Less than a quarter stays. */
function rounded(shift: Millis): Millis {
	const size = Math.abs(shift);
	const unit = size >= HALF_DAY_MS ? DAY_MS : size >= QUARTER_MS ? QUARTER_MS : 1;
	return Math.floor(shift / unit) * unit;
}

function gapBefore(stamps: readonly Stamp[], index: number): Millis {
	return (stamps[index]?.at ?? 0) - (stamps[index - 1]?.at ?? 0);
}

/** The last act that is dated before the one written before it; 0 if there is none. */
function lastStepBack(stamps: readonly Stamp[]): number {
	for (let index = stamps.length - 1; index > 0; index--) if (gapBefore(stamps, index) < 0) return index;
	return 0;
}

function widestGap(stamps: readonly Stamp[]): number {
	let widest = 1;
	for (let index = 2; index < stamps.length; index++) if (gapBefore(stamps, index) > gapBefore(stamps, widest)) widest = index;
	return widest;
}
