import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';

/** Where a session was left, so that coming back on the same day opens the same card. Not progress: losing it loses nothing. */
export interface Place {
	readonly day: Day;
	/** What was studied, as the session's address says it. */
	readonly scope: string;
	/** The card on the screen; none if it was answered already. */
	readonly cardId?: CardId;
	readonly answered: number;
	/** How many answers of that day the log held. */
	readonly given: number;
}

/** A stored value as a place, if it is one. */
export function readPlace(value: unknown): Place | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { day, scope, cardId, answered, given } = value as Record<string, unknown>;
	if (typeof day !== 'number' || typeof answered !== 'number' || typeof given !== 'number' || typeof scope !== 'string') return undefined;
	return { day, answered, given, scope, ...(typeof cardId === 'string' ? { cardId: cardId as CardId } : {}) };
}
