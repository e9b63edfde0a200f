import { checkDecks } from '../../../src/cli/decks/check.ts';
import { compileDeck } from '../../../src/compile/compile-deck.ts';
import { shelfOf } from '../../../src/compile/shelf.ts';

/** What the build makes of the decks of a folder, for `vi.mock('virtual:library', …)`: which decks there are is no code of ours. */
export function libraryOf(folder: string) {
	const decks = checkDecks([folder]).map((checked) => compileDeck(folder, checked));
	const errors = decks.flatMap((deck) => deck.errors);
	if (errors.length > 0) throw new Error(errors.join('\n'));
	return {
		shelf: shelfOf(decks),
		texts: Object.fromEntries(
			decks.map(({ entry, deck, file, lines }) => [entry.name, () => Promise.resolve({ default: deck, file, lines })])
		)
	};
}
