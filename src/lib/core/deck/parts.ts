import type { Deck, Note, NoteId } from './deck.ts';

/** The key of a card: `namespace/note id/part`. */
export type CardKey = string;

/** The parts of a note, each of which is one card: `main`, `forward`, `reverse`, `cloze:…`, `hide:…`, `use`. */
export function partsOf(note: Note): string[] {
	switch (note.kind) {
		case 'term':
			return note.reverse ? ['forward', 'reverse'] : ['forward'];
		case 'question':
			return note.reverse ? ['main', 'reverse'] : ['main'];
		case 'cloze':
			return [...new Set(note.marks.map(({ part }) => part))];
		case 'picture':
			return [...new Set(note.hidden.map(({ part }) => part))];
		case 'scenario':
			return note.facts.about.length === 0 ? ['use'] : [];
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

/** The key of one card of a deck. */
export function cardKey(namespace: string, note: NoteId, part: string): CardKey {
	return `${namespace}/${note}/${part}`;
}

/** The concepts of some decks that have a use card: those that two or more scenarios are about. */
export function usedConcepts(notes: readonly Note[]): Set<string> {
	const counts = new Map<string, number>();
	for (const note of notes) {
		if (note.kind !== 'scenario') continue;
		const about = new Set(note.facts.about);
		for (const choices of [{ options: note.options, facts: note.facts }, ...note.steps]) {
			for (const concept of choices.facts.about) about.add(concept);
			for (const option of choices.options) for (const concept of option.facts.about) about.add(concept);
		}
		for (const concept of about) counts.set(concept, (counts.get(concept) ?? 0) + 1);
	}
	return new Set([...counts].filter(([, count]) => count >= 2).map(([concept]) => concept));
}

/** The keys of all cards of some decks, with the note that each belongs to; a use card belongs to its term. */
export function cardsIn(decks: readonly Deck[]): Map<CardKey, Note> {
	const cards = new Map<CardKey, Note>();
	const namespaces = new Map<string, Note[]>();
	for (const { namespace, notes } of decks) {
		const all = namespaces.get(namespace) ?? [];
		namespaces.set(namespace, all);
		for (const note of notes) {
			all.push(note);
			for (const part of partsOf(note)) cards.set(cardKey(namespace, note.id, part), note);
		}
	}
	for (const [namespace, notes] of namespaces) {
		const used = usedConcepts(notes);
		for (const note of notes) if (note.kind === 'term' && used.has(note.id)) cards.set(cardKey(namespace, note.id, 'use'), note);
	}
	return cards;
}
