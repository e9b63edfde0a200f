import { correctedBy, isCorrection, type Act } from '#lib/core/review/corrections.ts';
import { isKnown, type Day, type Entry, type EntryId, type Millis } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import { DAY_MS } from './day.ts';
import type { Base } from './progress.ts';

const RECENT_MS: Millis = 4 * DAY_MS;
/** Stands before all other ids of a moment. */
export const FIRST = '' as EntryId;

/** Whether an entry means something by itself. */
export function isAct(entry: Entry): entry is Act {
	return isKnown(entry) && !isCorrection(entry);
}

/** What is to be replayed on a base: of the entries that stand behind it those that are not folded in it, and what it carries. Each once, in no order. */
export function liveOf({ carried, settled }: Pick<Base, 'carried' | 'settled'>, tail: readonly Entry[]): readonly Entry[] {
	if (carried.length === 0 && settled.size === 0) return tail;
	const there = new Set(carried.map(({ id }) => id));
	return [...carried, ...tail.filter((entry) => !there.has(entry.id) && !(settled.has(entry.id) && isAct(entry)))];
}

/**
 * What a base takes into account (`Base.settled`).
 * @param entries more of it: corrections, and acts that are folded
 * @param isFolded whether the entry of that id is in the base: an act that is folded, or anything else that no start reads
 */
export function settledBy(
	known: ReadonlyMap<EntryId, Millis>,
	entries: Iterable<Entry>,
	isFolded: (id: EntryId) => boolean
): Map<EntryId, Millis> {
	const settled = new Map(known);
	const add = (id: EntryId, at: Millis) => settled.set(id, Math.max(at, settled.get(id) ?? at));
	for (const entry of entries) {
		add(entry.id, entry.at);
		if (isCorrection(entry)) for (const id of correctedBy(entry)) if (isFolded(id)) add(id, entry.at);
	}
	return settled;
}

/**
 * Where a base is to rest: before the first answer of `recent`, the learner's day from which on answers may still be taken back, and
 * at least a day before now, so that a clock may be set back by that much.
 * Before all else of that moment too: what stood between would be folded and yet be read again.
 * @param acts those that count, as they count; in any order
 */
export function restingPlace(acts: Iterable<Act>, recent: Day, now: Millis): Position {
	let at: Millis = now - DAY_MS;
	for (const act of acts) if (isRecent(act, recent, now)) at = Math.min(at, act.at);
	return { at, id: FIRST };
}

/** Answers of yesterday, by whatever clock on earth, were given later. */
export function recentFrom(now: Millis): Millis {
	return now - RECENT_MS;
}

/** Whether an act is one that has a day, and that is not over. */
export function isRecent(act: Act, recent: Day, now: Millis): boolean {
	return 'day' in act && act.day >= recent && act.at >= recentFrom(now);
}
