import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { readOption } from '#lib/core/deck/option.ts';
import { readParts } from '#lib/core/deck/parse.ts';
import { readPlainScope } from '#lib/core/deck/plain-scope.ts';
import { Reading } from '#lib/core/deck/reading.ts';
import { readAnyScope, readScope, textOf, type Scope } from '#lib/core/deck/scope.ts';
import { deckLike } from './arbitrary.ts';
import { anyText, damagedDecks } from './damage.ts';
import { fortyCards } from './forty-cards.ts';
import { fixture } from './reading.ts';

/** What is read of a scope, whichever reader has read it. */
function said(reading: Reading, { ids, strayIds, content, boxes, fields }: Scope): unknown {
	return {
		ids: ids.map(({ id, whole, range, ownLine }) => ({ id, whole, range, ownLine })),
		strayIds,
		content: content.map(({ kind, from, to }) => ({ kind, from, to })),
		text: textOf(reading, content),
		// A choice asks for what stands above its boxes alone.
		above: textOf(
			reading,
			content.filter(({ from }) => from < (boxes[0]?.from ?? 0))
		),
		boxes: boxes.map(({ from, to }) => ({ from, to })),
		options: boxes.map((piece) => readOption(reading, piece)),
		fields,
		problems: reading.problems
	};
}

/** How many scopes of a text are plain, of how many; each must say what the reader of anything says of it. */
function compare(text: string): { plain: number; all: number } {
	const { source, parts } = readParts('any.md', text);
	let plain = 0;
	let all = 0;
	for (const { kind, block } of parts.blocks) {
		if (kind === 'intro') continue;
		const reading = new Reading(source.lines, block);
		const steps = reading.lines.flatMap((line, at) => (line.startsWith('### ') ? [at] : []));
		for (const [at, start] of [0, ...steps].entries()) {
			const end = steps[at] ?? reading.length;
			all++;
			if (!readPlainScope(reading, start + 1, end)) continue;
			plain++;
			const quick = new Reading(source.lines, block);
			const slow = new Reading(source.lines, block);
			const actual = said(quick, readScope(quick, start + 1, end));
			const expected = said(slow, readAnyScope(slow, start + 1, end));
			if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
		}
	}
	return { plain, all };
}

test.each([
	['real decks with damage', damagedDecks().map(({ damaged }) => damaged)],
	['texts of pieces of the format', deckLike()],
	['any texts', anyText()]
])('plain lines are read as any lines are, in %s', { timeout: 60_000 }, (_, texts) => {
	fc.assert(
		fc.property(texts, (text) => {
			compare(text);
		}),
		{ numRuns: 300 }
	);
});

test('most of what is written as the format writes it is plain', () => {
	const { plain, all } = compare(fortyCards());
	expect(plain / all).toBeGreaterThan(0.5);
	expect(compare(fixture('canonical.md')).plain).toBeGreaterThan(3);
});
