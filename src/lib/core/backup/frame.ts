/**
 * What stands in front of each part of a backup, 28 bytes; numbers are little-endian.
 *
 *      0  4  EB 42 0A FF
 *      4  1  kind: 1 entries, 2 things
 *      5  1  0 as it is, 1 gzip
 *      6  2  the part's number, from 0
 *      8  4  its length in the file, in bytes
 *     12  4  its length when unpacked
 *     16  4  the CRC-32 of its bytes in the file
 *     20  4  0
 *     24  4  the CRC-32 of the 24 bytes before
 */
import { crc32 } from '#lib/core/review/crc32.ts';
import type { PartAbout } from './backup.ts';

export const FRAME_SIZE = 28;
const MARK = [0xeb, 0x42, 0x0a, 0xff] as const;
const KINDS: readonly (PartAbout['kind'] | undefined)[] = [undefined, 'entries', 'things'];

export interface Frame {
	readonly kind: PartAbout['kind'];
	readonly isPacked: boolean;
	/** Which part it is, from 0 to 65,535. */
	readonly number: number;
	/** Its length in the file, in bytes. */
	readonly length: number;
	/** Its length when unpacked, in bytes. */
	readonly size: number;
	/** The CRC-32 of its bytes in the file. */
	readonly sum: number;
}

export function packFrame({ kind, isPacked, number, length, size, sum }: Frame): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(FRAME_SIZE);
	const view = new DataView(bytes.buffer);
	bytes.set(MARK);
	view.setUint8(4, KINDS.indexOf(kind));
	view.setUint8(5, isPacked ? 1 : 0);
	view.setUint16(6, number, true);
	view.setUint32(8, length, true);
	view.setUint32(12, size, true);
	view.setUint32(16, sum, true);
	view.setUint32(24, crc32(bytes.subarray(0, 24)), true);
	return bytes;
}

/** The frame whose first byte stands at `at`; undefined if there is none, or a damaged one. */
export function readFrame(bytes: Uint8Array, at = 0): Frame | undefined {
	if (at + FRAME_SIZE > bytes.length || MARK.some((byte, index) => bytes[at + index] !== byte)) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset + at, FRAME_SIZE);
	const kind = KINDS[view.getUint8(4)];
	const method = view.getUint8(5);
	const isSound = crc32(bytes.subarray(at, at + 24)) === view.getUint32(24, true);
	if (!isSound || kind === undefined || method > 1) return undefined;
	return {
		kind,
		isPacked: method === 1,
		number: view.getUint16(6, true),
		length: view.getUint32(8, true),
		size: view.getUint32(12, true),
		sum: view.getUint32(16, true)
	};
}

/** Where the next sound frame begins, from `at` on; -1 if there is none in these bytes. */
export function findFrame(bytes: Uint8Array, at: number): number {
	for (let found = bytes.indexOf(MARK[0], at); found >= 0; found = bytes.indexOf(MARK[0], found + 1)) {
		if (readFrame(bytes, found) !== undefined) return found;
	}
	return -1;
}
