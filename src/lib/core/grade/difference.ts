/** A run of letters of a typed answer beside the right one: in both, only in the right one, or only in what was typed. */
export interface Segment {
	readonly kind: 'kept' | 'missing' | 'extra';
	readonly text: string;
}

/** Longer answers are shown whole beside each other: their letters tell nothing. */
const LONGEST = 120;

/** The letters of a text, each with its marks. */
export function lettersOf(text: string): readonly string[] {
	return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/**
 * How `typed` differs from `right`, letter by letter, in the fewest letters; kept letters as the right answer writes them. `same`
 * says whether two letters count as one. None if either has more than 120 letters.
 */
export function difference(typed: string, right: string, same: (a: string, b: string) => boolean): readonly Segment[] | undefined {
	const from = lettersOf(typed);
	const to = lettersOf(right);
	if (from.length > LONGEST || to.length > LONGEST) return undefined;
	const keep = commonFrom(from, to, same);
	const segments: Segment[] = [];
	const add = (kind: Segment['kind'], text: string) => {
		const last = segments.at(-1);
		if (last?.kind === kind) segments[segments.length - 1] = { kind, text: last.text + text };
		else segments.push({ kind, text });
	};
	let i = 0;
	let j = 0;
	while (i < from.length || j < to.length) {
		const [a, b] = [from[i], to[j]];
		if (a !== undefined && b !== undefined && same(a, b)) {
			add('kept', b);
			i++;
			j++;
		} else if (a !== undefined && (b === undefined || (keep[i + 1]?.[j] ?? 0) >= (keep[i]?.[j + 1] ?? 0))) {
			add('extra', a);
			i++;
		} else {
			add('missing', b ?? '');
			j++;
		}
	}
	return segments;
}

/** How many letters the ends of two texts have in common, for each pair of beginnings. */
function commonFrom(from: readonly string[], to: readonly string[], same: (a: string, b: string) => boolean): number[][] {
	const keep = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
	for (let i = from.length - 1; i >= 0; i--)
		for (let j = to.length - 1; j >= 0; j--) {
			const row = keep[i];
			if (row === undefined) continue;
			const both = same(from[i] ?? '', to[j] ?? '');
			row[j] = both ? (keep[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(keep[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
		}
	return keep;
}
