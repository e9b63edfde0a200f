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

/**
 * How many cards come back on each of the days after today, as things stand: new ones are not counted in, and what is late comes
 * on the first.
 * @param days how many days to look ahead
 */
export function dueOnDays(ids: Iterable<CardId>, cards: CardStates, today: Day, rules: Rules, days: number): readonly number[] {
	const counts = Array.from({ length: days }, () => 0);
	for (const id of ids) {
		const state = cards.get(id);
		if (state === undefined || state.suspended || isNew(state)) continue;
		const due = dueOf(id, state, rules.of(id));
		const day = Math.max(due.kind === 'day' ? due.day : today + 1, state.buriedUntil ?? today + 1, today + 1);
		const ahead = day - today - 1;
		if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
	}
	return counts;
}
