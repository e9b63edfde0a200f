import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';

/** The first day after today on which something is due: tomorrow while there are new cards; undefined without cards. */
export function nextDueDay(ids: Iterable<CardId>, states: CardStates, today: Day, parameters: Parameters): Day | undefined {
	let first: Day | undefined;
	for (const id of ids) {
		const state = states.get(id);
		const due = state && dueOf(id, state, parameters);
		const day = due?.kind === 'day' ? Math.max(due.day, today + 1) : today + 1;
		first = first === undefined ? day : Math.min(first, day);
	}
	return first;
}
