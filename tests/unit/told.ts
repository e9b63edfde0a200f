import type { CardId } from '#lib/core/card/card.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import { blankState, type CardState } from '#lib/core/schedule/state.ts';

/** Progress in a form in which equal progress is equal text: cards of which nothing is known count as none. */
export function told(progress: Progress): string {
	const blank = JSON.stringify(blankState());
	const cards = [...progress.cards]
		.map(([id, state]): readonly [CardId, CardState] => [id, state])
		.filter(([, state]) => JSON.stringify(state) !== blank)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const { presets, runs, answers, pace, lastDay, end, pending } = progress;
	const sorted = <T>(things: Iterable<T>): T[] => [...things].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	return JSON.stringify(
		{
			cards: cards.map(([id, { memory, ...state }]) => [id, memory?.stability, memory?.difficulty, Object.entries(state).sort()]),
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
