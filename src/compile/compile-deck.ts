import { basename, dirname } from 'node:path';
import { cardIdsOf } from '#lib/core/card/card.ts';
import type { Deck } from '#lib/core/deck/deck.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import type { ShelfEntry } from 'virtual:library';

/** A deck ready to be shipped, and what is wrong with it: each a line with file, line and column. */
export interface CompiledDeck {
	readonly file: string;
	readonly deck: Deck;
	readonly entry: ShelfEntry;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
}

/** The kinds of notes that the study screen can ask. */
const ASKED = new Set(['term', 'question', 'cloze', 'choice']);

/** Parses a deck for shipping. `file` is its path; `shown` is how messages name it. Never throws. */
export function compileDeck(file: string, text: string, shown: string): CompiledDeck {
	const { deck, problems } = parseDeck(shown, text);
	const lines = (severity: 'error' | 'warning') =>
		problems
			.filter((problem) => problem.severity === severity)
			.map(({ code, message, range }) => `${shown}:${range.line}:${range.column}: ${severity} ${code}: ${message}`);
	const notYet = deck.notes
		.filter(({ kind }) => !ASKED.has(kind))
		.map(
			({ id, kind }) => `${shown}: the card #${id} is of the kind "${kind}", which this version cannot ask yet. Take it out of the deck.`
		);
	const { title, description } = deck;
	const name = basename(file) === 'deck.md' ? basename(dirname(file)) : basename(file, '.md');
	return {
		file,
		deck,
		entry: { name, title, ...(description === undefined ? {} : { description }), cardIds: cardIdsOf(deck) },
		errors: [...lines('error'), ...notYet],
		warnings: lines('warning')
	};
}
