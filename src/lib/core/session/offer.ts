import type { CardId } from '#lib/core/card/card.ts';

/** A scenario that can be drawn, and the use cards that a run through it may count for. */
export interface PoolScenario {
	/** "namespace/note id". */
	readonly id: string;
	readonly uses: readonly CardId[];
}

/** What there is to be studied: all decks, or some part of them. */
export interface Offer {
	/** Cards in the order in which new ones are introduced. */
	readonly cards: readonly CardId[];
	/** Use cards of concepts, which are asked by drawing a scenario. */
	readonly uses: readonly CardId[];
	readonly pool: readonly PoolScenario[];
}

/** Cards alone. */
export function offerOf(cards: readonly CardId[]): Offer {
	return { cards, uses: [], pool: [] };
}
