/** CRC-32 (ISO 3309, as in zip and PNG) of some bytes, 0 to 2³² − 1. Eight tables, so that eight bytes are taken at a time. */
export function crc32(bytes: Uint8Array): number {
	const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
	let crc = ~0;
	let at = 0;
	for (; at + 8 <= bytes.length; at += 8) {
		const low = crc ^ ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
		crc =
			(t7[low & 0xff] ?? 0) ^
			(t6[(low >>> 8) & 0xff] ?? 0) ^
			(t5[(low >>> 16) & 0xff] ?? 0) ^
			(t4[low >>> 24] ?? 0) ^
			(t3[bytes[at + 4] ?? 0] ?? 0) ^
			(t2[bytes[at + 5] ?? 0] ?? 0) ^
			(t1[bytes[at + 6] ?? 0] ?? 0) ^
			(t0[bytes[at + 7] ?? 0] ?? 0);
	}
	for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
	return ~crc >>> 0;
}

type Table = Int32Array;
const TABLES = tables();

function tables(): readonly [Table, Table, Table, Table, Table, Table, Table, Table] {
	const first = new Int32Array(256);
	for (let byte = 0; byte < 256; byte++) {
		let value = byte;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
		first[byte] = value;
	}
	const after = (table: Table): Table => table.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0));
	const second = after(first);
	const third = after(second);
	const fourth = after(third);
	const fifth = after(fourth);
	const sixth = after(fifth);
	const seventh = after(sixth);
	return [first, second, third, fourth, fifth, sixth, seventh, after(seventh)];
}
