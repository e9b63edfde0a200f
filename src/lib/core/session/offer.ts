import type { CardId } from '#lib/core/card/card.ts';
import type { CardList } from '#lib/core/schedule/states.ts';

/** A scenario that can be drawn, and the use cards that a run through it may count for. */
export interface PoolScenario {
	/** "namespace/note id". */
	readonly id: string;
	readonly uses: readonly CardId[];
}

/** What there is to be studied: all decks, or some part of them. Its cards stand in the order in which new ones are introduced. */
export interface Offer extends CardList {
	/** Use cards of concepts, which are asked by drawing a scenario. */
	readonly uses: readonly CardId[];
	readonly pool: readonly PoolScenario[];
}

/** Cards alone. */
export function offerOf(cards: readonly CardId[]): Offer {
	return { cards, uses: [], pool: [] };
}
