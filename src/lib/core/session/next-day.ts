import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';

/** The first day after today on which something is due: tomorrow while there are new cards; undefined if nothing will be. */
export function nextDueDay(ids: Iterable<CardId>, cards: CardStates, today: Day, rules: Rules): Day | undefined {
	let first: Day | undefined;
	for (const id of ids) {
		const state = cards.get(id);
		if (state?.suspended) continue;
		const due = state && !isNew(state) ? dueOf(id, state, rules.of(id)) : undefined;
		const day = Math.max(due?.kind === 'day' ? due.day : today + 1, state?.buriedUntil ?? today + 1, today + 1);
		first = first === undefined ? day : Math.min(first, day);
	}
	return first;
}
