/**
 * Chance without chance: the same words give the same number on every device and in every replay.
 * FNV-1a over code points, finished by MurmurHash3's mixer. 0 to under 1.
 */
export function seeded(...words: readonly (string | number)[]): number {
	let hash = 0x811c9dc5;
	for (const char of words.join('\u0000')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** The same things in an order that depends on the seed alone. */
export function shuffled<T>(things: readonly T[], keyOf: (thing: T) => string | number, seed: string | number): readonly T[] {
	return things
		.map((thing) => ({ thing, place: seeded(seed, keyOf(thing)) }))
		.sort((a, b) => a.place - b.place)
		.map(({ thing }) => thing);
}
