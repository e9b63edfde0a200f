import { describe, expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';

/** The lints of a deck of these notes, as "I901 5:7"; lines count in the notes. */
function lints(notes: string, lint = ''): string[] {
	const head = `---\ntitle: T\nid: t\n${lint}---\n`;
	const above = head.split('\n').length - 1;
	return parseDeck('t.md', head + notes)
		.problems.filter(({ code }) => /^[IW]9/u.test(code))
		.map(({ code, range }) => `${code} ${range.line - above}:${range.column}`);
}

const choice = (options: string, stem = 'Which?'): string => `## ${stem}\n<!-- #a -->\n\n${options}`;
const feedback = '  > No.\n';

describe('a choice', () => {
	test('I901: the right option is much longer than the others', () => {
		expect(lints(choice(`- [ ] Short\n${feedback}- [x] A very long and exact option indeed\n`))).toEqual(['I901 6:7']);
		expect(lints(choice(`- [ ] Just as long\n${feedback}- [x] Nearly as long\n`))).toEqual([]);
	});

	test('I902: over the deck the right option is the longest too often', () => {
		const card = (at: number, long: boolean): string =>
			`## Which ${at}?\n<!-- #a${at} -->\n\n- [ ] ${long ? 'An option' : 'Another optio'}\n${feedback}- [x] ${long ? 'Some option' : 'An option'}\n\n`;
		const deck = (long: number): string => Array.from({ length: 8 }, (_, at) => card(at, at < long)).join('');
		expect(lints(deck(5))).toEqual(['I902 1:4']);
		expect(lints(deck(4))).toEqual([]);
		expect(lints(deck(5), 'lint: { I902: off }\n')).toEqual([]);
	});

	test.each(['All of the above', 'None of the above.', 'all of these'])('I903: %s', (option) => {
		expect(lints(choice(`- [x] Something else\n- [ ] ${option}\n${feedback}`))).toEqual(['I903 5:7']);
	});

	test('I906: a word of the question stands in the right option only', () => {
		expect(lints(choice(`- [x] A spiral of fear\n- [ ] A sort of game\n${feedback}`, 'What is the spiral model?'))).toEqual(['I906 4:7']);
		expect(lints(choice(`- [x] A spiral of fear\n- [ ] A spiral game\n${feedback}`, 'What is the spiral model?'))).toEqual([]);
	});

	test.each([
		['10-20 years', '20-30 years'],
		['Russia', 'Russia and China']
	])('I908: %s and %s overlap', (one, two) => {
		expect(lints(choice(`- [x] ${one}\n- [ ] ${two}\n${feedback}`)).filter((it) => it.startsWith('I908'))).toEqual(['I908 5:7']);
	});

	test('I910: a wrong option has no feedback', () => {
		expect(lints(choice('- [x] One thing\n- [ ] Two things\n'))).toEqual(['I910 5:7']);
	});

	test('I904 and I905 speak only if they are asked to', () => {
		const card = choice(`- [x] It is so at times\n- [ ] It is always so\n${feedback}`, 'Which is not the case?');
		expect(lints(card)).toEqual([]);
		expect(lints(card, 'lint: { I904: on, I905: on }\n')).toEqual(['I904 1:4', 'I905 5:7']);
	});
});

describe('an answer', () => {
	test('I911: has more than 40 words', () => {
		expect(lints(`## Why?\n<!-- #a -->\n\n${'word '.repeat(41)}\n`)).toEqual(['I911 1:4']);
		expect(lints(`## Why?\n<!-- #a -->\n\n${'word '.repeat(40)}\n`)).toEqual([]);
	});

	test('I912: is a list of more than 4', () => {
		expect(lints('## Why?\n<!-- #a -->\n\n- a\n- b\n- c\n- d\n- e\n')).toEqual(['I912 1:4']);
		expect(lints('## Why?\n<!-- #a -->\n\n- a\n- b\n- c\n- d\n')).toEqual([]);
	});

	test('I913: is yes or no, in English', () => {
		expect(lints('## Is anarchy chaos?\n<!-- #a -->\n\nNo.\n')).toEqual(['I913 1:4']);
		expect(lints('## Is it war or peace?\n<!-- #a -->\n\nPeace.\n')).toEqual([]);
		expect(lints('## Is anarchy chaos?\n<!-- #a -->\n\nNo.\n', 'language: de\n')).toEqual([]);
	});
});

describe('hidden words', () => {
	test('I915: there are too many', () => {
		expect(lints('## Text\n<!-- #a -->\n\nThe ==a== b c d e ==f== g h i j ==k== l m n o ==p== q r s t ==u== v w x y z\n')).toEqual([
			'I915 1:4'
		]);
		expect(lints('## Text\n<!-- #a -->\n\n==Nearly everything here== is hidden\n')).toEqual(['I915 1:4']);
	});

	test('W916: they stand open in the same text', () => {
		expect(lints('## Text\n<!-- #a -->\n\nA ==shield== looks like a sword, but a shield is no sword at all.\n')).toEqual(['W916 1:4']);
		expect(lints('## Text\n<!-- #a -->\n\nA ==shield== looks like a sword, but a ==shield== is no sword at all.\n')).toEqual([]);
	});
});

describe('a deck', () => {
	test('I917: has sources, and a card has none', () => {
		const sources = 'sources:\n  - id: x\n    title: X\n';
		expect(lints('## Why?\n<!-- #a -->\n\nSo.\n', sources)).toEqual(['I917 1:4']);
		expect(lints('## Why?\n<!-- #a -->\n\nSo.\n- Source: x\n', sources)).toEqual([]);
	});

	test('I919: a question points to what is not there', () => {
		expect(lints('## He said what?\n<!-- #a -->\n\nSo.\n')).toEqual(['I919 1:4']);
		expect(lints('## Hegel said what?\n<!-- #a -->\n\nSo.\n')).toEqual([]);
	});
});

describe('a scenario', () => {
	const step = (at: number, options: string): string => `### Step ${at}\n<!-- #s${at} -->\n\n${options}\n`;

	test('I921: all choices of a step come to the same', () => {
		expect(lints(`## Scenario: A\n<!-- #a -->\n\nText.\n\n${step(1, '- [ ] Go\n- [ ] Stay\n')}`)).toEqual(['I921 6:5']);
		expect(lints(`## Scenario: A\n<!-- #a -->\n\nText.\n\n${step(1, '- [ ] Go\n  > Far.\n- [ ] Stay\n')}`)).toEqual([]);
	});

	test('I922: the best choice is always the longest', () => {
		const long = '- [x] Go on as far as you can\n- [ ] Stay\n';
		const short = '- [x] Go\n- [ ] Stay for as long as you can\n';
		expect(lints(`## Scenario: A\n<!-- #a -->\n\nText.\n\n${step(1, long)}${step(2, long)}${step(3, long)}${step(4, long)}`)).toEqual([
			'I922 1:14'
		]);
		expect(lints(`## Scenario: A\n<!-- #a -->\n\nText.\n\n${step(1, long)}${step(2, short)}${step(3, long)}${step(4, long)}`)).toEqual([]);
	});
});
