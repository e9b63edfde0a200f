import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';

/** A card in its steps, and the moment at which its wait is over. */
export interface Waiting {
	readonly id: CardId;
	readonly at: Millis;
}

/** A card to be reviewed: since which day, and how likely it would be recalled now (0 to 1). */
export interface DueReview {
	readonly id: CardId;
	readonly day: Day;
	readonly retrievability: number;
}

/** All that could be asked today, before limits. */
export interface Gathered {
	readonly waiting: readonly Waiting[];
	readonly reviews: readonly DueReview[];
	readonly fresh: readonly CardId[];
}

/** Sorts cards by what today wants of them; cards due on a later day are left out. Keeps the order of `ids`. */
export function gather(ids: Iterable<CardId>, states: CardStates, today: Day, parameters: Parameters): Gathered {
	const waiting: Waiting[] = [];
	const reviews: DueReview[] = [];
	const fresh: CardId[] = [];
	for (const id of ids) {
		const state = states.get(id);
		if (state === undefined) {
			fresh.push(id);
			continue;
		}
		const due = dueOf(id, state, parameters);
		if (due.kind === 'at') waiting.push({ id, at: due.at });
		else if (due.day <= today) reviews.push({ id, day: due.day, retrievability: retrievability(state.memory, today - state.lastDay) });
	}
	return { waiting, reviews, fresh };
}
