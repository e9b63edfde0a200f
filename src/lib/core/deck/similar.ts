/** The trigrams of a text's letters and digits, with how often each occurs. */
function trigrams(text: string): Map<string, number> {
	const plain = ` ${text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim()} `;
	const counts = new Map<string, number>();
	for (let at = 0; at + 3 <= plain.length; at++) {
		const three = plain.slice(at, at + 3);
		counts.set(three, (counts.get(three) ?? 0) + 1);
	}
	return counts;
}

/** How alike two texts are: the Dice coefficient of their trigrams, from 0 to 1. Two texts without letters are alike if equal. */
export function similarity(a: string, b: string): number {
	return a === b ? 1 : compareTrigrams(trigramsOf(a), trigramsOf(b));
}

/** A text's trigrams and their number, for comparing one text with many. */
export interface Trigrams {
	readonly counts: ReadonlyMap<string, number>;
	readonly size: number;
}

export function trigramsOf(text: string): Trigrams {
	const counts = trigrams(text);
	let size = 0;
	for (const count of counts.values()) size += count;
	return { counts, size };
}

/** The Dice coefficient of two texts' trigrams. */
export function compareTrigrams(a: Trigrams, b: Trigrams): number {
	if (a.size + b.size === 0) return 0;
	const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
	let common = 0;
	for (const [three, count] of small.counts) common += Math.min(count, large.counts.get(three) ?? 0);
	return (2 * common) / (a.size + b.size);
}
