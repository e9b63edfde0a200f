import type { CardId } from '#lib/core/card/card.ts';
import { corrected, correctionsIn, isCorrection, type Act, type Corrections } from '#lib/core/review/corrections.ts';
import { isKnown, type Entry, type EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, lastOf, type Position } from '#lib/core/review/log.ts';
import { Desk } from './desk.ts';
import { Homes } from './homes.ts';
import { FIRST, isAct, liveOf, settledBy } from './live.ts';
import { EMPTY, type Base, type Progress } from './progress.ts';
import { blankState, type CardState, type MutableState } from './state.ts';
import { NewerStates, StateTable } from './states.ts';
import { columnsWith } from './table.ts';

/** What follows from a log, in any order. */
export function fold(log: Iterable<Entry>): Progress {
	const progress = replay(EMPTY, [...log]);
	if (progress === undefined) throw new Error('An empty base can always be continued.');
	return progress;
}

/**
 * What follows from a base and the entries behind it, which may come in any order: the same as from the whole log. Undefined
 * if an entry reaches back into what the base has folded (an older entry that came late, a correction of one, two histories
 * that became one): then the whole log has to be folded.
 */
export function replay(base: Base, tail: readonly Entry[]): Progress | undefined {
	const made = replayed(base, tail);
	if (made === undefined) return undefined;
	const { desk, newer, live, corrections, reach } = made;
	return {
		cards: new NewerStates(base.cards, newer),
		...desk.totals,
		end: lastOf([base.last, ...live]),
		reach,
		pending: pendingAfter(base, live, corrections)
	};
}

/**
 * Moves a base on: folds what counts before a place, which is not in the future. The rest is to be replayed on top; what of it stands
 * behind the new base comes back in order. Undefined if `tail` reaches back into the base.
 */
export function advanceBase(
	base: Base,
	tail: readonly Entry[],
	place: Position
): { readonly base: Base; readonly tail: readonly Entry[] } | undefined {
	const made = replayed(base, tail, place);
	if (made === undefined) return undefined;
	const { desk, newer, live, acts, corrections } = made;
	const all = [...base.carried, ...tail];
	const end = lastOf([base.end, ...all.filter((entry) => compareEntries(entry, place) < 0)]);
	const isBehind = (entry: Position) => end === undefined || compareEntries(entry, end) > 0;
	const folded = new Set(acts.map(({ id }) => id));
	// A correction is in the base when a start does not read it any more.
	const isDone = (entry: Entry) => folded.has(entry.id) || (!isAct(entry) && !isBehind(entry));
	const done = live.filter(isDone);
	const doneIds = new Set(done.map(({ id }) => id));
	const cameAlong = new Set(base.carried.map(({ id }) => id));
	const settled = settledBy(
		base.settled,
		live.filter((entry) => folded.has(entry.id) || isCorrection(entry)),
		(id) => doneIds.has(id)
	);
	const states = Array.from(newer, ([id, state]) => [id, state ?? blankState()] as const);
	const moved: Base = {
		cards: new StateTable(columnsWith(base.cards.columns, states)),
		...desk.totals,
		end,
		reach: lastOf([base.reach, acts.at(-1), end]),
		last: lastOf([base.last, ...all]),
		pending: pendingAfter(
			base,
			done,
			corrections,
			live.filter((entry) => isCorrection(entry) && !isDone(entry))
		),
		carried: live.filter((entry) => isKnown(entry) && !isDone(entry) && (cameAlong.has(entry.id) || !isBehind(entry))),
		// What corrects it may stand behind the end in the same moment.
		settled: new Map([...settled].filter(([, at]) => at >= (end?.at ?? -Infinity)))
	};
	return { base: moved, tail: tail.filter(isBehind).sort(compareEntries) };
}

interface Replayed {
	readonly desk: Desk;
	readonly newer: Newer;
	/** The entries that the base had not folded. */
	readonly live: readonly Entry[];
	/** Those that are folded now, as they count. */
	readonly acts: readonly Act[];
	readonly corrections: Corrections;
	readonly reach: Position | undefined;
}
type Newer = Map<CardId, MutableState | undefined>;

/** @param place what counts there or later is left out */
function replayed(base: Base, tail: readonly Entry[], place?: Position): Replayed | undefined {
	const live = liveOf(base, tail);
	const ids = new Set(live.map(({ id }) => id));
	if (tail.some((entry) => reachesBack(entry, ids, base))) return undefined;
	const corrections = correctionsIn(live, base.pending);
	const acts = live
		.flatMap((entry) => corrected(entry, corrections) ?? [])
		.filter((act) => place === undefined || compareEntries(act, place) < 0)
		.sort(compareEntries);
	const [first] = acts;
	if (first !== undefined && base.reach !== undefined && compareEntries(first, base.reach) <= 0) return undefined;
	const homes = new Homes(acts);
	const newer = movedStates(base, homes, first);
	if (newer === undefined) return undefined;
	const desk = deskOn(base, homes, newer);
	for (const act of acts) desk.act(act);
	return { desk, newer, live, acts, corrections, reach: lastOf([base.reach, acts.at(-1)]) };
}

function deskOn(base: Base, homes: Homes, newer: Newer): Desk {
	return new Desk(base, homes, (id) => {
		const known = newer.get(id);
		if (known !== undefined) return known;
		const before = newer.has(id) ? undefined : base.cards.get(id);
		const state = before === undefined ? blankState() : { ...before };
		newer.set(id, state);
		return state;
	});
}

/** Whether an entry behind a base changes what that has folded already. @param live the ids of what it has not folded */
function reachesBack(entry: Entry, live: ReadonlySet<EntryId>, { end, pending, settled }: Base): boolean {
	if (end === undefined) return false;
	if (compareEntries(entry, end) <= 0) return true;
	if (!isKnown(entry) || settled.has(entry.id)) return false;
	if (entry.kind === 'retraction') return settled.has(entry.entryId) || (!live.has(entry.entryId) && !pending.retracted.has(entry.entryId));
	return entry.kind === 'redate' && entry.entryIds.some((id) => !live.has(id));
}

/** The base's states that renaming has given to other cards; undefined if that would join two histories, or cut one in the middle. */
function movedStates(base: Base, homes: Homes, first: Position | undefined): Newer | undefined {
	const moved: Newer = new Map();
	if (homes.plain || first === undefined) return moved;
	for (const [id] of homes.cut) if (base.cards.get(id) !== undefined) return undefined;
	const isCut = [...homes.cut].length > 0;
	const start = base.reach ?? { at: -Infinity, id: FIRST };
	for (const id of homes.renamed) {
		const state: CardState | undefined = base.cards.get(id);
		if (state === undefined) continue;
		const home = homes.homeOf(id, start) ?? id;
		if (home === id) continue;
		if (isCut || base.cards.get(home) !== undefined || moved.get(home) !== undefined) return undefined;
		moved.set(home, { ...state });
		moved.set(id, undefined);
	}
	return moved;
}

/** What is still to be corrected when its entry arrives, or is read again. @param again corrections that every start reads again */
function pendingAfter(
	{ pending, settled }: Base,
	entries: readonly Entry[],
	{ retracted }: Corrections,
	again: readonly Entry[] = []
): Corrections {
	const ids = new Set([...entries.map(({ id }) => id), ...settled.keys()]);
	for (const { id } of again) ids.delete(id);
	const mine = correctionsIn(entries, pending);
	const { shifts } = correctionsIn(
		entries.filter(({ id }) => !retracted.has(id)),
		pending
	);
	return {
		retracted: new Set([...mine.retracted].filter((id) => !ids.has(id))),
		shifts: new Map([...shifts].filter(([id]) => !ids.has(id)))
	};
}
