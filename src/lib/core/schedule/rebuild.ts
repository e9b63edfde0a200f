import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary } from '#lib/core/card/dictionary.ts';
import { corrected, correctionsIn, isCorrection, type Act, type Corrections } from '#lib/core/review/corrections.ts';
import type { Entry, EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, lastOf, merge, type Position } from '#lib/core/review/log.ts';
import { OUTCOME_NAMES, RATING_NAMES, type Segment } from '#lib/core/review/segment.ts';
import { uuidAt } from '#lib/core/review/uuid.ts';
import { Desk } from './desk.ts';
import { DraftTable } from './draft.ts';
import { Homes } from './homes.ts';
import { settledBy } from './live.ts';
import { EMPTY, type Base } from './progress.ts';
import { stretchesOf, type Stretch } from './stretch.ts';

/**
 * What follows from a whole log that comes as segments: the same as `fold` of its entries, without making an object of each.
 * `later` are entries that will be replayed on top; what they correct in the segments is taken into account.
 */
export function rebuild(segments: readonly Segment[], later: readonly Entry[] = []): Base {
	const dictionary = new CardDictionary();
	const stretches = stretchesOf(segments, dictionary);
	const others = segments.reduce<readonly Entry[]>((all, segment) => (segment.others.length === 0 ? all : merge(all, segment.others)), []);
	const corrections = correctionsIn([...others, ...later]);
	const { skipped, shifted, found } = correctedRows(stretches, dictionary, corrections);
	const acts = [...others.flatMap((entry) => corrected(entry, corrections) ?? []), ...shifted].sort(compareEntries);
	const end = endOf(stretches, others);
	const homes = new Homes(acts);
	const cards = new DraftTable(dictionary);
	const desk = new Desk(EMPTY, homes, (id) => cards.stateOf(dictionary.add(id)));
	const special = specialCards(homes, dictionary);
	let next = 0;
	for (const [at, stretch] of stretches.entries()) next = replayRows(stretch, skipped[at], acts, next, desk, cards, special);
	for (const act of acts.slice(next)) desk.act(act);

	const held = new Set<EntryId>([...found, ...others.map(({ id }) => id)]);
	return {
		cards: cards.finished(),
		...desk.totals,
		end,
		reach: lastOf([lastRow(stretches, skipped), acts.at(-1)]),
		last: end,
		pending: waiting(others, corrections, held),
		carried: [],
		settled: settledBy(EMPTY.settled, later.filter(isCorrection), (id) => held.has(id))
	};
}

/**
 * Replays the rows of a stretch, and what of the acts stands before and between them, from the `first` of these on. Gives the
 * place of the first act that is left.
 */
function replayRows(
	{ order, at, day, card, marks, tookMs, preset, presets, uuids, size }: Stretch,
	skipped: Uint8Array | undefined,
	acts: readonly Act[],
	first: number,
	desk: Desk,
	cards: DraftTable,
	special: ReadonlyMap<number, CardId> | undefined
): number {
	let next = first;
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
		const number = card[row] ?? 0;
		const took = tookMs[row] ?? 0;
		const cardId = special?.get(number);
		if (cardId === undefined) {
			desk.review(cards.stateOf(number), when, on, rating, outcome, own, took);
			continue;
		}
		const id = uuidAt(uuids, row * 16) as EntryId;
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
	return next;
}

/** The cards of which not every answer counts for themselves, by their numbers; undefined if there is none. */
function specialCards(homes: Homes, dictionary: CardDictionary): ReadonlyMap<number, CardId> | undefined {
	if (homes.plain) return undefined;
	const numbers = [...homes.renamed, ...[...homes.cut].map(([id]) => id)].map((id) => dictionary.find(id));
	return new Map(numbers.map((number) => [number, dictionary.at(number)]));
}

interface CorrectedRows {
	/** For each stretch, 1 for a row that is taken back or moved; empty if there is none. */
	readonly skipped: readonly Uint8Array[];
	/** The moved rows, as acts. */
	readonly shifted: readonly Act[];
	/** The ids of corrected rows. */
	readonly found: readonly EntryId[];
}

/** Finds the rows that corrections name, by the first bytes of their ids first. */
function correctedRows(stretches: readonly Stretch[], dictionary: CardDictionary, corrections: Corrections): CorrectedRows {
	const named = [...corrections.retracted, ...corrections.shifts.keys()];
	if (named.length === 0) return { skipped: [], shifted: [], found: [] };
	const firsts = new Set(named.map((id) => Number.parseInt(id.slice(0, 8), 16)));
	const shifted: Act[] = [];
	const found: EntryId[] = [];
	const skipped = stretches.map((stretch) => {
		const { uuids, order, size } = stretch;
		const rows = new Uint8Array(stretch.at.length);
		for (let place = 0; place < size; place++) {
			const row = order?.[place] ?? place;
			const at = row * 16;
			const first = (((uuids[at] ?? 0) << 24) | ((uuids[at + 1] ?? 0) << 16) | ((uuids[at + 2] ?? 0) << 8) | (uuids[at + 3] ?? 0)) >>> 0;
			if (!firsts.has(first)) continue;
			const id = uuidAt(uuids, at) as EntryId;
			const isRetracted = corrections.retracted.has(id);
			if (!isRetracted && !corrections.shifts.has(id)) continue;
			found.push(id);
			rows[row] = 1;
			if (isRetracted) continue;
			const act = corrected(stretch.reviewAt(row, dictionary), corrections);
			if (act) shifted.push(act);
		}
		return rows;
	});
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

function endOf(stretches: readonly Stretch[], others: readonly Entry[]): Position | undefined {
	return lastOf([lastRow(stretches), others.at(-1)]);
}

/** Where the last row stands, but for those that are taken back or moved. Stretches follow one another. */
function lastRow(stretches: readonly Stretch[], skipped: readonly Uint8Array[] = []): Position | undefined {
	for (let last = stretches.length - 1; last >= 0; last--) {
		const stretch = stretches[last];
		for (let place = (stretch?.size ?? 0) - 1; stretch && place >= 0; place--) {
			const row = stretch.order?.[place] ?? place;
			if (skipped[last]?.[row] !== 1) return { at: stretch.at[row] ?? 0, id: uuidAt(stretch.uuids, row * 16) as EntryId };
		}
	}
	return undefined;
}
