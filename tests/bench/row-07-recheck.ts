import { parseDeck } from '#lib/core/deck/parse.ts';
import { recheckDeck } from '#lib/core/deck/recheck.ts';
import { generateDeck } from './generate-deck.ts';
import { BYTES } from './row-06-check.ts';
import type { Row } from './row.ts';

/** Types a word into the text of one card in the middle of the deck, a letter a run: each run checks a text that it has never seen. */
export const recheckRow: Row = {
	number: '7',
	what: 'check it again after one keystroke, against the full check',
	prepare() {
		const deck = generateDeck(BYTES);
		const at = deck.indexOf(' ', deck.indexOf('-->\n\n', deck.length / 2) + 20);
		let typed = '';
		let last = recheckDeck('generated.md', deck);
		const text = (): string => deck.slice(0, at) + typed + deck.slice(at);
		return {
			product: () => {
				typed += String.fromCharCode(97 + (typed.length % 26));
				last = recheckDeck('generated.md', text(), last);
				return last;
			},
			reference: () => parseDeck('generated.md', text()),
			most: 0.1
		};
	}
};
