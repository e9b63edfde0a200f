import type { ClozeNote } from './deck.ts';

/** A hidden part of a text with the words around it. */
interface Hidden {
	readonly part: string;
	readonly before: string;
	readonly after: string;
}

/** How many characters of the neighbouring words are looked at. */
const NEIGHBOURS = 12;
/** In a text that hides more parts than this, reworded ones are not looked for. */
const MOST_PARTS = 500;

/**
 * Which part of the new text each hidden part of the old one has become: the same words (or group) if they are still hidden,
 * else the new hidden words that stand between the same neighbours.
 */
export function matchMarks(old: ClozeNote, fresh: ClozeNote): Map<string, string> {
	const matched = new Map<string, string>();
	const was = hiddenIn(old);
	const is = hiddenIn(fresh);
	const taken = new Set<string>();
	const kept = new Set(is.map(({ part }) => part));
	for (const { part } of was) {
		if (!kept.has(part)) continue;
		matched.set(part, part);
		taken.add(part);
	}
	for (const both of was.length > MOST_PARTS || is.length > MOST_PARTS ? [] : [true, false]) {
		for (const a of was) {
			if (matched.has(a.part)) continue;
			const found = is.filter((b) => !taken.has(b.part) && isBetween(a, b, both));
			const [b, ...others] = new Set(found.map(({ part }) => part));
			if (b === undefined || others.length > 0) continue;
			matched.set(a.part, b);
			taken.add(b);
		}
	}
	for (const { part } of was) if (!matched.has(part)) matched.set(part, `${part}\u0000gone`);
	return matched;
}

/** Whether two hidden parts stand between the same words: on both sides, or at least on one. */
function isBetween(a: Hidden, b: Hidden, both: boolean): boolean {
	const before = a.before === b.before;
	const after = a.after === b.after;
	return both ? before && after : (before && a.before.trim() !== '') || (after && a.after.trim() !== '');
}

/** The hidden parts of a text, each by its first mark, with the plain words on both sides. */
function hiddenIn({ text, marks }: ClozeNote): Hidden[] {
	const found: Hidden[] = [];
	const seen = new Set<string>();
	let from = 0;
	for (const { hidden, part } of marks) {
		const at = text.indexOf(`==${hidden}==`, from);
		if (at < 0) continue;
		const end = at + hidden.length + 4;
		from = end;
		if (seen.has(part)) continue;
		seen.add(part);
		const rest = text.slice(end).replace(/^\{[^}\n]{0,300}\}/u, '');
		found.push({ part, before: neighbour(text.slice(Math.max(0, at - 80), at), true), after: neighbour(rest.slice(0, 80), false) });
	}
	return found;
}

function neighbour(text: string, before: boolean): string {
	const plain = text.replaceAll('==', '').replace(/\s+/gu, ' ');
	return before ? plain.slice(-NEIGHBOURS) : plain.slice(0, NEIGHBOURS);
}
