import type { Day, Entry } from '#lib/core/review/entry.ts';
import { entriesOf, packSegment, readSegment } from '#lib/core/review/segment.ts';
import type { StoredSegment } from './copy.ts';
import { isJson, same } from './same.ts';
import { segmentId } from './sound.ts';

/** How many entries become one segment. */
export interface SealLimits {
	readonly least: number;
	readonly most: number;
}

/** Fewer are not worth a segment; more would hold up the page that packs them. */
export const SEAL_LIMITS: SealLimits = { least: 2000, most: 100_000 };

/** What may be sealed of rows in order: what happened before a day, and entries without a day that stand in front of such. */
export function longPast(rows: readonly Entry[], before: Day): readonly Entry[] {
	const isPast = (row: Entry): boolean => 'day' in row && row.day < before;
	const last = rows.findLastIndex(isPast);
	return rows.slice(0, last + 1).filter((row) => isPast(row) || !('day' in row));
}

/** A segment, and the rows that it holds. */
export interface Sealed {
	readonly segment: StoredSegment;
	readonly rows: readonly Entry[];
}

/** Rows as a segment that was read again and found to hold just these. What would not come back as it was is left out. */
export async function sealed(given: readonly Entry[]): Promise<Sealed> {
	let rows = given.filter(isJson);
	for (;;) {
		const bytes = packSegment(rows);
		const read = readSegment(bytes);
		const back = 'segment' in read ? new Map(entriesOf(read.segment).map((entry) => [entry.id, entry])) : new Map<string, Entry>();
		const whole = rows.filter((row) => same(back.get(row.id), row));
		if ('segment' in read && whole.length === rows.length) {
			return { segment: { id: await segmentId(bytes), bytes, head: read.segment.head }, rows };
		}
		rows = whole;
	}
}
