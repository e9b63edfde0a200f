import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { cardIdsOf } from '#lib/core/card/card.ts';
import type { Deck } from '#lib/core/deck/deck.ts';
import type { ShelfEntry } from 'virtual:library';
import type { Checked } from '../cli/decks/check.ts';
import { painter, report } from '../cli/decks/report.ts';

/** A deck ready to be shipped, and what is wrong with it: texts with file, line and column, as `npm run decks -- check` says them. */
export interface CompiledDeck {
	readonly deck: Deck;
	readonly entry: ShelfEntry;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
}

/** The kinds of notes that the study screen can ask. */
const ASKED = new Set(['term', 'question', 'cloze', 'choice']);

/** What a checked deck becomes in the app. */
export function compileDeck({ path, text, deck, problems }: Checked): CompiledDeck {
	const said = (severity: 'error' | 'warning') =>
		problems.filter((problem) => problem.severity === severity).map((problem) => report(path, text, [problem], painter(false)));
	const notYet = deck.notes
		.filter(({ kind }) => !ASKED.has(kind))
		.map(
			({ id, kind }) => `${path}: the card #${id} is of the kind "${kind}", which this version cannot ask yet. Take it out of the deck.`
		);
	const { title, description, id } = deck;
	const version = createHash('sha256').update(JSON.stringify(deck)).digest('hex').slice(0, 12);
	const name = basename(path) === 'deck.md' ? basename(dirname(path)) : basename(path, '.md');
	return {
		deck,
		entry: { name, id, version, title, ...(description === undefined ? {} : { description }), cardIds: cardIdsOf(deck) },
		errors: [...said('error'), ...notYet],
		warnings: said('warning')
	};
}
