import { readSegment, type Segment } from '#lib/core/review/segment.ts';

/** What a segment holds that came from elsewhere; undefined if it is damaged, or if its columns do not belong together. */
export function soundSegment(bytes: Uint8Array): Segment | undefined {
	try {
		const read = readSegment(bytes);
		return 'segment' in read && isWhole(read.segment) ? read.segment : undefined;
	} catch {
		return undefined; // checks that are right over something that is no segment: nobody's accident
	}
}

function isWhole(segment: Segment): boolean {
	const { head, ids, at, uuids, day, card, tookMs, marks, hints, chosen, preset, presets, others } = segment;
	const size = at.length;
	const names = ids.hashes.length;
	return (
		[day, card, tookMs, marks, hints, chosen, preset].every(({ length }) => length === size) &&
		uuids.length === size * 16 &&
		head.count === size + others.length &&
		head.reviews === size &&
		at.every(Number.isFinite) &&
		card.every((number) => number < names) &&
		ids.starts.length > names &&
		ids.starts.every((start, index) => index > names || start <= ids.bytes.length) &&
		Array.isArray(presets) &&
		preset.every((number) => number <= presets.length)
	);
}
