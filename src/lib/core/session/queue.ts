import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { gather, type Studied, type Waiting } from './gather.ts';
import { intersperse } from './intersperse.ts';
import { allowancesLeft, limited } from './limit.ts';
import type { Offer } from './offer.ts';
import { orderReviews } from './order.ts';
import { isUse, keepSiblingsApart } from './siblings.ts';

/** What today asks. */
export interface Queue {
	/** Cards in their steps, in no order. */
	readonly waiting: readonly Waiting[];
	/** Reviews, new cards and use cards, in the order in which they are asked. */
	readonly ahead: readonly CardId[];
	/** How many of `ahead` have never been answered. */
	readonly fresh: number;
	/** How many of `ahead` are use cards. */
	readonly uses: number;
}

/** The queue of a day: gather → keep siblings apart → order → limit → intersperse. */
export function queueOf(offer: Offer, progress: Studied, today: Day, rules: Rules): Queue {
	const { cards } = progress;
	const apart = keepSiblingsApart(gather(offer, progress, today, rules), cards, today);
	const reviews = orderReviews(apart.reviews, cards, today).map(({ id }) => id);
	const exam = apart.exam.map((id) => ({ id, fresh: isNew(cards.get(id)) }));
	const allowances = allowancesLeft(cards, today, rules);
	// A card for an exam goes before one without: its day will not wait.
	const dueUses = apart.uses.filter((id) => !isNew(cards.get(id)));
	const allowed = limited(
		[...exam.filter(({ fresh }) => !fresh).map(({ id }) => id), ...reviews, ...dueUses],
		'reviews',
		allowances,
		rules
	);
	const asked = allowed.filter((id) => !isUse(id));
	const newUses = limited(
		apart.uses.filter((id) => isNew(cards.get(id))),
		'newUses',
		allowances,
		rules
	);
	const asking = new Set([...allowed, ...newUses]);
	const uses = apart.uses.filter((id) => asking.has(id));
	const fresh = limited(
		chained(
			exam.filter((card) => card.fresh).map(({ id }) => id),
			apart.fresh
		),
		'fresh',
		allowances,
		rules
	);
	const letThrough = new Set([...asked, ...fresh]);
	const gainful = apart.exam.filter((id) => letThrough.has(id));
	const forExam = new Set(gainful);
	const row = intersperse(
		asked.filter((id) => !forExam.has(id)),
		fresh.filter((id) => !forExam.has(id))
	);
	return {
		waiting: apart.waiting,
		ahead: intersperse(intersperse(gainful, row), uses),
		fresh: fresh.length,
		uses: uses.length
	};
}

function* chained(...rows: readonly Iterable<CardId>[]): Iterable<CardId> {
	for (const row of rows) yield* row;
}
