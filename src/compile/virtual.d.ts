/** The shipped decks, as compiled by decks-plugin.ts when the app is built. */
declare module 'virtual:library' {
	import type { Deck } from '#lib/core/deck/deck.ts';
	import type { CardId } from '#lib/core/card/card.ts';
	import type { PoolScenario } from '#lib/core/session/offer.ts';

	/** What is known of a deck before its text is loaded. */
	export interface ShelfEntry {
		/** The file's name without `.md`; the deck's address in the app. */
		readonly name: string;
		/** The deck's own id: its presets go by it. */
		readonly id: string;
		/** Changes with the deck's text. */
		readonly version: string;
		readonly title: string;
		readonly description?: string;
		/** The language that its texts are in (BCP 47); English if it names none. */
		readonly language?: string;
		/** The keys of its cards, in the order in which new ones are introduced. */
		readonly cardIds: readonly CardId[];
		/** Changes with these keys and their order, and with nothing else. */
		readonly cardsVersion: string;
		/** Its scenarios, as they are drawn. */
		readonly scenarios: readonly PoolScenario[];
		/** The use cards that are asked by drawing one of them. */
		readonly uses: readonly CardId[];
	}
	export const shelf: readonly ShelfEntry[];
	/** A deck's text, the addresses of its pictures by path from its folder, and where its notes stand. */
	export interface DeckText {
		readonly default: Deck;
		readonly pictures: Readonly<Record<string, string>>;
		/** The deck's file, by path from the folder of all decks. */
		readonly file: string;
		/** The line of that file on which each note begins, in the order of the deck's notes. */
		readonly lines: readonly number[];
	}
	/** Loads a deck's text, by its name. */
	export const texts: Readonly<Record<string, () => Promise<DeckText>>>;
}
