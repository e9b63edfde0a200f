import type { CardId } from '#lib/core/card/card.ts';
import type { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { PresetId, Review } from '#lib/core/review/entry.ts';
import { reviewAt, type Segment } from '#lib/core/review/segment.ts';

/** The answers of one segment or of several, each once, with the cards by their numbers in one dictionary. */
export interface Stretch {
	/** Rows in the order of the log, each answer once; undefined if they stand in order. */
	readonly order: Uint32Array | undefined;
	/** How many answers there are, each counted once. */
	readonly size: number;
	readonly at: Float64Array;
	readonly uuids: Uint8Array;
	readonly day: Int32Array;
	readonly card: Uint32Array;
	readonly marks: Uint16Array;
	readonly tookMs: Int32Array;
	readonly preset: Uint16Array;
	readonly presets: readonly PresetId[];
	reviewAt(row: number, dictionary: CardDictionary): Review;
}

/**
 * The answers of segments, in stretches that follow one another in the order of the log; the segments' ids are added to the
 * dictionary. Segments that lie one behind the other, as they do where one device is used, are read where they lie. Only others
 * are joined: copying a million answers takes as long as folding a hundred thousand.
 */
export function stretchesOf(segments: readonly Segment[], dictionary: CardDictionary): readonly Stretch[] {
	const parts = inTime(segments);
	return areApart(parts) ? parts.map((part) => stretchOf(part, dictionary)) : [joined(parts, dictionary)];
}

function inTime(segments: readonly Segment[]): readonly Segment[] {
	return [...segments].sort((a, b) => a.head.from - b.head.from);
}

/** Whether every segment is in order and behind the one before it. */
function areApart(parts: readonly Segment[]): boolean {
	const filled = parts.filter((part) => part.at.length > 0);
	return filled.every((part, place) => {
		const before = filled[place - 1];
		return inOrder(part) && (before === undefined || compareRows(before, before.at.length - 1, part, 0) < 0);
	});
}

/** One segment, in which each answer stands once and in order. */
function stretchOf(part: Segment, dictionary: CardDictionary): Stretch {
	const card = new Uint32Array(part.card.length);
	writeNumbers(part, dictionary, card);
	const { at, uuids, day, marks, tookMs, preset, presets } = part;
	return {
		order: undefined,
		size: at.length,
		at,
		uuids,
		day,
		card,
		marks,
		tookMs,
		preset,
		presets,
		reviewAt: (row, names) => answerAt(part, row, names.at(card[row] ?? 0))
	};
}

/** Joins segments; their ids are added to the dictionary. Copies of an answer in several of them count once. */
export function joined(segments: readonly Segment[], dictionary: CardDictionary): Stretch {
	const parts = inTime(segments);
	const rows = parts.reduce((sum, { at }) => sum + at.length, 0);
	const presets = [...new Set(parts.flatMap((part) => part.presets))];
	const at = new Float64Array(rows);
	const uuids = new Uint8Array(rows * 16);
	const day = new Int32Array(rows);
	const card = new Uint32Array(rows);
	const marks = new Uint16Array(rows);
	const tookMs = new Int32Array(rows);
	const preset = new Uint16Array(rows);
	const starts: number[] = [];
	let start = 0;
	for (const part of parts) {
		starts.push(start);
		at.set(part.at, start);
		uuids.set(part.uuids, start * 16);
		day.set(part.day, start);
		marks.set(part.marks, start);
		tookMs.set(part.tookMs, start);
		writeNumbers(part, dictionary, card.subarray(start));
		if (part.presets.length > 0) {
			const named = [0, ...part.presets.map((name) => presets.indexOf(name) + 1)];
			for (let row = 0; row < part.preset.length; row++) preset[start + row] = named[part.preset[row] ?? 0] ?? 0;
		}
		start += part.at.length;
	}
	const order = inOrder({ at, uuids }) ? undefined : orderOf({ at, uuids });
	return {
		order,
		size: order?.length ?? rows,
		at,
		uuids,
		day,
		card,
		marks,
		tookMs,
		preset,
		presets,
		reviewAt: (row, names) => {
			const index = starts.findLastIndex((from) => from <= row);
			const part = parts[index];
			if (part === undefined) throw new RangeError('There is no such row.');
			return answerAt(part, row - (starts[index] ?? 0), names.at(card[row] ?? 0));
		}
	};
}

/** Writes the cards of a segment's answers by their numbers in the dictionary. */
function writeNumbers(part: Segment, dictionary: CardDictionary, cards: Uint32Array): void {
	const numbers = dictionary.addAll(part.ids);
	for (let row = 0; row < part.card.length; row++) cards[row] = numbers[part.card[row] ?? 0] ?? 0;
}

function answerAt(part: Segment, row: number, id: CardId): Review {
	const names: CardId[] = [];
	names[part.card[row] ?? 0] = id;
	return reviewAt(part, row, names);
}

/** What of answers their order depends on. */
type Rows = Pick<Stretch, 'at' | 'uuids'>;

/** Whether rows stand in the order of the log, none twice. */
function inOrder(rows: Rows): boolean {
	const { at } = rows;
	for (let row = 1; row < at.length; row++) {
		// Compared here first: few answers were given at the same time.
		if ((at[row - 1] ?? 0) >= (at[row] ?? 0) && compareRows(rows, row - 1, rows, row) >= 0) return false;
	}
	return true;
}

/** The rows in the order of the log, each answer once. */
function orderOf(answers: Rows): Uint32Array {
	const rows = Uint32Array.from(answers.at, (_, row) => row).sort((a, b) => compareRows(answers, a, answers, b));
	return rows.filter((row, place) => {
		const before = rows[place - 1];
		return before === undefined || compareRows(answers, before, answers, row) !== 0;
	});
}

/** The order of two answers in the log, as `compareEntries` has it; 0 for copies of one. */
function compareRows(one: Rows, a: number, other: Rows, b: number): number {
	return (one.at[a] ?? 0) - (other.at[b] ?? 0) || compareIds(one.uuids, a, other.uuids, b);
}

function compareIds(one: Uint8Array, a: number, other: Uint8Array, b: number): number {
	for (let byte = 0; byte < 16; byte++) {
		const difference = (one[a * 16 + byte] ?? 0) - (other[b * 16 + byte] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
