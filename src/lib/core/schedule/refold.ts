import { corrected, correctionsIn, isCorrection, type Corrections } from '#lib/core/review/corrections.ts';
import { isKnown, type Day, type Entry, type Millis } from '#lib/core/review/entry.ts';
import { compareEntries, lastOf, merge, type Position } from '#lib/core/review/log.ts';
import { entriesOf, packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
import { FIRST, isAct, isRecent, liveOf, recentFrom, restingPlace, settledBy } from './live.ts';
import type { Base, Progress } from './progress.ts';
import { rebuild } from './rebuild.ts';
import { advanceBase, replay } from './replay.ts';

/** A log as a base that rests and its end, which still changes. */
export interface Folded {
	readonly base: Base;
	/** The entries behind the base, in order. */
	readonly tail: readonly Entry[];
	readonly progress: Progress;
}

/**
 * Folds a whole log: segments, and entries in the order of the log that are in none of them. The base rests before the first act of
 * `recent`, the learner's day from which on answers may still be taken back, and before now. What counts for a later time is
 * replayed on top, wherever it stands: a clock may have been ahead, or be behind. Where the end of the log has joined what stands
 * before it, the base rests at now.
 */
export function refold(segments: readonly Segment[], rows: readonly Entry[], recent: Day, now: Millis): Folded {
	const correcting = merge(
		segments.flatMap(({ others }) => others.filter(isCorrection)),
		rows.filter(isCorrection)
	);
	const corrections = correctionsIn(correcting);
	const resting = parted(segments, rows, corrections, recent, now);
	const folded =
		foldedBefore(resting, rows, corrections, now) ??
		foldedBefore(partedAt(segments, rows, [], { at: now, id: FIRST }), rows, corrections, now);
	if (folded !== undefined) return folded;
	const whole = rebuild([...segments, ...asSegment(rows)]);
	return { base: whole, tail: [], progress: replay(whole, []) ?? whole };
}

/** With a base that is moved on, to rest before the first act of `recent`; undefined where it cannot be. */
export function movedOn({ base, tail }: Folded, recent: Day, now: Millis): Folded | undefined {
	const live = liveOf(base, tail);
	const corrections = correctionsIn(live, base.pending);
	const acts = live.flatMap((entry) => corrected(entry, corrections) ?? []);
	const moved = advanceBase(base, tail, restingPlace(acts, recent, now));
	const progress = moved && replay(moved.base, moved.tail);
	return progress && { ...moved, progress };
}

/** A log in two: segments that end before a place, and what must be looked at one by one. */
interface Parted {
	readonly closed: readonly Segment[];
	readonly loose: readonly Entry[];
	readonly place: Position;
}

function parted(segments: readonly Segment[], rows: readonly Entry[], corrections: Corrections, recent: Day, now: Millis): Parted {
	const from = recentFrom(now);
	const isOpen = ({ head, others }: Segment) =>
		head.to >= from && ((head.lastDay ?? -Infinity) >= recent || others.some((entry) => isAct(entry) && isRecent(entry, recent, now)));
	const open = segments.filter(isOpen);
	for (let place = restingPlace([], recent, now); ;) {
		const made = partedAt(segments, rows, open, place);
		const acts = made.loose.flatMap((entry) => corrected(entry, corrections) ?? []);
		const earlier = restingPlace(acts, recent, now);
		if (compareEntries(earlier, place) === 0) return made;
		place = earlier;
	}
}

function partedAt(segments: readonly Segment[], rows: readonly Entry[], open: readonly Segment[], place: Position): Parted {
	const opened = segments.filter((segment) => segment.head.to >= place.at || open.includes(segment));
	const closed = segments.filter((segment) => !opened.includes(segment));
	return { closed, loose: opened.length === 0 ? rows : merge(rows, opened.flatMap(entriesOf)), place };
}

function foldedBefore({ closed, loose, place }: Parted, rows: readonly Entry[], corrections: Corrections, now: Millis): Folded | undefined {
	const isLater = (entry: Entry) => compareEntries(corrected(entry, corrections) ?? entry, place) >= 0;
	const past = loose.filter((entry) => !isLater(entry));
	const later = loose.filter(isLater);
	const rebuilt = rebuild([...closed, ...asSegment(past)], later);
	// What was dated ahead would put the end there too, and whatever is written now stood before it.
	const isAhead = (loose.at(-1)?.at ?? -Infinity) > now || (rebuilt.end !== undefined && compareEntries(rebuilt.end, place) >= 0);
	const end = isAhead ? place : rebuilt.end;
	const isBehind = (entry: Position) => end === undefined || compareEntries(entry, end) > 0;
	const read = new Set(rows);
	// Nothing reads it, so it is not carried; but it is there, and what corrects it waits for nothing.
	const unread = later.filter((entry) => !isKnown(entry) && !(read.has(entry) && isBehind(entry)));
	const base: Base = {
		...rebuilt,
		end,
		reach: lastOf([end, rebuilt.reach]),
		last: lastOf([rebuilt.end, loose.at(-1)]),
		carried: later.filter((entry) => isKnown(entry) && !(read.has(entry) && isBehind(entry)) && (isAct(entry) || isBehind(entry))),
		settled: settledBy(rebuilt.settled, [...past.filter(isBehind), ...unread], () => false)
	};
	const tail = rows.filter(isBehind);
	const progress = replay(base, tail);
	return progress && { base, tail, progress };
}

function asSegment(rows: readonly Entry[]): readonly Segment[] {
	if (rows.length === 0) return [];
	const read = readSegment(packSegment(rows));
	if ('damage' in read) throw new Error('A segment that was just packed can be read.');
	return [read.segment];
}
