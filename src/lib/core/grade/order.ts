import { allOrWrong, type Verdict } from './verdict.ts';

/**
 * Grades an arrangement of items, given as their indices in the order of the deck's text, which is the right one. The parts say
 * which items stand right relative to each other: the wrong ones are the fewest that would have to be moved.
 */
export function gradeOrder(count: number, arranged: readonly number[]): Verdict {
	const kept = new Set(inOrder(arranged));
	return allOrWrong(Array.from({ length: count }, (_, item) => kept.has(item)));
}

/** The longest part of a sequence that rises; of several equally long the one with most items in their own places. */
function inOrder(arranged: readonly number[]): readonly number[] {
	interface Run {
		readonly items: readonly number[];
		/** How many of them stand in their own places. */
		readonly own: number;
	}
	const better = (a: Run, b: Run) => a.items.length > b.items.length || (a.items.length === b.items.length && a.own > b.own);
	let best: Run = { items: [], own: 0 };
	const ending: (Run & { readonly last: number })[] = [];
	arranged.forEach((item, place) => {
		let before: Run = { items: [], own: 0 };
		for (const run of ending) if (run.last < item && better(run, before)) before = run;
		const run = { items: [...before.items, item], own: before.own + (item === place ? 1 : 0), last: item };
		ending.push(run);
		if (better(run, best)) best = run;
	});
	return best.items;
}
