import { crc32 } from '#lib/core/review/crc32.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { packSegment, readSegment, type SegmentHead } from '#lib/core/review/segment.ts';
import type { Contents, PartAbout, Stores } from './backup.ts';
import { packFrame } from './frame.ts';
import { ENTRIES_A_PART, TEXT_A_PART } from './limits.ts';
import type { Means } from './means.ts';
import { packPreamble } from './preamble.ts';

interface Part {
	readonly kind: PartAbout['kind'];
	readonly bytes: Uint8Array;
	readonly head?: SegmentHead;
}

/**
 * A backup as bytes, piece by piece: first lines that say in words what it is, then one packed part after the other, each with a
 * check of its own (frame.ts), so that what is sound in a damaged file can be told from what is not.
 * @throws RangeError if a segment is damaged
 */
export async function* writeBackup(
	{ savedAt, segments, rows, stores }: Contents,
	means: Means
): AsyncGenerator<Uint8Array, void, undefined> {
	const parts = [...segments.map(sealedPart), ...rowParts(rows), ...thingParts(stores)];
	const about = await Promise.all(
		parts.map(async ({ kind, bytes, head }): Promise<PartAbout> => ({
			kind,
			id: await means.hash(bytes),
			size: bytes.length,
			...(head ? { head } : {})
		}))
	);
	yield packPreamble({ savedAt, parts: about });
	for (const [number, { kind, bytes }] of parts.entries()) {
		const packed = await means.pack(bytes);
		const body = packed !== undefined && packed.length < bytes.length ? packed : bytes;
		yield packFrame({ kind, isPacked: body === packed, number, length: body.length, size: bytes.length, sum: crc32(body) });
		yield body;
	}
}

function sealedPart(bytes: Uint8Array): Part {
	const read = readSegment(bytes);
	if ('damage' in read) throw new RangeError('A part of this log is damaged.');
	return { kind: 'entries', bytes, head: read.segment.head };
}

function rowParts(rows: readonly Entry[]): readonly Part[] {
	const parts: Part[] = [];
	for (let at = 0; at < rows.length; at += ENTRIES_A_PART) parts.push(sealedPart(packSegment(rows.slice(at, at + ENTRIES_A_PART))));
	return parts;
}

/** Small things as JSON, `{"store": …, "values": {…}}`, in parts that stay small. */
function thingParts(stores: Stores): readonly Part[] {
	return Object.entries(stores).flatMap(([store, things]) => {
		const parts: Part[] = [];
		let values: Record<string, unknown> = {};
		let length = 0;
		const end = () => {
			if (length > 0) parts.push({ kind: 'things', bytes: new TextEncoder().encode(JSON.stringify({ store, values })) });
			values = {};
			length = 0;
		};
		for (const [name, value] of Object.entries(things)) {
			const own = name.length + JSON.stringify(value).length;
			if (length + own > TEXT_A_PART) end();
			values[name] = value;
			length += own;
		}
		end();
		return parts;
	});
}
