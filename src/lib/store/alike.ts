import type { Start } from './copy.ts';

/** Whether a start found nothing in a copy. */
export function isEmpty({ rows, segmentIds, note }: Start): boolean {
	return rows.length === 0 && segmentIds.length === 0 && note === undefined;
}

/** Whether two copies hold the same, but for what stands behind the checkpoint. */
export function isSameUpToNote(one: Start, other: Start): boolean {
	if (one.checkpoint === undefined || one.note?.mark !== other.note?.mark) return false;
	const ids = new Set(one.segmentIds);
	return ids.size === other.segmentIds.length && other.segmentIds.every((id) => ids.has(id));
}
