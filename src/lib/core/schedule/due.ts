import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { fuzzedDays, intervalDays } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { seeded } from './seed.ts';
import type { CardState } from './state.ts';

/** When a card comes back: at a moment while it is in its steps, else on a day. */
export type Due = { readonly kind: 'at'; readonly at: Millis } | { readonly kind: 'day'; readonly day: Day };

/** When a card comes back. Derived from the state alone, so that a killed app forgets nothing. */
export function dueOf(id: CardId, state: CardState, parameters: Parameters): Due {
	if (state.phase !== 'review') return { kind: 'at', at: state.lastAt + state.waitMs };
	return { kind: 'day', day: state.lastDay + restDays(id, state, parameters) };
}

/** Whether a card may be asked now. */
export function isDue(due: Due, now: Millis, today: Day): boolean {
	return due.kind === 'at' ? due.at <= now : due.day <= today;
}

function restDays(id: CardId, { memory, reviews }: CardState, parameters: Parameters): number {
	const { desiredRetention, longestIntervalDays, fuzz } = parameters;
	const days = intervalDays(memory.stability, desiredRetention, longestIntervalDays);
	return fuzz ? fuzzedDays(days, longestIntervalDays, seeded(id, reviews)) : days;
}
