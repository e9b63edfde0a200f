import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';

/** The mean chance of recall today, 0 to 1, over those of the cards that were ever answered; undefined if none was. */
export function retained(ids: Iterable<CardId>, cards: CardStates, today: Day): number | undefined {
	let sum = 0;
	let count = 0;
	for (const id of ids) {
		const state = cards.get(id);
		if (state?.memory === undefined) continue;
		sum += retrievability(state.memory, today - state.lastDay);
		count += 1;
	}
	return count === 0 ? undefined : sum / count;
}
