import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReview, type EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, effectiveReviews, merge } from '#lib/core/review/log.ts';
import { logArb } from '../log-arbitraries.ts';

describe('merging logs', () => {
	test('is commutative', () => {
		fc.assert(
			fc.property(logArb, logArb, (a, b) => {
				expect(merge(a, b)).toEqual(merge(b, a));
			})
		);
	});
	test('is associative', () => {
		fc.assert(
			fc.property(logArb, logArb, logArb, (a, b, c) => {
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
			})
		);
	});
	test('is idempotent', () => {
		fc.assert(
			fc.property(logArb, (a) => {
				expect(merge(a, a)).toEqual(merge(a, []));
			})
		);
	});
	test('loses no entry, not even of an unknown kind', () => {
		fc.assert(
			fc.property(logArb, logArb, (a, b) => {
				const ids = new Set(merge(a, b).map(({ id }) => id));
				expect([...a, ...b].every(({ id }) => ids.has(id))).toBe(true);
			})
		);
	});
	test('agrees on every device even where two different entries share an id', () => {
		const one = { kind: 'retraction', id: 'x' as EntryId, at: 1, entryId: 'a' as EntryId } as const;
		const two = { ...one, entryId: 'b' as EntryId };
		expect(merge([one], [two])).toEqual(merge([two], [one]));
	});
	test('gives the order of the log: by time, then by id', () => {
		fc.assert(
			fc.property(logArb, logArb, (a, b) => {
				const all = merge(a, b);
				expect(all.every((entry, index) => index === 0 || compareEntries(all[index - 1] ?? entry, entry) < 0)).toBe(true);
			})
		);
	});
});

describe('what counts', () => {
	test('a retracted review does not count, whichever of the two comes first in the log', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				const retracted = new Set(log.flatMap((entry) => ('entryId' in entry ? [entry.entryId] : [])));
				const counted = effectiveReviews(log);
				expect(counted.some(({ id }) => retracted.has(id))).toBe(false);
				expect(counted.length).toBe(log.filter((entry) => isReview(entry) && !retracted.has(entry.id)).length);
			})
		);
	});
	test('is the same for a log in any order', () => {
		fc.assert(
			fc.property(
				logArb.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length }))),
				([log, shuffled]) => {
					expect(effectiveReviews(shuffled)).toEqual(effectiveReviews(log));
				}
			)
		);
	});
});
