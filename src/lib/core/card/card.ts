import type { Deck, Note, NoteId } from '#lib/core/deck/deck.ts';
import { cardKey, partsOf } from '#lib/core/deck/parts.ts';

/** What a student's history hangs on: "namespace/note/part". Never a position, never a hash of the text. */
export type CardId = string & { readonly brand: 'CardId' };

/** Which question a note asks: main, forward, reverse, `cloze:<group or slug>`, `hide:<label>`. */
export type Part = string;

/** One question that a note asks, with what it needs to be shown. */
export interface Card {
	readonly id: CardId;
	readonly note: Note;
	readonly part: Part;
}

/** The key of a card. */
export function cardId(namespace: string, note: NoteId, part: Part): CardId {
	return cardKey(namespace, note, part) as CardId;
}

/** What siblings have in common: the key without its part. */
export function noteKey(id: CardId): string {
	return id.slice(0, id.lastIndexOf('/'));
}

/** The cards of a note, in the order in which they are introduced. A scenario has none: it practises concepts. */
export function cardsOf(namespace: string, note: Note): readonly Card[] {
	return askedParts(note).map((part) => ({ id: cardId(namespace, note.id, part), note, part }));
}

/** The keys of all cards of a deck, in the order of its text. */
export function cardIdsOf(deck: Pick<Deck, 'namespace' | 'notes'>): readonly CardId[] {
	return deck.notes.flatMap((note) => askedParts(note).map((part) => cardId(deck.namespace, note.id, part)));
}

/** The use card of a scenario or a concept is not asked by itself: a run through a scenario is. */
function askedParts(note: Note): readonly Part[] {
	return partsOf(note).filter((part) => part !== 'use');
}
