import { expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { HEAD } from './planted.ts';

const codes = (text: string): string[] =>
	parseDeck('test.md', text).problems.map(({ code, range }) => `${code} ${range.line}:${range.column}`);
const card = `${HEAD}## Why?\n<!-- #why -->\n\n`;
const above = card.split('\n').length - 1;
const nested = (depth: number): string => Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- item\n`).join('');

test('a file may have 5 MB; a larger one is not read', () => {
	const text = `${card}${'word '.repeat(2000)}\n`;
	expect(codes(text + `${'word '.repeat(200)}\n`.repeat(4900)).filter((it) => it.startsWith('E'))).toEqual([]);
	expect(codes(text + `${'word '.repeat(200)}\n`.repeat(5300))).toEqual(['E008 1:1']);
});

test('the size is counted in bytes, not in characters', () => {
	expect(codes(card + '文'.repeat(1000).concat('\n').repeat(1800))).toEqual(['E008 1:1']);
});

test('a file of 100 MB is a clear problem', () => {
	expect(codes('x'.repeat(100_000_000))).toEqual(['E008 1:1']);
});

test('a line may have 20,000 characters', () => {
	expect(codes(`${card}${'x'.repeat(20_000)}\n`)).toEqual([]);
	expect(codes(`${card}${'x'.repeat(20_001)}\n`)).toEqual([`E008 ${above + 1}:1`]);
});

test('lists may be 20 deep, and quotes', () => {
	expect(codes(card + nested(20))).toEqual([]);
	expect(codes(card + nested(22))).toEqual([`E008 ${above + 21}:41`]);
	expect(codes(`${card}${'> '.repeat(20)}x\n`)).toEqual([]);
	expect(codes(`${card}${'> '.repeat(21)}x\n`)).toEqual([`E008 ${above + 1}:1`]);
});

test('a hundred thousand blank lines, options, facts and steps are read', { timeout: 60_000 }, () => {
	for (const piece of ['\n', '- [ ] a\n', '- Needs: a\n', '### a\n', '- a\n']) {
		expect(() => parseDeck('test.md', `## Scenario: A\n${piece.repeat(120_000)}`)).not.toThrow();
	}
});

test.each([
	['brackets', `x: ${'['.repeat(19_000)}`],
	['braces over many lines', 'x: {a:\n'.repeat(5000)],
	['dashes', `x:\n  ${'- '.repeat(9000)}a`],
	['question marks', '? '.repeat(9000)],
	['indentation', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')]
])('thousands of levels of %s in the header are a clear problem', (_, lines) => {
	const text = `---\ntitle: T\n${lines}\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n`;
	expect(codes(text)).toHaveLength(1);
	expect(codes(text)[0]).toMatch(/^E008/u);
	expect(parseDeck('test.md', text).deck.notes).toHaveLength(1);
});

test('brackets in the words of a header are no levels', () => {
	const text = `---\ntitle: T\nid: t\nauthors: [A (x), "B [y]"]\ndescription: b ${'[a] '.repeat(50)}\n---\n\n## Why?\n<!-- #why -->\n\nSo.\n`;
	expect(codes(text)).toEqual([]);
});
