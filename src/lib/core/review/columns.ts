/**
 * Named columns as one run of bytes and back. Layout: 8 bytes of magic; the length of the head (Uint32, little-endian) and its
 * CRC-32; the head (JSON: what the caller wants to say, and name, type and length of each column), padded to 8; the columns, each
 * padded to 8; a check over everything before it, the CRC-32 unless the caller has another. Numbers are little-endian, as on every machine that runs a browser.
 */
import { crc32 } from './crc32.ts';

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
export type Columns = Readonly<Record<string, Column>>;

/** What was packed; or where the bytes stopped making sense. */
export type Unpacked<Head> = { readonly head: Head; readonly columns: Columns } | { readonly damage: 'foreign' | 'head' | 'body' };

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;
interface Described<Head> {
	readonly head: Head;
	readonly columns: readonly (readonly [name: string, type: TypeName, length: number])[];
}

const START = 16;
const padded = (length: number): number => (length + 7) & ~7;

/** A sum over bytes by which a change of any of them is noticed; 0 to 2³² − 1. */
export type Check = (bytes: Uint8Array) => number;

/** @param magic 8 ASCII characters that say what it is */
export function packColumns(magic: string, head: unknown, columns: Columns, check: Check = crc32): Uint8Array<ArrayBuffer> {
	const described = {
		head,
		columns: Object.entries(columns).map(([name, column]) => [name, typeOf(column), column.length] as const)
	};
	const text = new TextEncoder().encode(JSON.stringify(described));
	const body = Object.values(columns).reduce((sum, { byteLength }) => sum + padded(byteLength), 0);
	const size = START + padded(text.length) + body + 4;
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(magic));
	view.setUint32(8, text.length, true);
	view.setUint32(12, crc32(text), true);
	bytes.set(text, START);
	let at = START + padded(text.length);
	for (const column of Object.values(columns)) {
		bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
		at += padded(column.byteLength);
	}
	view.setUint32(at, check(bytes.subarray(0, at)), true);
	return bytes;
}

/** The columns as views of the bytes, where these are aligned to 8; else of a copy. Never throws. */
export function unpackColumns<Head>(magic: string, given: Uint8Array, check: Check = crc32): Unpacked<Head> {
	const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
	if (bytes.length < START || !magicOf(bytes).startsWith(magic)) return { damage: 'foreign' };
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getUint32(8, true);
	const text = bytes.subarray(START, START + length);
	if (text.length !== length || crc32(text) !== view.getUint32(12, true)) return { damage: 'head' };
	const { head, columns: described } = JSON.parse(new TextDecoder().decode(text)) as Described<Head>;
	const columns: Record<string, Column> = {};
	let at = START + padded(length);
	for (const [name, type, count] of described) {
		const Type = TYPES[type];
		const size = count * Type.BYTES_PER_ELEMENT;
		if (at + size > bytes.length) return { damage: 'body' };
		columns[name] = new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, count);
		at += padded(size);
	}
	if (at + 4 !== bytes.length || check(bytes.subarray(0, at)) !== view.getUint32(at, true)) return { damage: 'body' };
	return { head, columns };
}

/** The head alone, for what is to be said about damaged columns; undefined if it is damaged itself. */
export function headOf(magic: string, bytes: Uint8Array): unknown {
	if (bytes.length < START || !magicOf(bytes).startsWith(magic)) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = bytes.subarray(START, START + view.getUint32(8, true));
	if (crc32(text) !== view.getUint32(12, true)) return undefined;
	return (JSON.parse(new TextDecoder().decode(text)) as Described<unknown>).head;
}

function magicOf(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes.subarray(0, 8));
}

/** By name, not by class: an array may come from another realm. */
function typeOf(column: Column): TypeName {
	const found = Object.entries(TYPES).find(([, { name }]) => name === column[Symbol.toStringTag]);
	if (found === undefined) throw new TypeError('This is no column.');
	return found[0] as TypeName;
}
