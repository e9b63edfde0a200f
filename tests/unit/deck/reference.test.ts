import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDeck } from '#lib/core/deck/format.ts';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';

const README = readFileSync('decks/README.md', 'utf8');
const EXAMPLES = [...README.matchAll(/```markdown\n([\s\S]*?)```/gu)].map(([, text = '']) => text);
const HEADER = '---\ntitle: T\nid: t\nsources:\n  - id: jervis1978\n    title: Cooperation\n---\n\n';
/** Where the whole language begins: from there on the examples are in the formatter's form. */
const WHOLE = README.indexOf('# The whole language');

function whole(example: string): string {
	return example.startsWith('---') ? example : HEADER + example;
}

describe('the reference', () => {
	test('has examples', () => {
		expect(EXAMPLES.length).toBeGreaterThan(15);
	});

	test.each(EXAMPLES)('%#: an example has no errors and no warnings', (example) => {
		const { deck, problems, outline } = parseDeck('t.md', whole(example));
		expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
		expect(deck.notes.length).toBeGreaterThan(0);
		const library = checkLibrary([{ file: 't.md', deck, outline, files: ['spiral.svg'] }]);
		expect(library.get('t.md')).toEqual([]);
	});

	test.each(EXAMPLES.filter((example) => README.indexOf(example) > WHOLE))(
		'%#: an example of the whole language is as the formatter writes it',
		(example) => {
			expect(formatDeck('t.md', whole(example))).toBe(whole(example));
		}
	);

	test('shows every kind of card', () => {
		const kinds = new Set(EXAMPLES.flatMap((example) => parseDeck('t.md', whole(example)).deck.notes.map(({ kind }) => kind)));
		expect([...kinds].sort()).toEqual(
			[
				'choice',
				'choose-all',
				'cloze',
				'match',
				'numeric',
				'order',
				'picture',
				'question',
				'scenario',
				'term',
				'true-false',
				'typed'
			].sort()
		);
	});

	test('lists exactly the codes that the core can give', () => {
		const sources = readdirSync('src/lib/core/deck', { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => readFileSync(`src/lib/core/deck/${name}`, 'utf8'));
		const given = new Set(
			sources.flatMap((text) => [...text.matchAll(/(?:problem\(|hint\(\s*linted,)\s*'([EWI]\d{3})'/gu)].map(([, code = '']) => code))
		);
		for (const code of ['E103', 'E104', 'W104', 'E305', 'E007']) given.add(code);
		const table = README.slice(README.indexOf('## Problems'));
		const listed = [...table.matchAll(/^\| ([EWI]\d{3}(?:, [EWI]\d{3})*) \|/gmu)].flatMap(([, codes = '']) => codes.split(', '));
		expect([...listed].sort()).toEqual([...given].sort());
	});
});

test('the template is sound and as the formatter writes it', () => {
	const text = readFileSync('decks/_template.md', 'utf8');
	expect(parseDeck('name-of-the-deck.md', text).problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
	expect(formatDeck('name-of-the-deck.md', text)).toBe(text);
});
