import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';
import type { Problem } from '#lib/core/deck/problem.ts';

/** What looks a little like a mistake and is none: no problem but those of every text without header and ids. */
const ORDINARY: readonly (readonly [name: string, text: string])[] = [
	['a sentence that begins with a small "why:"', '## What did he ask?\n\nHe asked one thing,\nwhy: nobody knew.\n'],
	['a key in the middle of the text', '## What is a label?\n\nHint: a word.\n\nIt stands before a colon.\n'],
	['a bullet with an equals sign', '## What holds?\n\n- Power = force\n- a == b\n'],
	['a numbered list with colons', '## Which steps?\n\n1. First: arm\n2. Then: wait\n'],
	['a list inside an option', '## Which?\n\n- [ ] One of\n  - this\n  - that\n  > No.\n- [x] Two\n'],
	['a heading that begins with "Term"', '## Term limits\n\nA cap on years in office.\n'],
	['a question that begins with "Term"', '## Term Limits do what?\n\nCap years in office.\n'],
	['a question that begins with "Scenario"', '## Scenario planning serves what?\n\n- [x] Thinking\n- [ ] Prophecy\n  > No.\n'],
	['a question that begins with "True or false"', '## True or false testimony?\n\nWhat a witness says under oath.\n'],
	['a note to oneself below a heading', '## Why?\n<!-- todo -->\n\nSo.\n'],
	['a comment of words below a heading', '## Why?\n<!-- ask again -->\n\nSo.\n'],
	['boxes in fenced code', '## How is a box typed?\n\n```\n    - [ ] one\n- [x] two\n```\n'],
	['a semicolon in a locator', '## Why?\n\nSo.\n\n- Source: https://example.org/a, p. 3; p. 5\n']
];

test.each(ORDINARY)('%s is left alone', (_, text) => {
	const head = '---\ntitle: T\nsources:\n  - id: https://example.org/a\n    title: A\n---\n\n';
	const codes = parseDeck('t.md', head + text).problems.map(({ code }) => code);
	expect(codes.filter((code) => !['I202', 'I901', 'I917', 'I910'].includes(code))).toEqual([]);
});

/** Problems that tell of content which was most likely meant otherwise. */
function isGuess({ code, message }: Problem): boolean {
	return ['W106', 'W110', 'I205', 'W308'].includes(code) || (code === 'W302' && /without a bullet|equals sign/u.test(message));
}

test('no README of an installed package is taken for a deck with such mistakes', () => {
	const found = readdirSync('node_modules')
		.filter((name) => existsSync(`node_modules/${name}/README.md`))
		.flatMap((name) => {
			const { problems } = parseDeck('t.md', readFileSync(`node_modules/${name}/README.md`, 'utf8'));
			return problems.filter(isGuess).map(({ code, range }) => `${name}:${range.line} ${code}`);
		});
	expect(found).toEqual([]);
});

test('text after the options that is a fact without its bullet is told of once', () => {
	const { problems } = parseDeck(
		't.md',
		'---\ntitle: T\n---\n\n## Which?\n<!-- #which -->\n\n- [ ] One\n  > No.\n- [x] Two\n\nHint: think\n'
	);
	expect(problems.map(({ code }) => code)).toEqual(['W302']);
});

test('only steps make a scenario of a heading whose colon is missing', () => {
	const { deck } = parseDeck('t.md', '## Scenario A\n\nText.\n\n### One\n\n- [x] Go\n- [ ] Stay\n');
	expect(deck.notes.map(({ kind, prompt }) => `${kind} ${prompt}`)).toEqual(['scenario A']);
});
