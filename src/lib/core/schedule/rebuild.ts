import { CardDictionary } from '#lib/core/card/dictionary.ts';
import { corrected, correctionsIn, type Act, type Corrections } from '#lib/core/review/corrections.ts';
import { isKnown, type Entry, type EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, merge, type Position } from '#lib/core/review/log.ts';
import { OUTCOME_NAMES, RATING_NAMES, type Segment } from '#lib/core/review/segment.ts';
import { uuidAt } from '#lib/core/review/uuid.ts';
import { Desk } from './desk.ts';
import { Homes } from './homes.ts';
import { EMPTY, type Base } from './progress.ts';
import { joined, type Stretch } from './stretch.ts';
import { blankState, type CardState, type MutableState } from './state.ts';
import { StateTable } from './states.ts';
import { columnsFrom } from './table.ts';

/**
 * What follows from a whole log that comes as segments: the same as `fold` of its entries, without making an object of each.
 * `later` are entries that will be replayed on top; what they correct in the segments is taken into account.
 */
export function rebuild(segments: readonly Segment[], later: readonly Entry[] = []): Base {
	const dictionary = new CardDictionary();
	const stretch = joined(segments, dictionary);
	const others = segments.reduce<readonly Entry[]>((all, segment) => (segment.others.length === 0 ? all : merge(all, segment.others)), []);
	const corrections = correctionsIn([...others, ...later]);
	const { skipped, shifted, found } = correctedRows(stretch, dictionary, corrections);
	const acts = [...others.flatMap((entry) => corrected(entry, corrections) ?? []), ...shifted].sort(compareEntries);
	const end = endOf(stretch, others);
	const homes = new Homes(acts);
	const states: (MutableState | undefined)[] = new Array<undefined>(dictionary.size).fill(undefined);
	const stateOf = (card: number): MutableState => (states[card] ??= blankState());
	const desk = new Desk(EMPTY, homes, (id) => stateOf(dictionary.add(id)));
	replayAll(stretch, skipped, acts, desk, homes, dictionary, stateOf);

	const held = new Set<EntryId>([...found, ...others.map(({ id }) => id)]);
	const { presets, runs, answers, pace, lastDay } = desk;
	return {
		cards: tableOf(dictionary, states),
		presets,
		runs,
		answers,
		pace,
		lastDay,
		end,
		reach: farthest(end, acts.at(-1)),
		pending: waiting(others, corrections, held),
		settled: new Set(
			later.filter((entry) => isKnown(entry) && (entry.kind === 'retraction' || entry.kind === 'redate')).map(({ id }) => id)
		)
	};
}

/** Replays rows and acts in the order of the log. */
function replayAll(
	{ order, at, day, card, marks, tookMs, preset, presets, uuids, size }: Stretch,
	skipped: Uint8Array | undefined,
	acts: readonly Act[],
	desk: Desk,
	homes: Homes,
	dictionary: CardDictionary,
	stateOf: (card: number) => MutableState
): void {
	const special = specialCards(homes, dictionary);
	let next = 0;
	let act = acts[next];
	for (let place = 0; place < size; place++) {
		const row = order === undefined ? place : (order[place] ?? 0);
		if (skipped?.[row] === 1) continue;
		const when = at[row] ?? 0;
		for (; act && (act.at < when || (act.at === when && act.id < uuidAt(uuids, row * 16))); act = acts[next]) {
			desk.act(act);
			next += 1;
		}
		const mark = marks[row] ?? 0;
		const rating = RATING_NAMES[mark & 3] ?? 'good';
		const outcome = OUTCOME_NAMES[(mark >> 2) & 3] ?? 'self';
		const named = preset[row] ?? 0;
		// Asking an array for its element -1 takes longer than the rest of the answer.
		const own = named === 0 ? undefined : presets[named - 1];
		const on = day[row] ?? 0;
		if (special?.has(card[row] ?? 0) !== true) {
			desk.review(stateOf(card[row] ?? 0), when, on, rating, outcome, own, tookMs[row] ?? 0);
			continue;
		}
		const id = uuidAt(uuids, row * 16) as EntryId;
		const cardId = dictionary.at(card[row] ?? 0);
		const took = tookMs[row] ?? 0;
		desk.act({
			kind: 'review',
			id,
			at: when,
			day: on,
			cardId,
			rating,
			outcome,
			hints: 0,
			tookMs: took,
			...(own === undefined ? {} : { preset: own })
		});
	}
	for (const rest of acts.slice(next)) desk.act(rest);
}

/** The cards of which not every answer counts for themselves; undefined if there is none. */
function specialCards(homes: Homes, dictionary: CardDictionary): ReadonlySet<number> | undefined {
	if (homes.plain) return undefined;
	return new Set([...homes.renamed, ...[...homes.cut].map(([id]) => id)].map((id) => dictionary.find(id)));
}

interface CorrectedRows {
	/** 1 for a row that is taken back or moved; undefined if there is none. */
	readonly skipped: Uint8Array | undefined;
	/** The moved rows, as acts. */
	readonly shifted: readonly Act[];
	/** The ids of corrected rows. */
	readonly found: readonly EntryId[];
}

/** Finds the rows that corrections name, by the first bytes of their ids first. */
function correctedRows(stretch: Stretch, dictionary: CardDictionary, corrections: Corrections): CorrectedRows {
	const named = [...corrections.retracted, ...corrections.shifts.keys()];
	if (named.length === 0) return { skipped: undefined, shifted: [], found: [] };
	const firsts = new Set(named.map((id) => Number.parseInt(id.slice(0, 8), 16)));
	const skipped = new Uint8Array(stretch.at.length);
	const shifted: Act[] = [];
	const found: EntryId[] = [];
	const { uuids, order, size } = stretch;
	for (let place = 0; place < size; place++) {
		const row = order?.[place] ?? place;
		const at = row * 16;
		const first = (((uuids[at] ?? 0) << 24) | ((uuids[at + 1] ?? 0) << 16) | ((uuids[at + 2] ?? 0) << 8) | (uuids[at + 3] ?? 0)) >>> 0;
		if (!firsts.has(first)) continue;
		const id = uuidAt(uuids, at) as EntryId;
		const isRetracted = corrections.retracted.has(id);
		if (!isRetracted && !corrections.shifts.has(id)) continue;
		found.push(id);
		skipped[row] = 1;
		if (isRetracted) continue;
		const act = corrected(stretch.reviewAt(row, dictionary), corrections);
		if (act) shifted.push(act);
	}
	return { skipped, shifted, found };
}

/** What entries of the segments correct that is not there yet. */
function waiting(others: readonly Entry[], { retracted, shifts }: Corrections, held: ReadonlySet<EntryId>): Corrections {
	const mine = correctionsIn(others.filter(({ id }) => !retracted.has(id)));
	const own = correctionsIn(others);
	return {
		retracted: new Set([...own.retracted].filter((id) => !held.has(id))),
		shifts: new Map([...mine.shifts].filter(([id]) => !held.has(id) && shifts.has(id)))
	};
}

function endOf(stretch: Stretch, others: readonly Entry[]): Position | undefined {
	const row = stretch.size === 0 ? undefined : (stretch.order?.[stretch.size - 1] ?? stretch.size - 1);
	const last = row === undefined ? undefined : { at: stretch.at[row] ?? 0, id: uuidAt(stretch.uuids, row * 16) as EntryId };
	return farthest(last, others.at(-1));
}

function farthest(a: Position | undefined, b: Position | undefined): Position | undefined {
	const last = a !== undefined && (b === undefined || compareEntries(a, b) >= 0) ? a : b;
	return last && { at: last.at, id: last.id };
}

function tableOf(dictionary: CardDictionary, states: readonly (CardState | undefined)[]): StateTable {
	const rows: CardState[] = [];
	for (let card = 0; card < dictionary.size; card++) {
		const state = states[card];
		if (state) rows.push(state);
	}
	if (rows.length === dictionary.size) return new StateTable(columnsFrom(dictionary.columns(), rows));
	const kept = new CardDictionary();
	for (let card = 0; card < dictionary.size; card++) if (states[card]) kept.add(dictionary.at(card));
	return new StateTable(columnsFrom(kept.columns(), rows));
}
