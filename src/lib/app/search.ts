import { cardsOf, type CardId } from '#lib/core/card/card.ts';
import type { Note } from '#lib/core/deck/deck.ts';
import { searchIndexOf, type SearchIndex } from '#lib/core/search/search.ts';
import { wordsOfNote } from '#lib/core/search/words.ts';
import { decks, loadDeck } from './library.ts';

/** A note that can be found: its first card stands for all. */
export interface Findable {
	readonly note: Note;
	/** For a scenario, undefined: it has no card. */
	readonly card: CardId | undefined;
	/** How many cards the note has. */
	readonly cards: number;
	readonly deckName: string;
	readonly deckTitle: string;
	/** The language of its deck (BCP 47). */
	readonly language: string;
}

/** All notes of all decks, ready to be searched; `index` goes by the places of `notes`. */
export interface SearchedLibrary {
	readonly notes: readonly Findable[];
	readonly index: SearchIndex;
}

/** Loads the texts of all decks and makes them ready to be searched. */
export async function loadSearch(): Promise<SearchedLibrary> {
	const texts = await Promise.all(decks().map(async ({ name }) => ({ name, deck: await loadDeck(name) })));
	const notes = texts.flatMap(({ name, deck }) =>
		(deck?.notes ?? []).map((note) => {
			const cards = cardsOf(deck?.namespace ?? '', note);
			return {
				note,
				card: cards[0]?.id,
				cards: cards.length,
				deckName: name,
				deckTitle: deck?.title ?? name,
				language: deck?.language ?? 'en'
			};
		})
	);
	return {
		notes,
		index: searchIndexOf(notes.map(({ note, deckTitle }) => ({ title: note.prompt, text: `${wordsOfNote(note)}\n${deckTitle}` })))
	};
}
