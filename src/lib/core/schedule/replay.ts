import type { CardId } from '#lib/core/card/card.ts';
import { corrected, correctionsIn, type Corrections } from '#lib/core/review/corrections.ts';
import { isKnown, type Entry, type EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, type Position } from '#lib/core/review/log.ts';
import { Desk } from './desk.ts';
import { Homes } from './homes.ts';
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
	return replayed(base, tail, [])?.progress;
}

/**
 * A base that reaches up to `later`: the entries behind that, which are to be replayed on top. Undefined if `earlier`
 * reaches back into the base.
 */
export function advanceBase(base: Base, earlier: readonly Entry[], later: readonly Entry[]): Base | undefined {
	const made = replayed(base, earlier, later);
	if (made === undefined) return undefined;
	const { progress, reach } = made;
	const settled = new Set(later.filter(isCorrection).map(({ id }) => id));
	const newer = Array.from(made.newer, ([id, state]) => [id, state ?? blankState()] as const);
	return { ...progress, cards: new StateTable(columnsWith(base.cards.columns, newer)), reach, settled };
}

function replayed(base: Base, tail: readonly Entry[], later: readonly Entry[]): Replayed | undefined {
	const ids = new Set(tail.map(({ id }) => id));
	const all = [...tail, ...later];
	const allIds = new Set(all.map(({ id }) => id));
	if (all.some((entry) => reachesBack(entry, allIds, base))) return undefined;
	const corrections = correctionsIn(all, base.pending);
	const acts = tail.flatMap((entry) => corrected(entry, corrections) ?? []).sort(compareEntries);
	const [first] = acts;
	if (first !== undefined && base.reach !== undefined && compareEntries(first, base.reach) <= 0) return undefined;
	const homes = new Homes(acts);
	const newer = movedStates(base, homes, first);
	if (newer === undefined) return undefined;
	const desk = deskOn(base, homes, newer);
	for (const act of acts) desk.act(act);
	const { presets, runs, answers, pace, lastDay } = desk;
	const end = endOf(base.end, tail);
	return {
		progress: {
			cards: new NewerStates(base.cards, newer),
			presets,
			runs,
			answers,
			pace,
			lastDay,
			end,
			pending: pendingAfter(base, tail, corrections, ids)
		},
		newer,
		reach: endOf(endOf(base.reach, acts.slice(-1)), end === undefined ? [] : [end])
	};
}

interface Replayed {
	readonly progress: Progress;
	readonly reach: Position | undefined;
	readonly newer: Newer;
}
type Newer = Map<CardId, MutableState | undefined>;

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

function isCorrection(entry: Entry): boolean {
	return isKnown(entry) && (entry.kind === 'retraction' || entry.kind === 'redate');
}

/** Whether an entry changes what the base has folded already. */
function reachesBack(entry: Entry, tail: ReadonlySet<EntryId>, { end, pending, settled }: Base): boolean {
	if (end === undefined) return false;
	if (compareEntries(entry, end) <= 0) return true;
	if (!isKnown(entry) || settled.has(entry.id)) return false;
	if (entry.kind === 'retraction') return settled.has(entry.entryId) || (!tail.has(entry.entryId) && !pending.retracted.has(entry.entryId));
	return entry.kind === 'redate' && entry.entryIds.some((id) => !tail.has(id));
}

/** The base's states that renaming has given to other cards; undefined if that would join two histories, or cut one in the middle. */
function movedStates(base: Base, homes: Homes, first: Position | undefined): Newer | undefined {
	const moved: Newer = new Map();
	if (homes.plain || first === undefined) return moved;
	for (const [id] of homes.cut) if (base.cards.get(id) !== undefined) return undefined;
	const isCut = [...homes.cut].length > 0;
	const start = base.end ?? { at: -Infinity, id: '' as EntryId };
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

/** The last of some positions. */
function endOf(end: Position | undefined, others: readonly Position[]): Position | undefined {
	let last = end;
	for (const { at, id } of others) if (last === undefined || compareEntries({ at, id }, last) > 0) last = { at, id };
	return last;
}

/** What is still to be corrected when its entry arrives. */
function pendingAfter({ pending }: Base, tail: readonly Entry[], { retracted }: Corrections, ids: ReadonlySet<EntryId>): Corrections {
	const mine = correctionsIn(tail, pending);
	const { shifts } = correctionsIn(
		tail.filter(({ id }) => !retracted.has(id)),
		pending
	);
	return {
		retracted: new Set([...mine.retracted].filter((id) => !ids.has(id))),
		shifts: new Map([...shifts].filter(([id]) => !ids.has(id)))
	};
}
