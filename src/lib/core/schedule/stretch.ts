import type { CardId } from '#lib/core/card/card.ts';
import type { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { PresetId, Review } from '#lib/core/review/entry.ts';
import { reviewAt, type Segment } from '#lib/core/review/segment.ts';

/** The answers of several segments as one, each once, with the cards' numbers in one dictionary. */
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

/** Joins segments; their ids are added to the dictionary. Copies of an answer in several of them count once. */
export function joined(segments: readonly Segment[], dictionary: CardDictionary): Stretch {
	const parts = [...segments].sort((a, b) => a.head.from - b.head.from);
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
		const numbers = dictionary.addAll(part.ids);
		for (let row = 0; row < part.card.length; row++) card[start + row] = numbers[part.card[row] ?? 0] ?? 0;
		if (part.presets.length > 0) {
			const named = [0, ...part.presets.map((name) => presets.indexOf(name) + 1)];
			for (let row = 0; row < part.preset.length; row++) preset[start + row] = named[part.preset[row] ?? 0] ?? 0;
		}
		start += part.at.length;
	}
	const order = inOrder(at, uuids) ? undefined : orderOf(at, uuids);
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
			const inPart = row - (starts[index] ?? 0);
			const mine: CardId[] = [];
			mine[part.card[inPart] ?? 0] = names.at(card[row] ?? 0);
			return reviewAt(part, inPart, mine);
		}
	};
}

/** Whether rows stand in the order of the log, none twice. */
function inOrder(at: Float64Array, uuids: Uint8Array): boolean {
	for (let row = 1; row < at.length; row++) {
		const before = at[row - 1] ?? 0;
		const now = at[row] ?? 0;
		if (before > now || (before === now && compareIds(uuids, row - 1, row) >= 0)) return false;
	}
	return true;
}

/** The rows in the order of the log, each answer once. */
function orderOf(at: Float64Array, uuids: Uint8Array): Uint32Array {
	const rows = Uint32Array.from(at, (_, row) => row).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || compareIds(uuids, a, b));
	return rows.filter((row, place) => {
		const before = rows[place - 1];
		return before === undefined || at[before] !== at[row] || compareIds(uuids, before, row) !== 0;
	});
}

function compareIds(uuids: Uint8Array, a: number, b: number): number {
	for (let at = 0; at < 16; at++) {
		const difference = (uuids[a * 16 + at] ?? 0) - (uuids[b * 16 + at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
