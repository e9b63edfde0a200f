import { describe, expect, test } from 'vitest';
import { diffDecks } from '#lib/core/deck/identity.ts';
import { formatDeck } from '#lib/core/deck/format.ts';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { ADVERSARIES } from './adversaries.ts';

/** The least processor time, in milliseconds, that something takes of some runs: other programs do not count. */
function cost(runs: number, work: () => void): number {
	let least = Infinity;
	for (let run = 0; run < runs; run++) {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}

/** Four times the text may take four times the time; sixteen times would be quadratic. What takes no time at all is not measured. */
function expectLinear(make: (size: number) => string, work: (text: string) => void): void {
	const texts = [make(25_000), make(100_000)] as const;
	let measured: number[] = [];
	for (let round = 0; round < 3; round++) {
		measured = texts.map((text) =>
			cost(1 + round, () => {
				work(text);
			})
		);
		const [small = 0, large = 0] = measured;
		if (large < 10 * Math.max(small, 10)) return;
	}
	expect(measured, 'milliseconds for a text, and for one four times as long').toBe('in proportion');
}

describe('the time is in proportion to the size', { timeout: 120_000 }, () => {
	test.each(Object.entries(ADVERSARIES))('for %s', (_, make) => {
		expectLinear(make, (text) => {
			const { deck, outline } = parseDeck('any.md', text);
			checkLibrary([{ file: 'any.md', deck, outline, files: [] }]);
			diffDecks([{ path: 'any.md', deck }], [{ path: 'any.md', deck }]);
			formatDeck('any.md', text);
		});
	});
});
