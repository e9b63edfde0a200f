import { readParts } from '#lib/core/deck/parse.ts';
import { generateDeck } from './generate-deck.ts';
import { BYTES } from './row-06-check.ts';
import type { Row } from './row.ts';

/** Twice the text takes twice the time: a text of 10 MB, which is over the limit of a deck, against one of 5 MB read twice. */
export const linearRow: Row = {
	number: '6',
	what: 'read 10 MB, against 5 MB twice',
	prepare() {
		const deck = generateDeck(BYTES);
		const large = generateDeck(2 * BYTES);
		return {
			product: () => readParts('generated.md', large, undefined, Infinity),
			reference: () => [readParts('generated.md', deck), readParts('generated.md', deck)],
			most: 1.25
		};
	}
};
