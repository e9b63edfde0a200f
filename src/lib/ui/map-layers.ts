import type { Tie } from '#lib/core/deck/concept-map.ts';

/**
 * The layer of each concept, from 0 at the top: below all that it builds on, at most so many in one. Ties that close a circle are
 * left out of account, so that every concept has a layer.
 * @param most how many may stand side by side; at least 1
 */
export function layersOf(ids: readonly string[], ties: readonly Pick<Tie, 'from' | 'to'>[], most: number): ReadonlyMap<string, number> {
	const { order, back } = topFirst(ids, ties);
	const layers = new Map<string, number>();
	const counts: number[] = [];
	for (const id of order) {
		const above = ties.filter((tie) => tie.to === id && !back.has(tie)).map(({ from }) => layers.get(from) ?? -1);
		let layer = Math.max(-1, ...above) + 1;
		while ((counts[layer] ?? 0) >= most) layer++;
		counts[layer] = (counts[layer] ?? 0) + 1;
		layers.set(id, layer);
	}
	return layers;
}

/** The concepts in an order in which none comes before what it builds on, and the ties that had to be ignored for that. */
function topFirst(ids: readonly string[], ties: readonly Pick<Tie, 'from' | 'to'>[]) {
	const order: string[] = [];
	const back = new Set<Pick<Tie, 'from' | 'to'>>();
	const state = new Map<string, 'open' | 'done'>();
	for (const start of ids) {
		// Without recursion, so that no chain is too long.
		const path = [{ id: start, into: into(start, ties), at: 0 }];
		if (state.has(start)) continue;
		state.set(start, 'open');
		for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
			const tie = top.into[top.at++];
			if (tie === undefined) {
				state.set(top.id, 'done');
				order.push(top.id);
				path.pop();
			} else if (state.get(tie.from) === 'open') back.add(tie);
			else if (!state.has(tie.from)) {
				state.set(tie.from, 'open');
				path.push({ id: tie.from, into: into(tie.from, ties), at: 0 });
			}
		}
	}
	return { order, back };
}

const into = (id: string, ties: readonly Pick<Tie, 'from' | 'to'>[]) => ties.filter(({ to }) => to === id);
