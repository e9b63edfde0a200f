import { isUuid, writeUuid } from '#lib/core/review/uuid.ts';

/**
 * Ids with a number each, without an object for each: a million UUIDs take 24 MB. Ids that are no UUIDs stand in a map. The numbers run
 * from 0 in the order in which ids were added.
 */
export class IdIndex {
	/** Four words for each id; those of an id that is no UUID are not used. */
	#words: Uint32Array;
	/** In each slot a number plus one, or 0; at most half full. */
	#slots: Int32Array;
	#size = 0;
	readonly #others = new Map<string, number>();
	readonly #bytes = new Uint8Array(16);

	/** @param most how many ids will be added */
	constructor(most: number) {
		let slots = 64;
		while (slots < most * 2) slots *= 2;
		// One more, for an id that is looked for.
		this.#words = new Uint32Array((most + 1) * 4);
		this.#slots = new Int32Array(slots);
	}

	/** The number of an id that was added; if there is none it is added, with the next number, and this gives -1. */
	addUuid(uuids: Uint8Array, at: number): number {
		const { slot, number } = this.#search(uuids, at);
		// What was looked for stands where the next one will.
		if (number < 0) this.#slots[slot] = ++this.#size;
		return number;
	}

	/** The same for an id as a text. */
	add(id: string): number {
		if (isUuid(id)) {
			writeUuid(this.#bytes, 0, id);
			return this.addUuid(this.#bytes, 0);
		}
		const number = this.#others.get(id);
		if (number !== undefined) return number;
		this.#others.set(id, this.#size++);
		return -1;
	}

	/** The number of an id, or -1. */
	find(id: string): number {
		if (!isUuid(id)) return this.#others.get(id) ?? -1;
		writeUuid(this.#bytes, 0, id);
		return this.#search(this.#bytes, 0).number;
	}

	/** Writes an id behind the last one, and gives its slot and the number in it. */
	#search(uuids: Uint8Array, at: number): { readonly slot: number; readonly number: number } {
		const words = this.#words;
		const base = this.#size * 4;
		for (let word = 0; word < 4; word++) {
			const from = at + word * 4;
			words[base + word] =
				(uuids[from] ?? 0) | ((uuids[from + 1] ?? 0) << 8) | ((uuids[from + 2] ?? 0) << 16) | ((uuids[from + 3] ?? 0) << 24);
		}
		const mask = this.#slots.length - 1;
		// All four words, so that ids which begin with a time do not crowd.
		let hash = (words[base] ?? 0) ^ Math.imul(words[base + 1] ?? 0, 0x9e3779b1) ^ Math.imul(words[base + 2] ?? 0, 0x85ebca6b);
		hash = Math.imul(hash ^ (words[base + 3] ?? 0) ^ (hash >>> 15), 0xc2b2ae35);
		for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
			const number = (this.#slots[slot] ?? 0) - 1;
			if (number < 0 || this.#isSame(number * 4, base)) return { slot, number };
		}
	}

	#isSame(a: number, b: number): boolean {
		const words = this.#words;
		return words[a] === words[b] && words[a + 1] === words[b + 1] && words[a + 2] === words[b + 2] && words[a + 3] === words[b + 3];
	}
}
