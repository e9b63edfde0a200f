import type { Backup } from '#lib/core/backup/backup.ts';
import { newsFor, type News } from '#lib/core/backup/compare.ts';
import { packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
import type { StoredSegment } from './copy.ts';
import type { LogStore, WholeLog } from './log-store.ts';
import { segmentId } from './sound.ts';

/** What restoring a backup would add to a log; nothing has been written. */
export interface RestorePlan {
	readonly news: News;
	/** Checked, as `LogStore.restore` takes them. */
	readonly segments: readonly StoredSegment[];
}

/** Compares a backup with the whole log, by entry id. */
export async function planRestore(log: LogStore, { parts }: Pick<Backup, 'parts'>): Promise<RestorePlan> {
	const news = newsFor(segmentsOf(await log.readWhole()), parts);
	const heads = new Map(parts.map(({ id, segment }) => [id, segment.head]));
	const segments = await Promise.all(
		news.segments.map(async ({ id, bytes }): Promise<StoredSegment> => {
			const head = id === undefined ? undefined : heads.get(id);
			return id === undefined || head === undefined ? checked(bytes) : { id, bytes, head };
		})
	);
	return { news, segments };
}

/** A log as segments; what is not sealed is packed for this alone. */
export function segmentsOf({ segments, rows }: Pick<WholeLog, 'segments' | 'rows'>): readonly Segment[] {
	return [...segments, ...(rows.length > 0 ? [packSegment(rows)] : [])].flatMap((bytes) => {
		const read = readSegment(bytes);
		return 'segment' in read ? [read.segment] : [];
	});
}

async function checked(bytes: Uint8Array): Promise<StoredSegment> {
	const read = readSegment(bytes);
	if ('damage' in read) throw new RangeError('What was packed cannot be unpacked.');
	return { id: await segmentId(bytes), bytes, head: read.segment.head };
}
