import type { Database } from './database.ts';

/** The last known text of each deck, by the deck's id: so that it can be said later what has changed in it. */
export interface Texts {
	get(deckId: string): Promise<string | undefined>;
	set(deckId: string, text: string): Promise<void>;
	/** The decks of which a text is known. */
	keys(): Promise<readonly string[]>;
}

/** Texts in IndexedDB. */
export function dexieTexts(database: Database): Texts {
	return {
		get: async (deckId) => database.texts.get(deckId),
		set: async (deckId, text) => {
			await database.texts.put(text, deckId);
		},
		keys: async () => database.texts.toCollection().primaryKeys()
	};
}

/** Texts that last as long as the page. */
export function memoryTexts(texts = new Map<string, string>()): Texts {
	return {
		get: (deckId) => Promise.resolve(texts.get(deckId)),
		set: (deckId, text) => {
			texts.set(deckId, text);
			return Promise.resolve();
		},
		keys: () => Promise.resolve([...texts.keys()].sort())
	};
}
