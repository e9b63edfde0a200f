import { readSegment, type Segment } from '#lib/core/review/segment.ts';
import type { StoredSegment } from './copy.ts';

/** The id of a segment: the SHA-256 of its bytes, in hexadecimal digits. */
export async function segmentId(bytes: Uint8Array): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
	return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a stored segment holds; undefined if its bytes are not those that were stored. */
export async function soundSegment({ id, bytes }: StoredSegment): Promise<Segment | undefined> {
	const hash = segmentId(bytes);
	const read = readSegment(bytes);
	return 'segment' in read && (await hash) === id ? read.segment : undefined;
}

/** Segments of another log as they are stored. @throws RangeError if one is damaged, or is none */
export function storedSegments(given: readonly Uint8Array[]): Promise<readonly StoredSegment[]> {
	return Promise.all(
		given.map(async (bytes) => {
			const hash = segmentId(bytes);
			const read = readSegment(bytes);
			if ('damage' in read) throw new RangeError('A part of this log is damaged.');
			return { id: await hash, bytes, head: read.segment.head };
		})
	);
}
