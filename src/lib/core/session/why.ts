import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import { isNew, type CardState } from '#lib/core/schedule/state.ts';
import type { Extra } from './extra.ts';

/** Why a card is asked now. */
export type Why =
	/** It was never answered. */
	| { readonly kind: 'new' }
	/** It is being learned, or learned again: its next look came `waitMs` after the last. */
	| { readonly kind: 'steps'; readonly again: boolean; readonly waitMs: Millis }
	/** Its author changed what is right. */
	| { readonly kind: 'changed' }
	/** The student wanted it on this day. */
	| { readonly kind: 'wanted' }
	/** It was put away as a leech, and these are studied once more. */
	| { readonly kind: 'leech'; readonly lapses: number }
	/** It was answered wrongly today, and these are studied once more. */
	| { readonly kind: 'mistake' }
	/** It is due, or will be (`overdueDays` below 0). */
	| {
			readonly kind: 'memory';
			readonly overdueDays: number;
			/** Days since the last answer. */
			readonly restedDays: number;
			/** The chance that it is still known, 0 to 1. */
			readonly recall: number;
			/** The chance at which the student wants to be asked, 0 to 1. */
			readonly goal: number;
	  };

/** Why a card with this state is asked on a day; `extra` if more is studied than is due. */
export function whyAsked(id: CardId, state: CardState | undefined, today: Day, parameters: Parameters, extra: Extra | undefined): Why {
	if (state === undefined || isNew(state) || state.memory === undefined) return { kind: 'new' };
	if (extra === 'leeches') return { kind: 'leech', lapses: state.lapses };
	if (extra === 'mistakes' || extra === 'trouble') return { kind: 'mistake' };
	if (state.changed) return { kind: 'changed' };
	if (state.setDue !== undefined) return { kind: 'wanted' };
	if (state.phase !== 'review') return { kind: 'steps', again: state.phase === 'relearning', waitMs: state.waitMs };
	const due = dueOf(id, state, parameters);
	const restedDays = Math.max(0, today - state.lastDay);
	return {
		kind: 'memory',
		overdueDays: due.kind === 'day' ? today - due.day : 0,
		restedDays,
		recall: retrievability(state.memory, restedDays),
		goal: parameters.desiredRetention
	};
}
