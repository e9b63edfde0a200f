import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { dueOf, isAway } from '#lib/core/schedule/due.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';

/** What a plan needs to know of some cards, from their states; those put away are left out. A card in its steps is due on the day of its last answer. */
export function planCards(ids: Iterable<CardId>, cards: CardStates, today: Day, rules: Rules): readonly PlanCard[] {
	return Array.from(ids).flatMap((id): readonly PlanCard[] => {
		const state = cards.get(id);
		if (state && isAway(state, today)) return [];
		if (state?.memory === undefined) return [{ id }];
		const due = dueOf(id, state, rules.of(id));
		return [{ id, ...state.memory, lastDay: state.lastDay, dueDay: due.kind === 'day' ? due.day : state.lastDay }];
	});
}
