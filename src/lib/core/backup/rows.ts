import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { reviewAt, type Segment } from '#lib/core/review/segment.ts';

/** Where an entry stands: in which segment, and in which row of it; the rows behind the columns are the segment's other entries. */
export interface Place {
	readonly segment: number;
	readonly row: number;
}

/** The entries of segments by their places, made when they are asked for. */
export class Rows {
	readonly #segments: readonly Segment[];
	/** The dictionaries, each written out when it is first needed. */
	readonly #names: (readonly CardId[])[] = [];

	constructor(segments: readonly Segment[]) {
		this.#segments = segments;
	}

	at({ segment: number, row }: Place): Entry {
		const segment = this.#segments[number] as Segment;
		if (row >= segment.at.length) return segment.others[row - segment.at.length] as Entry;
		return reviewAt(segment, row, (this.#names[number] ??= writtenOut(segment)));
	}
}

/** How many entries a segment has. */
export function countOf({ at, others }: Segment): number {
	return at.length + others.length;
}

/** Whether two answers are alike, by their columns alone: no object is made of either. */
export function isSameRow(a: Segment, i: number, b: Segment, j: number): boolean {
	return (
		i < a.at.length &&
		j < b.at.length &&
		a.at[i] === b.at[j] &&
		a.day[i] === b.day[j] &&
		a.marks[i] === b.marks[j] &&
		a.tookMs[i] === b.tookMs[j] &&
		a.hints[i] === b.hints[j] &&
		a.chosen[i] === b.chosen[j] &&
		a.presets[(a.preset[i] ?? 0) - 1] === b.presets[(b.preset[j] ?? 0) - 1] &&
		isSameName(a, a.card[i] ?? 0, b, b.card[j] ?? 0)
	);
}

function isSameName({ ids: a }: Segment, i: number, { ids: b }: Segment, j: number): boolean {
	const from = a.starts[i] ?? 0;
	const other = b.starts[j] ?? 0;
	const length = (a.starts[i + 1] ?? 0) - from;
	if (length !== (b.starts[j + 1] ?? 0) - other) return false;
	for (let at = 0; at < length; at++) if (a.bytes[from + at] !== b.bytes[other + at]) return false;
	return true;
}

function writtenOut({ ids }: Segment): readonly CardId[] {
	const dictionary = new CardDictionary(ids);
	return Array.from({ length: dictionary.size }, (_, number) => dictionary.at(number));
}
