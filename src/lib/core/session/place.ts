import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';

/** Where a session was left, so that coming back on the same day opens the same card. Not progress: losing it loses nothing. */
export interface Place {
	readonly day: Day;
	/** The deck that was studied; none for all. */
	readonly deckName?: string;
	/** The card on the screen; none if it was answered already. */
	readonly cardId?: CardId;
	readonly answered: number;
}

/** A stored value as a place, if it is one. */
export function readPlace(value: unknown): Place | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { day, deckName, cardId, answered } = value as Record<string, unknown>;
	if (typeof day !== 'number' || typeof answered !== 'number') return undefined;
	return {
		day,
		answered,
		...(typeof cardId === 'string' ? { cardId: cardId as CardId } : {}),
		...(typeof deckName === 'string' ? { deckName } : {})
	};
}
