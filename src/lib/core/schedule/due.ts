import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { fuzzedDays, intervalDays } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { cappedInterval } from './plan/gain.ts';
import { seeded } from './seed.ts';
import type { CardState } from './state.ts';

/** When a card comes back: at a moment while it is in its steps, else on a day. */
export type Due = { readonly kind: 'at'; readonly at: Millis } | { readonly kind: 'day'; readonly day: Day };

/** When a card that was answered comes back. Derived from the state alone, so that a killed app forgets nothing. */
export function dueOf(id: CardId, state: CardState, parameters: Parameters): Due {
	if (state.setDue !== undefined) return { kind: 'day', day: state.setDue };
	// Its author changed what is right: it has been due ever since.
	if (state.changed) return { kind: 'day', day: state.lastDay };
	if (state.phase !== 'review') return { kind: 'at', at: state.lastAt + state.waitMs };
	return { kind: 'day', day: state.lastDay + restDays(id, state, parameters) };
}

/** Whether a card may be asked now. */
export function isDue(due: Due, now: Millis, today: Day): boolean {
	return due.kind === 'at' ? due.at <= now : due.day <= today;
}

/** Whether a card is put away on a day: suspended, or buried until a later one. */
export function isAway({ suspended, buriedUntil }: CardState, today: Day): boolean {
	return suspended || (buriedUntil !== undefined && buriedUntil > today);
}

/** How many days a card in review rests: what its memory allows, spread a little, and never past an exam. */
function restDays(id: CardId, { memory, reviews, lastDay }: CardState, parameters: Parameters): number {
	if (memory === undefined) return 0;
	const { desiredRetention, longestIntervalDays, fuzz, examDay } = parameters;
	const days = intervalDays(memory.stability, desiredRetention, longestIntervalDays);
	const spread = fuzz ? fuzzedDays(days, longestIntervalDays, seeded(id, reviews)) : days;
	return examDay === undefined ? spread : cappedInterval(spread, lastDay, examDay);
}
