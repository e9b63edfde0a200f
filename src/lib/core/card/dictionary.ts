import type { CardId } from './card.ts';

/** The ids of a dictionary as they are stored: UTF-8, one after the other. */
export interface DictionaryColumns {
	readonly bytes: Uint8Array;
	/** Where each id begins in `bytes`, and where the last one ends: one more than there are ids. */
	readonly starts: Uint32Array;
	/** FNV-1a of each id's bytes. */
	readonly hashes: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Card ids, each with a number, without a string or an object for each: 100,000 ids are found in bytes that are read as they are
 * stored. A hash table with open addressing, at most half full.
 */
export class CardDictionary {
	#bytes: Uint8Array;
	#starts: Uint32Array;
	#hashes: Uint32Array;
	/** Made when an id is first looked for that does not follow the last one found. */
	#made: Int32Array | undefined;
	#size: number;
	/** The number that was found last. */
	#last = -1;

	constructor(columns?: DictionaryColumns) {
		this.#bytes = columns?.bytes ?? new Uint8Array(1024);
		this.#starts = columns?.starts ?? new Uint32Array(65);
		this.#hashes = columns?.hashes ?? new Uint32Array(64);
		this.#size = columns?.hashes.length ?? 0;
	}

	get #slots(): Int32Array {
		return (this.#made ??= slotsOf(this.#hashes, this.#size));
	}

	/** How many ids there are; their numbers run from 0. */
	get size(): number {
		return this.#size;
	}

	/** The number of an id, or -1. */
	find(id: string): number {
		// Who asks for many often asks in the order in which they were added.
		const next = this.#last + 1;
		if (next < this.#size && this.#isAt(next, id)) return (this.#last = next);
		const found = this.#search(id);
		if (found >= 0) this.#last = found;
		return found;
	}

	#search(id: string): number {
		const hash = hashOf(id);
		if (hash < 0) return this.#findBytes(encoder.encode(id), 0, -1, undefined);
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const index = (slots[slot] ?? 0) - 1;
			if (index < 0) return -1;
			if (this.#hashes[index] === hash && this.#isAt(index, id)) return index;
		}
	}

	/** The number of an id, which is added if it is new. */
	add(id: string): number {
		const found = this.find(id);
		if (found >= 0) return found;
		const bytes = encoder.encode(id);
		return this.#append(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
	}

	/** The numbers that the ids of another dictionary have in this one, in the other's order; new ones are added. */
	addAll({ bytes, starts, hashes }: DictionaryColumns): Uint32Array {
		const numbers = new Uint32Array(hashes.length);
		for (let index = 0; index < hashes.length; index++) {
			const start = starts[index] ?? 0;
			const end = starts[index + 1] ?? 0;
			const hash = hashes[index] ?? 0;
			const found = this.#findBytes(bytes, start, end, hash);
			numbers[index] = found >= 0 ? found : this.#append(bytes, start, end, hash);
		}
		return numbers;
	}

	/** The id of a number that was given out. */
	at(index: number): CardId {
		return decoder.decode(this.#bytes.subarray(this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0)) as CardId;
	}

	/** What there is to store. */
	columns(): DictionaryColumns {
		return {
			bytes: this.#bytes.slice(0, this.#starts[this.#size] ?? 0),
			starts: this.#starts.slice(0, this.#size + 1),
			hashes: this.#hashes.slice(0, this.#size)
		};
	}

	/** Whether an id stands there; never for one that is not ASCII. */
	#isAt(index: number, id: string): boolean {
		const start = this.#starts[index] ?? 0;
		if ((this.#starts[index + 1] ?? 0) - start !== id.length) return false;
		for (let at = 0; at < id.length; at++) {
			const code = id.charCodeAt(at);
			if (code > 0x7f || this.#bytes[start + at] !== code) return false;
		}
		return true;
	}

	#findBytes(bytes: Uint8Array, start: number, to: number, known: number | undefined): number {
		const end = to < 0 ? bytes.length : to;
		const hash = known ?? hashBytes(bytes, start, end);
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const index = (slots[slot] ?? 0) - 1;
			if (index < 0) return -1;
			if (this.#hashes[index] === hash && this.#sameAt(index, bytes, start, end)) return index;
		}
	}

	#sameAt(index: number, bytes: Uint8Array, start: number, end: number): boolean {
		const mine = this.#starts[index] ?? 0;
		if ((this.#starts[index + 1] ?? 0) - mine !== end - start) return false;
		for (let at = start; at < end; at++) if (this.#bytes[mine + at - start] !== bytes[at]) return false;
		return true;
	}

	#append(bytes: Uint8Array, start: number, end: number, hash: number): number {
		const index = this.#size;
		const from = this.#starts[index] ?? 0;
		const to = from + end - start;
		if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(to, this.#bytes.length * 2)));
		if (index + 2 > this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(index * 2 + 64));
		if (index + 1 > this.#hashes.length) this.#hashes = grown(this.#hashes, new Uint32Array(index * 2 + 64));
		for (let at = start; at < end; at++) this.#bytes[from + at - start] = bytes[at] ?? 0;
		this.#starts[index + 1] = to;
		this.#hashes[index] = hash;
		this.#size += 1;
		if (this.#made === undefined) return index;
		if (this.#size * 2 > this.#made.length) this.#made = slotsOf(this.#hashes, this.#size);
		else take(this.#made, hash, index);
		return index;
	}
}

function grown<T extends Uint8Array | Uint32Array>(small: T, large: T): T {
	large.set(small);
	return large;
}

/** The table of a dictionary: in each slot a number plus one, or 0. At most a quarter full, so that it can grow. */
function slotsOf(hashes: Uint32Array, size: number): Int32Array {
	let length = 256;
	while (length < size * 4) length *= 2;
	const slots = new Int32Array(length);
	for (let index = 0; index < size; index++) take(slots, hashes[index] ?? 0, index);
	return slots;
}

function take(slots: Int32Array, hash: number, index: number): void {
	const mask = slots.length - 1;
	let slot = hash & mask;
	while (slots[slot] !== 0) slot = (slot + 1) & mask;
	slots[slot] = index + 1;
}

/** FNV-1a, mixed at the end, because its low bits alone are the table's address. Not negative. */
function mixed(hash: number): number {
	return (hash ^ (hash >>> 15)) >>> 0;
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
	return mixed(hash);
}

/** The same of an ASCII text without encoding it; -1 for any other text. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code > 0x7f) return -1;
		hash = Math.imul(hash ^ code, 0x01000193);
	}
	return mixed(hash);
}
