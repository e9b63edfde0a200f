import type { Progress } from '#lib/core/schedule/progress.ts';
import { blankState } from '#lib/core/schedule/state.ts';

const BLANK = JSON.stringify(blankState());
const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Each thing as JSON, in one order. */
function sorted(things: Iterable<unknown>): readonly string[] {
	return Array.from(things, (thing) => JSON.stringify(thing)).sort(before);
}

/** Progress in a form in which equal progress is equal text: cards of which nothing is known count as none. */
export function told(progress: Progress): string {
	const { presets, runs, answers, pace, lastDay, end, pending } = progress;
	const cards: string[] = [];
	for (const [id, state] of progress.cards) {
		if (JSON.stringify(state) === BLANK) continue;
		const { memory, ...rest } = state;
		cards.push(`${id} ${JSON.stringify([memory?.stability, memory?.difficulty, sorted(Object.entries(rest))])}`);
	}
	return JSON.stringify(
		{
			cards: cards.sort(before),
			general: sorted(Object.entries(presets.general)),
			ofDecks: sorted(Object.entries(presets.ofDecks).map(([name, values]) => [name, sorted(Object.entries(values))])),
			runs: sorted(runs),
			answers,
			pace,
			lastDay,
			end,
			retracted: sorted(pending.retracted),
			shifts: sorted(pending.shifts)
		},
		undefined,
		1
	);
}
