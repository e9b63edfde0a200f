import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDecks } from '../../../src/cli/decks/check.ts';
import { lexWithMarked } from '#lib/markdown/marked.ts';
import { plainTokens } from '#lib/markdown/plain.ts';

/** All texts of all shipped notes. */
function shippedTexts(): readonly string[] {
	const found: string[] = [];
	const gather = (part: unknown): void => {
		if (typeof part === 'string') found.push(part);
		else if (typeof part === 'object' && part !== null) Object.values(part).forEach(gather);
	};
	for (const { deck } of checkDecks(['decks'])) gather(deck.notes);
	return found;
}

/** Says nothing of a text that is not plain. */
function expectAgreement(text: string): void {
	for (const inline of [false, true]) {
		const plain = plainTokens(text, inline);
		if (plain !== undefined) expect(plain, JSON.stringify(text)).toEqual(lexWithMarked(text, inline));
	}
}

describe('a plain text is read as marked reads it', () => {
	test('if it is any text of the shipped decks, most of which are plain', () => {
		const texts = shippedTexts();
		for (const text of texts) expectAgreement(text);
		expect(texts.filter((text) => plainTokens(text, true) !== undefined).length).toBeGreaterThan(texts.length * 0.8);
	});

	test('if it is any line or paragraph of a document full of Markdown', () => {
		const document = readFileSync('decks/README.md', 'utf8');
		for (const text of [...document.split('\n'), ...document.split(/\n\n+/)]) expectAgreement(text);
	});

	test('if it is any pieces put together', () => {
		const piece = fc.constantFrom(
			...['The', 'fear', ' ', '  ', '\n', '\n\n', '\n\n\n', '1', '1.', '1)', '12. ', '- ', '-', '--', '---', '—', '+', '*', '_', '`'],
			...['#', '# ', '>', '=', '==', '|', '~', '[', ']', '(', ')', '<', '&', '&amp;', '!', '\\', '$', '%', '€', '/', '//', ':', ';', ','],
			...[
				'www.',
				'WWW.',
				'http',
				'https://',
				'a@b.de',
				'@',
				'.',
				'example.org',
				'’',
				'“',
				'”',
				'«',
				'»',
				'é',
				'é',
				'力',
				'قوة',
				'\t',
				'\u00a0',
				'\r'
			]
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				expectAgreement(pieces.join(''));
			}),
			{ numRuns: 20_000 }
		);
	});

	test.each(['', 'Fear.', 'Two lines\nof one paragraph.', 'One.\n\nTwo.', '“Arms” (and fear) – 12 % of it.', '12 states', 'Сила'])(
		'%j is plain',
		(text) => {
			expect(plainTokens(text, false)).toEqual(lexWithMarked(text, false));
		}
	);

	test.each(['==fear==', '1. one', '- one', 'a\n- b', 'a\n---', 'see www.example.org', 'a  \nb', '*a*', 'a & b', 'a <b', '[a]', ' a'])(
		'%j is not',
		(text) => {
			expect(plainTokens(text, false)).toBeUndefined();
		}
	);
});
