import { addAll } from '../collect.ts';
import type { Reading } from '../reading.ts';
import type { Step, StepOption } from '../deck.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import type { ReadStep } from './scenario.ts';

/** The end of a scenario, as the index of a place. */
const END = -1;

/** Steps that no choice leads to, and steps that no way leads out of. */
export function checkWays(reading: Reading, vignette: readonly StepOption[], steps: readonly Step[], read: readonly ReadStep[]): void {
	if (steps.length === 0) return;
	const index = new Map(steps.map(({ id }, at) => [id, at]));
	const leadsTo = (options: readonly StepOption[], at: number): number[] => {
		const next = at + 1 < steps.length ? at + 1 : END;
		if (options.length === 0) return [next];
		return options.map(({ goto }) => (goto === undefined ? next : goto.to === 'end' ? END : (index.get(goto.step) ?? END)));
	};
	const ways = steps.map(({ options }, at) => leadsTo(options, at));
	const reached = reachable(leadsTo(vignette, -1), ways);
	const range = (at: number) => {
		const step = read[at];
		return rangeOn(step?.line ?? 0, step?.heading.from ?? 0, step?.heading.to ?? 0);
	};
	steps.forEach((_, at) => {
		if (reached.has(at)) return;
		const message = 'No choice leads to this step. Write "→ " and its heading after a choice, or delete it.';
		reading.problems.push(problem('W703', range(at), message));
	});
	const stuck = withoutEnd(ways).filter((at) => reached.has(at));
	const [first, ...others] = stuck;
	if (first === undefined) return;
	const related = others.map((at) => ({ file: '', range: range(at), message: 'This step is part of the circle.' }));
	const message = 'No way leads out of this step to the end. Let one of its choices lead to "→ end".';
	reading.problems.push(problem('W704', range(first), message, related.length > 0 ? { related } : {}));
}

function reachable(starts: readonly number[], ways: readonly (readonly number[])[]): Set<number> {
	const found = new Set<number>();
	const open = [...starts];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (at === END || found.has(at)) continue;
		found.add(at);
		addAll(open, ways[at] ?? []);
	}
	return found;
}

/** The steps from which no way leads to the end, in their order. */
function withoutEnd(ways: readonly (readonly number[])[]): number[] {
	const into = new Map<number, number[]>();
	ways.forEach((targets, at) => {
		for (const target of targets) {
			const from = into.get(target);
			if (from) from.push(at);
			else into.set(target, [at]);
		}
	});
	const out = new Set<number>();
	const open = [...(into.get(END) ?? [])];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (out.has(at)) continue;
		out.add(at);
		addAll(open, into.get(at) ?? []);
	}
	return ways.map((_, at) => at).filter((at) => !out.has(at));
}
