import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { withinMinutes } from './exam.ts';
import { gather, type Studied, type Waiting } from './gather.ts';
import { intersperse } from './intersperse.ts';
import { allowancesLeft, limited, type Allowances } from './limit.ts';
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
	const allowances = allowancesLeft(cards, today, rules);
	const exam = examOf(apart.exam, offer, progress, today, rules, allowances);
	// A card for an exam goes before one without: its day will not wait.
	const dueUses = apart.uses.filter((id) => !isNew(cards.get(id)));
	const allowed = limited([...exam.filter((id) => !isNew(cards.get(id))), ...reviews, ...dueUses], 'reviews', allowances, rules);
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
			exam.filter((id) => isNew(cards.get(id))),
			apart.fresh
		),
		'fresh',
		allowances,
		rules
	);
	const forExam = new Set(exam);
	const row = intersperse(
		asked.filter((id) => !forExam.has(id)),
		fresh.filter((id) => !forExam.has(id))
	);
	return {
		waiting: apart.waiting,
		ahead: intersperse(intersperse(exam, row), uses),
		fresh: fresh.length,
		uses: uses.length
	};
}

/** What of the cards for an exam the limits of the day and its minutes let through, in the same order. */
function examOf(
	row: readonly CardId[],
	{ cards: ids }: Offer,
	progress: Studied,
	today: Day,
	rules: Rules,
	allowances: Allowances
): readonly CardId[] {
	if (row.length === 0) return row;
	const isFresh = (id: CardId) => isNew(progress.cards.get(id));
	const through = new Set([
		...limited(
			row.filter((id) => !isFresh(id)),
			'reviews',
			allowances,
			rules
		),
		...limited(row.filter(isFresh), 'fresh', allowances, rules)
	]);
	return withinMinutes(
		row.filter((id) => through.has(id)),
		ids,
		progress,
		today,
		rules
	);
}

function* chained(...rows: readonly Iterable<CardId>[]): Iterable<CardId> {
	for (const row of rows) yield* row;
}
