import { CardDictionary, type DictionaryColumns } from '#lib/core/card/dictionary.ts';
import type { CardId } from '#lib/core/card/card.ts';
import { headOf, packColumns, unpackColumns, type Columns } from './columns.ts';
import {
	isEntry,
	type Confidence,
	type Day,
	type Entry,
	type EntryId,
	type Millis,
	type Outcome,
	type PresetId,
	type Rating,
	type Review
} from './entry.ts';
import { compareEntries } from './log.ts';
import { isUuid, uuidAt, writeUuid } from './uuid.ts';

/** What a segment says about itself without being read. */
export interface SegmentHead {
	/** How many entries it holds. */
	readonly count: number;
	/** How many of them are answers. */
	readonly reviews: number;
	readonly from: Millis;
	readonly to: Millis;
	/** The first and the last day of its answers; undefined without answers. */
	readonly firstDay?: Day;
	readonly lastDay?: Day;
}

/** A part of a log as columns: answers in order, and everything else as entries, in order too. */
export interface Segment {
	readonly head: SegmentHead;
	readonly ids: DictionaryColumns;
	readonly at: Float64Array;
	/** UUIDs, 16 bytes each. */
	readonly uuids: Uint8Array;
	readonly day: Int32Array;
	/** As a number of the dictionary `ids`. */
	readonly card: Uint32Array;
	readonly tookMs: Int32Array;
	/** Rating in bits 0 and 1, outcome in 2 and 3, confidence in 4 and 5, overruled in 6 to 8. */
	readonly marks: Uint16Array;
	readonly hints: Uint8Array;
	/** The one chosen option plus one; 0 for none. */
	readonly chosen: Uint8Array;
	/** One more than the index of `presets`; 0 for none. */
	readonly preset: Uint16Array;
	readonly presets: readonly PresetId[];
	readonly others: readonly Entry[];
}

/** A segment, or what is wrong with its bytes; `head` if at least that can be read. */
export type ReadSegment = { readonly segment: Segment } | { readonly damage: 'foreign' | 'head' | 'body'; readonly head?: SegmentHead };

const MAGIC = 'entlog1\n';
export const RATING_NAMES: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
export const OUTCOME_NAMES: readonly Outcome[] = ['self', 'right', 'almost', 'wrong'];
const CONFIDENCE_NAMES: readonly (Confidence | undefined)[] = [undefined, 'sure', 'unsure', 'guess'];
/** What an answer may hold to fit into the columns; any other is kept as it is, among the others. */
const FIELDS = new Set([
	'kind',
	'id',
	'at',
	'day',
	'cardId',
	'outcome',
	'rating',
	'overruled',
	'confidence',
	'chosen',
	'hints',
	'tookMs',
	'preset'
]);

/** The same entries always give the same bytes, in whatever order they come. Entries must be what JSON can carry. */
export function packSegment(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
	const sorted = [...entries].sort(compareEntries);
	const reviews = sorted.filter(fits);
	const size = reviews.length;
	const dictionary = new CardDictionary();
	// In an order of their own, so that the bytes depend on the entries alone.
	const presets = [...new Set(reviews.flatMap(({ preset }) => preset ?? []))].sort();
	const at = new Float64Array(size);
	const uuids = new Uint8Array(size * 16);
	const day = new Int32Array(size);
	const card = new Uint32Array(size);
	const tookMs = new Int32Array(size);
	const marks = new Uint16Array(size);
	const hints = new Uint8Array(size);
	const chosen = new Uint8Array(size);
	const preset = new Uint16Array(size);
	for (const [row, review] of reviews.entries()) {
		at[row] = review.at;
		writeUuid(uuids, row * 16, review.id);
		day[row] = review.day;
		card[row] = dictionary.add(review.cardId);
		tookMs[row] = review.tookMs;
		marks[row] = marksOf(review);
		hints[row] = review.hints;
		chosen[row] = review.chosen === undefined ? 0 : (review.chosen[0] ?? 0) + 1;
		preset[row] = review.preset === undefined ? 0 : presets.indexOf(review.preset) + 1;
	}
	const others = new TextEncoder().encode(JSON.stringify(sorted.filter((entry) => !fits(entry))));
	const names = dictionary.columns();
	return packColumns(
		MAGIC,
		{ ...headFor(sorted, reviews), presets },
		{ at, uuids, day, card, tookMs, marks, hints, chosen, preset, others, ...dictionaryAs(names) }
	);
}

/** Reads what `packSegment` gave, without making an object of each answer. Never throws. */
export function readSegment(bytes: Uint8Array): ReadSegment {
	const read = unpackColumns<SegmentHead & { readonly presets: readonly PresetId[] }>(MAGIC, bytes);
	if ('damage' in read) {
		const head = read.damage === 'body' ? (headOf(MAGIC, bytes) as SegmentHead) : undefined;
		return { damage: read.damage, ...(head === undefined ? {} : { head }) };
	}
	const { presets, ...head } = read.head;
	const { others, ...columns } = read.columns;
	const entries: unknown = JSON.parse(new TextDecoder().decode(others as Uint8Array));
	return {
		segment: {
			...(columns as unknown as Omit<Segment, 'head' | 'ids' | 'presets' | 'others'>),
			head,
			presets,
			ids: dictionaryFrom(read.columns),
			others: (entries as unknown[]).filter(isEntry)
		}
	};
}

/** All entries of a segment, in order, as they were packed. */
export function entriesOf(segment: Segment): readonly Entry[] {
	const dictionary = new CardDictionary(segment.ids);
	const names: CardId[] = [];
	for (let index = 0; index < dictionary.size; index++) names.push(dictionary.at(index));
	const reviews = Array.from(segment.at, (_, row) => reviewAt(segment, row, names));
	return [...reviews, ...segment.others].sort(compareEntries);
}

/** The id of the answer in a row. */
export function idAt({ uuids }: Segment, row: number): EntryId {
	return uuidAt(uuids, row * 16) as EntryId;
}

/** An answer as an entry. @param names the segment's dictionary, written out */
export function reviewAt(segment: Segment, row: number, names: readonly CardId[]): Review {
	const marks = segment.marks[row] ?? 0;
	const confidence = CONFIDENCE_NAMES[(marks >> 4) & 3];
	const overruled = (marks >> 6) & 7;
	const chosen = segment.chosen[row] ?? 0;
	const named = segment.preset[row] ?? 0;
	const preset = named === 0 ? undefined : segment.presets[named - 1];
	return {
		kind: 'review',
		id: idAt(segment, row),
		at: segment.at[row] ?? 0,
		day: segment.day[row] ?? 0,
		cardId: names[segment.card[row] ?? 0] ?? ('' as CardId),
		outcome: OUTCOME_NAMES[(marks >> 2) & 3] ?? 'self',
		rating: RATING_NAMES[marks & 3] ?? 'good',
		hints: segment.hints[row] ?? 0,
		tookMs: segment.tookMs[row] ?? 0,
		...(overruled === 0 ? {} : { overruled: RATING_NAMES[overruled - 1] ?? 'good' }),
		...(confidence === undefined ? {} : { confidence }),
		...(chosen === 0 ? {} : { chosen: [chosen - 1] }),
		...(preset === undefined ? {} : { preset })
	};
}

function marksOf({ rating, outcome, confidence, overruled }: Review): number {
	return (
		RATING_NAMES.indexOf(rating) |
		(OUTCOME_NAMES.indexOf(outcome) << 2) |
		(CONFIDENCE_NAMES.indexOf(confidence) << 4) |
		((overruled === undefined ? 0 : RATING_NAMES.indexOf(overruled) + 1) << 6)
	);
}

/** Whether the columns can hold an entry without losing anything. */
function fits(entry: Entry): entry is Review {
	if (entry.kind !== 'review' || !isUuid(entry.id)) return false;
	const { day, cardId, outcome, rating, overruled, confidence, chosen, hints, tookMs, preset } = entry as Partial<Review>;
	return (
		Object.keys(entry).every((key) => FIELDS.has(key)) &&
		Number.isFinite(entry.at) &&
		!Object.is(entry.at, -0) &&
		isInt32(day) &&
		isInt32(tookMs) &&
		typeof cardId === 'string' &&
		!/\p{Surrogate}/u.test(cardId) &&
		OUTCOME_NAMES.includes(outcome as Outcome) &&
		RATING_NAMES.includes(rating as Rating) &&
		(!('overruled' in entry) || RATING_NAMES.includes(overruled as Rating)) &&
		(!('confidence' in entry) || (confidence !== undefined && CONFIDENCE_NAMES.includes(confidence))) &&
		(!('chosen' in entry) || (Array.isArray(chosen) && chosen.length === 1 && isByte(chosen[0], 254))) &&
		isByte(hints, 255) &&
		(!('preset' in entry) || typeof preset === 'string')
	);
}

function isInt32(value: unknown): boolean {
	return Number.isInteger(value) && value === ((value as number) | 0) && !Object.is(value, -0);
}

function isByte(value: unknown, most: number): boolean {
	return isInt32(value) && (value as number) >= 0 && (value as number) <= most;
}

function headFor(sorted: readonly Entry[], reviews: readonly Review[]): SegmentHead {
	const days = reviews.reduce<readonly [Day, Day] | undefined>(
		(span, { day }) => (span === undefined ? [day, day] : [Math.min(span[0], day), Math.max(span[1], day)]),
		undefined
	);
	return {
		count: sorted.length,
		reviews: reviews.length,
		from: sorted[0]?.at ?? 0,
		to: sorted.at(-1)?.at ?? 0,
		...(days === undefined ? {} : { firstDay: days[0], lastDay: days[1] })
	};
}

/** A dictionary among other columns. */
export function dictionaryAs({ bytes, starts, hashes }: DictionaryColumns): Columns {
	return { idBytes: bytes, idStarts: starts, idHashes: hashes };
}

export function dictionaryFrom({ idBytes, idStarts, idHashes }: Columns): DictionaryColumns {
	return { bytes: idBytes as Uint8Array, starts: idStarts as Uint32Array, hashes: idHashes as Uint32Array };
}
