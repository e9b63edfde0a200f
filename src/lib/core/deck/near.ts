/** Whether `typed` is `meant` with two neighbours swapped, or with one letter wrong, missing or extra in a word of six or more. */
export function isNearMiss(typed: string, meant: string): boolean {
	if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
	if (isSwap(typed, meant)) return true;
	return Math.min(typed.length, meant.length) >= 5 && Math.max(typed.length, meant.length) >= 6 && isOneLetter(typed, meant);
}

function firstDifference(a: string, b: string): number {
	let at = 0;
	while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

function isSwap(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	const at = firstDifference(a, b);
	return a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
}

function isOneLetter(a: string, b: string): boolean {
	const at = firstDifference(a, b);
	if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
	return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}

/** The candidate that a word is a near miss of, if there is one. */
export function nearMissOf<T extends string>(typed: string, candidates: readonly T[]): T | undefined {
	return candidates.find((candidate) => isNearMiss(typed, candidate.toLowerCase()));
}

/** How many letters must be changed, added, removed or swapped to make `b` of `a`; more than `limit` is given as `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
			if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		before = above;
		above = row;
	}
	return Math.min(above[b.length] ?? 0, limit + 1);
}

/** How many candidates are looked at: a deck with ten thousand unknown sources should not cost a hundred million comparisons. */
const MOST_CANDIDATES = 200;

/** The candidate nearest to a word, at most a third of its letters away; for "did you mean". Words over 80 letters have none. */
export function nearestOf(typed: string, candidates: Iterable<string>): string | undefined {
	const word = typed.toLowerCase();
	if (word.length > 80) return undefined;
	let best: string | undefined;
	let least = Math.max(1, Math.floor(word.length / 3)) + 1;
	let seen = 0;
	for (const candidate of candidates) {
		if (++seen > MOST_CANDIDATES) break;
		const away = distance(word, candidate.toLowerCase(), least - 1);
		if (away < least) {
			least = away;
			best = candidate;
		}
	}
	return best;
}
