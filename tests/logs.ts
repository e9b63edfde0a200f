import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, EntryId, Review } from '#lib/core/review/entry.ts';
import { packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
import { rebuild } from '#lib/core/schedule/rebuild.ts';
import type { Base } from '#lib/core/schedule/progress.ts';
import type { WholeLog } from '#lib/store/log-store.ts';

const DAY_MS = 86_400_000;

export function review(id: string, at: number): Review {
	return {
		kind: 'review',
		id: id as EntryId,
		at,
		day: 20_000,
		cardId: 'd/a/main' as CardId,
		outcome: 'self',
		rating: 'good',
		hints: 0,
		tookMs: 1200
	};
}

/** The UUID of a number. */
export function uuid(number: number): EntryId {
	return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` as EntryId;
}

/** So many answers on one day, in the order of the log; their ids run from `from`. */
export function reviewsOn(day: number, from: number, count: number): readonly Review[] {
	return Array.from({ length: count }, (_, index) => ({
		...review(uuid(from + index), day * DAY_MS + index * 1000),
		day,
		cardId: `d/${index % 40}/main` as CardId
	}));
}

/** Entries as a segment that was read. */
export function segmentOf(entries: readonly Entry[]): Segment {
	return segmentIn(packSegment(entries));
}

export function segmentIn(bytes: Uint8Array): Segment {
	const read = readSegment(bytes);
	if ('damage' in read) throw new Error(`The segment is damaged: ${read.damage}`);
	return read.segment;
}

/** What follows from a whole log. */
export function baseOf({ segments, rows }: Pick<WholeLog, 'segments' | 'rows'>): Base {
	return rebuild([...segments.map(segmentIn), segmentOf(rows)]);
}
