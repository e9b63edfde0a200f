import { describe, expect, test } from 'vitest';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';

/** The problems of some decks of the namespace `n`, as "file code line:column". */
function check(texts: Readonly<Record<string, string>>, files: readonly string[] = []): string[] {
	const decks = Object.entries(texts).map(([file, text]) => {
		const { deck, outline } = parseDeck(file, `---\ntitle: T\nnamespace: n\n---\n${text}`);
		return { file, deck, outline, files };
	});
	const found = checkLibrary(decks);
	return [...found].flatMap(([file, problems]) => problems.map(({ code, range }) => `${file} ${code} ${range.line}:${range.column}`));
}

const term = (name: string, facts = ''): string =>
	`## Term: ${name}\n<!-- #${name.toLowerCase()} -->\n\nWhat ${name} is.\n${facts && `\n${facts}`}\n`;

describe('a library', () => {
	test('has each id once, whatever the file', () => {
		expect(check({ 'a.md': term('Anarchy'), 'b.md': term('Anarchy') })).toEqual(['b.md E203 6:7']);
	});

	test('has no trouble with the same id in another namespace', () => {
		const other = parseDeck('b.md', `---\ntitle: T\nnamespace: m\n---\n${term('Anarchy')}`);
		const one = parseDeck('a.md', `---\ntitle: T\nnamespace: n\n---\n${term('Anarchy')}`);
		const found = checkLibrary([
			{ file: 'a.md', ...one, files: [] },
			{ file: 'b.md', ...other, files: [] }
		]);
		expect([...found.values()].flat()).toEqual([]);
	});

	test('knows concepts by id and by the words of their terms, from any of its files', () => {
		const uses = '- Needs: anarchy\n- Part of: Balance of power\n';
		const balance = '## Term: Balance of power\n<!-- #balance -->\n\nNobody is strongest.\n';
		expect(check({ 'a.md': term('Anarchy') + balance, 'b.md': term('Chaos', uses) })).toEqual([]);
		expect(check({ 'a.md': term('Anarchy'), 'b.md': term('Chaos', '- Needs: anarchi\n') })).toEqual(['b.md E604 10:10']);
	});

	test('suggests the concept that was meant', () => {
		const decks = ['a.md', 'b.md'].map((file, at) => {
			const text = at === 0 ? term('Anarchy') : term('Chaos', '- Needs: anarchi\n');
			const { deck, outline } = parseDeck(file, `---\ntitle: T\nnamespace: n\n---\n${text}`);
			return { file, deck, outline };
		});
		expect(checkLibrary(decks).get('b.md')?.[0]?.fix?.edits[0]?.text).toBe('anarchy');
	});

	test('has no circle of needs, and a circle is told once', () => {
		const a = term('A', '- Needs: b\n');
		const b = term('B', '- Needs: c\n');
		const c = term('C', '- Needs: a\n');
		expect(check({ 'a.md': a + b + c })).toEqual(['a.md E605 10:10']);
		expect(check({ 'a.md': term('A', '- Needs: b\n') + term('B', '- Part of: a\n') })).toEqual([]);
	});

	test('teaches what is needed: a term whose card is broken is told as a warning, not as unknown', () => {
		expect(check({ 'a.md': '## Term: Anarchy\n<!-- #anarchy -->\n\n', 'b.md': term('Chaos', '- Needs: anarchy\n') })).toEqual([
			'b.md W920 10:10'
		]);
	});

	test('asks the same question once, unless the answers agree', () => {
		const card = (id: string, answer: string): string => `## Who coined the term first?\n<!-- #${id} -->\n\n${answer}\n\n`;
		expect(check({ 'a.md': card('a', 'John Herz'), 'b.md': card('b', 'Robert Jervis of Columbia') })).toEqual(['b.md W914 5:4']);
		expect(check({ 'a.md': card('a', 'John Herz'), 'b.md': card('b', 'John H. Herz') })).toEqual([]);
	});
});

describe('a picture', () => {
	const shown = (file: string): string => `## What?\n<!-- #what -->\n\n![a map](${file})\n`;

	test.each(['map.svg', './map.svg', 'sub/../map.svg', 'a%20map.svg'])('%s is found beside the deck', (file) => {
		expect(check({ 'a.md': shown(file) }, ['map.svg', 'a map.svg'])).toEqual([]);
	});

	test.each(['../map.svg', 'https://example.org/map.svg', '/map.svg', 'mapp.svg', 'data:image/png;base64,AA'])('%s is not', (file) => {
		expect(check({ 'a.md': shown(file) }, ['map.svg'])).toEqual(['a.md E403 8:10']);
	});
});
