import { merge } from '#lib/core/review/log.ts';
import { entriesOf, packSegment, readSegment } from '#lib/core/review/segment.ts';
import type { Copy, Damaged, StoredSegment } from './copy.ts';
import type { WholeLog } from './log-store.ts';
import { segmentId } from './sound.ts';

/** What was set aside, as either copy remembers it: one may have been lost since. @param theirs what the second copy remembers */
export async function remembered(first: Copy, theirs: readonly Damaged[]): Promise<readonly Damaged[]> {
	const mine = await first.damaged();
	const others = theirs.filter(({ id }) => mine.every((one) => one.id !== id));
	const here = await first.segmentsOf(others.map(({ id }) => id));
	return [...mine, ...others.filter(({ id }) => here.every((one) => one.id !== id))];
}

/**
 * Parts that were set aside and whose entries came again in other segments, as a backup may bring them: made anew of those, and known by
 * their hash to be what they were. Not those of which an entry is missing, or among which others stand.
 */
export async function madeAnew(
	damaged: readonly Damaged[],
	{ segments, rows }: Pick<WholeLog, 'segments' | 'rows'>
): Promise<readonly StoredSegment[]> {
	const made: StoredSegment[] = [];
	for (const { id, head } of damaged) {
		const isWithin = ({ at }: { readonly at: number }) => at >= head.from && at <= head.to;
		let entries = rows.filter(isWithin);
		for (const bytes of segments) {
			const read = readSegment(bytes);
			if (!('segment' in read) || read.segment.head.to < head.from || read.segment.head.from > head.to) continue;
			entries = [...merge(entries, entriesOf(read.segment).filter(isWithin))];
		}
		if (entries.length !== head.count) continue;
		const bytes = packSegment(entries);
		if ((await segmentId(bytes)) === id) made.push({ id, bytes, head });
	}
	return made;
}
