import { parseDeck } from '#lib/core/deck/parse.ts';
import { recheckDeck } from '#lib/core/deck/recheck.ts';
import { generateDeck } from './generate-deck.ts';
import { BYTES } from './row-06-check.ts';
import type { Row } from './row.ts';

/** Types a word into the text of one card in the middle of the deck, a letter a run: each run checks a text that it has never seen. */
function typing(what: string, placeIn: (deck: string) => number): Row {
	return {
		number: '7',
		what,
		prepare() {
			const deck = generateDeck(BYTES);
			const at = placeIn(deck);
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
}

export const recheckRow = typing('check it again after one keystroke, against the full check', (deck) =>
	deck.indexOf(' ', deck.indexOf('-->\n\n', deck.length / 2) + 20)
);

/** The first heading below the middle without the line of an id, behind its first word. */
const WITHOUT_ID = /^## \w+(?= .*\n\n)/gmu;

export const recheckUnnamedRow = typing('the same in the heading of a card without an id', (deck) => {
	WITHOUT_ID.lastIndex = deck.length / 2;
	const found = WITHOUT_ID.exec(deck);
	return found ? found.index + found[0].length : 0;
});
