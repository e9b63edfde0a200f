import type { Deck, Mark, Note, NoteId } from '#lib/core/deck/deck.ts';

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
	return `${namespace}/${note}/${part}` as CardId;
}

/** What siblings have in common: the key without its part. */
export function noteKey(id: CardId): string {
	return id.slice(0, id.lastIndexOf('/'));
}

/** The cards of a note, in the order in which they are introduced. A scenario has none: it practises concepts. */
export function cardsOf(namespace: string, note: Note): readonly Card[] {
	return partsOf(note).map((part) => ({ id: cardId(namespace, note.id, part), note, part }));
}

/** The keys of all cards of a deck, in the order of its text. */
export function cardIdsOf(deck: Pick<Deck, 'namespace' | 'notes'>): readonly CardId[] {
	return deck.notes.flatMap((note) => partsOf(note).map((part) => cardId(deck.namespace, note.id, part)));
}

function partsOf(note: Note): readonly Part[] {
	switch (note.kind) {
		case 'term':
			return note.reverse ? ['forward', 'reverse'] : ['forward'];
		case 'question':
			return note.reverse ? ['main', 'reverse'] : ['main'];
		case 'cloze':
			return distinct(note.marks.map((mark: Mark) => mark.part));
		case 'picture':
			return distinct(note.hidden.map(({ label }) => `hide:${label}`));
		case 'scenario':
			return [];
		case 'choice':
		case 'choose-all':
		case 'true-false':
		case 'typed':
		case 'numeric':
		case 'order':
		case 'match':
			return ['main'];
	}
}

function distinct(parts: readonly Part[]): readonly Part[] {
	return [...new Set(parts)];
}
