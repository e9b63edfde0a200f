import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis, Rating } from '#lib/core/review/entry.ts';
import { dueOf } from './due.ts';
import type { Parameters } from './parameters.ts';
import { step, type CardState } from './state.ts';

/** How long a card would rest: a wait within the day, or whole days; or it would be put away as a leech. */
export type Rest =
	{ readonly kind: 'wait'; readonly waitMs: Millis } | { readonly kind: 'days'; readonly days: number } | { readonly kind: 'away' };

export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
/** Known or not: all that some students want to say. */
export const TWO_RATINGS: readonly Rating[] = ['again', 'good'];

/** What each rating would do to a card now: the same step and the same due as the log will give. */
export function previewRests(
	id: CardId,
	state: CardState | undefined,
	moment: { readonly at: Millis; readonly day: Day },
	parameters: Parameters
): Readonly<Record<Rating, Rest>> {
	const rest = (rating: Rating): Rest => {
		const next = step(state, { outcome: 'self', rating, ...moment }, parameters);
		if (next.leech && !state?.leech) return { kind: 'away' };
		const due = dueOf(id, next, parameters);
		return due.kind === 'at' ? { kind: 'wait', waitMs: due.at - moment.at } : { kind: 'days', days: due.day - moment.day };
	};
	return { again: rest('again'), hard: rest('hard'), good: rest('good'), easy: rest('easy') };
}
