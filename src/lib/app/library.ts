import { shelf, texts, type ShelfEntry } from 'virtual:library';
import { cardsOf, noteKey, type Card, type CardId } from '#lib/core/card/card.ts';
import type { Deck, Note, NoteId } from '#lib/core/deck/deck.ts';
import type { CardList } from '#lib/core/schedule/states.ts';
import { loadMarked, readyFor } from '#lib/markdown/lex.svelte.ts';

export type { ShelfEntry };

/** A card with the deck that it stands in. */
export interface ShelvedCard extends Card {
	readonly deck: Deck;
	readonly deckName: string;
	/** The addresses of the pictures in the deck's folder, by path from there. */
	readonly pictures: Readonly<Record<string, string>>;
}

/** The decks that came with the app. */
export function decks(): readonly ShelfEntry[] {
	return shelf;
}

/** One of them by its name, which is its address; undefined if there is none. */
export function deckNamed(name: string): ShelfEntry | undefined {
	return shelf.find((entry) => entry.name === name);
}

/** The keys of all cards, or of one deck's, in the order in which new ones are introduced. */
export function cardIds(deckName?: string): readonly CardId[] {
	return deckName === undefined ? allCards().cards : (deckNamed(deckName)?.cardIds ?? []);
}

let all: Required<CardList> | undefined;

/** All cards, each time the same list, and a name that only a library with exactly these cards has. */
export function allCards(): Required<CardList> {
	return (all ??= { cards: shelf.flatMap((entry) => entry.cardIds), version: shelf.map(({ cardsVersion }) => cardsVersion).join(' ') });
}

/** The addresses of the pictures in a deck's folder, by path from there. */
export async function loadPictures(name: string): Promise<Readonly<Record<string, string>>> {
	return (await texts[name]?.())?.pictures ?? {};
}

/** Where a note stands in the decks' folder, for whoever edits it: the file, and its line from 1; undefined if no deck has it. */
export async function placeOf(deckName: string, note: NoteId): Promise<{ readonly file: string; readonly line: number } | undefined> {
	const text = await texts[deckName]?.();
	const line = text?.lines[text.default.notes.findIndex(({ id }) => id === note)];
	return text === undefined || line === undefined ? undefined : { file: text.file, line };
}

/** The text of a deck, ready to be shown; undefined if there is none of that name. */
export async function loadDeck(name: string): Promise<Deck | undefined> {
	const [text] = await Promise.all([texts[name]?.(), loadMarked()]);
	return text?.default;
}

/** The decks of the cards that were asked for. Not of all cards: that would be made while the first one is waited for. */
const homes = new Map<CardId, string>();

/** The deck that has a card. */
function homeOf(id: CardId): string | undefined {
	const home = homes.get(id) ?? shelf.find(({ cardIds }) => cardIds.includes(id))?.name;
	if (home !== undefined) homes.set(id, home);
	return home;
}

/** A deck's text with its notes by their ids. */
interface Loaded {
	readonly deck: Deck;
	readonly pictures: Readonly<Record<string, string>>;
	readonly notes: ReadonlyMap<NoteId, Note>;
}
const loaded = new Map<string, Promise<Loaded | undefined>>();

/** A card with its text, ready to be shown; undefined if no deck has it. The deck is loaded once. */
export async function loadCard(id: CardId): Promise<ShelvedCard | undefined> {
	const deckName = homeOf(id);
	if (deckName === undefined) return undefined;
	const loading = loaded.get(deckName) ?? loadNotes(deckName);
	loaded.set(deckName, loading);
	try {
		const text = await loading;
		const note = text?.notes.get(noteKey(id).slice(text.deck.namespace.length + 1));
		if (note) await readyFor(note);
		const card = text && note && cardsOf(text.deck.namespace, note).find((one) => one.id === id);
		return card && { ...card, deck: text.deck, deckName, pictures: text.pictures };
	} catch (error) {
		loaded.delete(deckName); // a failed load is tried again next time
		throw error;
	}
}

async function loadNotes(deckName: string): Promise<Loaded | undefined> {
	const text = await texts[deckName]?.();
	if (!text) return undefined;
	const { default: deck, pictures } = text;
	return { deck, pictures, notes: new Map(deck.notes.map((note) => [note.id, note])) };
}

/** The cards about a concept, "namespace/note id" of its term: those of the term itself, and those whose note names it. */
export async function cardsAbout(concept: string): Promise<ReadonlySet<CardId>> {
	const texts = await Promise.all(shelf.map(({ name }) => loadDeck(name)));
	const about = texts.flatMap((deck) =>
		(deck?.notes ?? [])
			.filter(({ id, facts }) => [id, ...facts.about].some((name) => `${deck?.namespace}/${name}` === concept))
			.flatMap((note) => cardsOf(deck?.namespace ?? '', note).map(({ id }) => id))
	);
	return new Set(about);
}
