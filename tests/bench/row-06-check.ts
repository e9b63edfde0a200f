import { Lexer } from 'marked';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { generateDeck } from './generate-deck.ts';
import type { Row } from './row.ts';

/** The largest deck that is read is 5 MiB. */
export const BYTES = 5_000_000;

export const checkRow: Row = {
	number: '6',
	what: "check a deck of 5 MB, against marked's lexer",
	prepare() {
		const text = generateDeck(BYTES);
		return {
			product: () => parseDeck('generated.md', text),
			reference: () => Lexer.lex(text, { gfm: true }),
			most: 1 / 3,
			throughput: { bytes: Buffer.byteLength(text), least: 20_000_000 }
		};
	}
};
