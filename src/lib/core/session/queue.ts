import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';
import { gather, type Waiting } from './gather.ts';
import { intersperse } from './intersperse.ts';
import { allowanceLeft, limit } from './limit.ts';
import { orderReviews } from './order.ts';
import { keepSiblingsApart } from './siblings.ts';

/** What today asks. */
export interface Queue {
	/** Cards in their steps, in no order. */
	readonly waiting: readonly Waiting[];
	/** Reviews and new cards, in the order in which they are asked. */
	readonly ahead: readonly CardId[];
	/** How many of `ahead` have never been answered. */
	readonly fresh: number;
}

/** The queue of a day: gather → keep siblings apart → order → limit → intersperse. `ids` in the order in which new cards come. */
export function queueOf(ids: Iterable<CardId>, states: CardStates, today: Day, parameters: Parameters): Queue {
	const apart = keepSiblingsApart(gather(ids, states, today, parameters), states, today);
	const { reviews, fresh } = limit(orderReviews(apart.reviews, states, today), apart.fresh, allowanceLeft(states, today, parameters));
	return {
		waiting: apart.waiting,
		ahead: intersperse(
			reviews.map(({ id }) => id),
			fresh
		),
		fresh: fresh.length
	};
}
