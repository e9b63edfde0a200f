import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { fixture } from './reading.ts';
import { fortyCards } from './forty-cards.ts';
import { deckLike } from './arbitrary.ts';

/** Whether every problem stands inside the text. */
function placesHold(text: string): boolean {
	const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
	const { problems, deck, outline } = parseDeck('any.md', text);
	const library = checkLibrary([{ file: 'any.md', deck, outline, files: [] }]);
	return [...problems, ...(library.get('any.md') ?? [])].every(({ range, message }) => {
		const line = lines[range.line - 1];
		const ordered = range.endLine > range.line || (range.endLine === range.line && range.endColumn >= range.column);
		return line !== undefined && range.column >= 1 && range.column <= line.length + 1 && ordered && message !== '';
	});
}

describe('reading never throws, and every problem stands inside the text', () => {
	test('for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => placesHold(text)),
			{ numRuns: 500 }
		);
	});

	test('for texts of pieces of the format', () => {
		fc.assert(
			fc.property(deckLike(), (text) => placesHold(text)),
			{ numRuns: 1500 }
		);
	});

	test('for real decks with lines lost, doubled and swapped', () => {
		const decks = [fixture('canonical.md'), fixture('every-kind.md'), fixture('as-typed-on-a-phone.md'), fortyCards()];
		fc.assert(
			fc.property(fc.constantFrom(...decks), fc.array(fc.tuple(fc.nat(600), fc.nat(600), fc.nat(2)), { maxLength: 8 }), (text, changes) => {
				const lines = text.split('\n');
				for (const [at, other, how] of changes) {
					const line = lines[at % lines.length] ?? '';
					if (how === 0) lines.splice(at % lines.length, 1);
					else if (how === 1) lines.splice(other % lines.length, 0, line);
					else lines[at % lines.length] = line.slice(0, other % (line.length + 1));
				}
				return placesHold(lines.join('\n'));
			}),
			{ numRuns: 200 }
		);
	});
});

// Measured again if another program was in the way: what is quadratic is so every time.
describe('reading takes time in proportion to the size', { retry: 3, timeout: 60_000 }, () => {
	const pieces = [
		'[',
		'![',
		'](',
		'`',
		'``` \n',
		'<!--',
		'<!-- ',
		'==',
		'==a',
		'{{c1::',
		'- ',
		'- [ ] a\n',
		'> ',
		'#',
		'# a\n',
		'## a\n',
		'### a\n',
		'~~~\n',
		'**',
		'-> ',
		'|',
		'1. a\n',
		':',
		'-',
		'\\',
		'- Source: a\n',
		'- Needs: a\n',
		'  - a\n',
		'<!-- #a -->\n',
		'\r',
		'## a\n```\n',
		'## a\n<!--\n',
		'---\n',
		'a\n---\n',
		'\t',
		'（：',
		'- **a**: b\n'
	];
	const heads = ['', '## a\n', '## Scenario: a\n', '## Terms\n', '---\n'];

	test.each(pieces)('for nothing but %j', (piece) => {
		for (const head of heads) {
			const time = (size: number): number => {
				const text = head + piece.repeat(Math.ceil(size / piece.length));
				let least = Infinity;
				for (let run = 0; run < 2; run++) {
					const start = performance.now();
					parseDeck('any.md', text);
					least = Math.min(least, performance.now() - start);
				}
				return least;
			};
			const small = time(10_000);
			const large = time(80_000);
			// Eight times the text; sixty-four times the time would be quadratic.
			expect(large, `${JSON.stringify(head)}: ${small} ms, then ${large} ms`).toBeLessThan(Math.max(32 * small, 150));
		}
	});
});
