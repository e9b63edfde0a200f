// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDecks } from '../../../src/cli/decks/check.ts';

/** Where the essays lie, if they do: beside the project, as they may not be copied into it. */
const SOURCES = '../shared/sources';
const ESSAYS = ['khemani.md', 'michta.md'].map((name) => join(SOURCES, name));
const RUN = 8;

function wordsOf(text: string): string[] {
	return (
		text
			.toLowerCase()
			.replace(/['’]/gu, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

/** All runs of so many words in a text. */
function runsOf(text: string): string[] {
	const words = wordsOf(text);
	return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** The runs of a deck's cards that stand in one of the texts too. Ids and the header are not compared: the sources' titles are theirs. */
function sharedRuns(deck: string, texts: readonly string[]): string[] {
	const known = new Set(texts.flatMap(runsOf));
	const cards = deck.replace(/^---\n[\s\S]*?\n---\n/u, '').replace(/<!--.*?-->/gu, '');
	return cards
		.split(/\n(?=#)/u)
		.flatMap(runsOf)
		.filter((run) => known.has(run));
}

describe('the comparison', () => {
	const text = 'One two three four: five six, seven eight nine.';

	test('finds eight words in a row, whatever stands between them', () => {
		expect(sharedRuns('## Zero\n\none *two* three\nfour five six — seven eight', [text])).toEqual([
			'one two three four five six seven eight'
		]);
	});

	test('lets seven words pass, and eight that are parted by a heading', () => {
		expect(sharedRuns('## Zero\n\none two three four five six seven zero', [text])).toEqual([]);
		expect(sharedRuns('## Zero\n\none two three four\n\n## five six seven eight', [text])).toEqual([]);
	});
});

if (ESSAYS.every((path) => existsSync(path))) {
	test.each(checkDecks(['decks']))('$path has no eight words in a row from an essay', ({ text }) => {
		const essays = ESSAYS.map((path) => readFileSync(path, 'utf8'));
		expect(sharedRuns(text, essays)).toEqual([]);
	});
} else {
	test(`the essays are not in ${SOURCES}, so that the decks were not compared with them`, () => {
		expect(ESSAYS.filter((path) => existsSync(path))).not.toEqual(ESSAYS);
	});
}
