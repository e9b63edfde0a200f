import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { actsOf } from '#lib/core/review/corrections.ts';
import { isKnown, isReview, type Entry, type EntryId } from '#lib/core/review/entry.ts';
import { compareEntries, merge } from '#lib/core/review/log.ts';
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
	test('a retracted entry does not count, whichever of the two comes first in the log', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				const retracted = new Set(log.flatMap((entry) => (isKnown(entry) && entry.kind === 'retraction' ? [entry.entryId] : [])));
				const acts = actsOf(log);
				expect(acts.some(({ id }) => retracted.has(id))).toBe(false);
				const reviews = log.filter((entry) => isReview(entry) && !retracted.has(entry.id));
				expect(acts.filter(({ kind }) => kind === 'review').length).toBe(reviews.length);
			})
		);
	});
	test('is the same for a log in any order', () => {
		fc.assert(
			fc.property(
				logArb.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length }))),
				([log, shuffled]) => {
					expect(actsOf(shuffled)).toEqual(actsOf(log));
				}
			)
		);
	});
	test('an entry of a known kind whose fields are not what they should be is kept and not read', () => {
		const broken = { kind: 'review', id: 'x' as EntryId, at: 1, cardId: 7 };
		expect(actsOf([broken])).toEqual([]);
		expect(merge([broken], [])).toEqual([broken]);
	});
	test('a redated entry counts at its new time and day; several redatings add up, and one taken back does not count', () => {
		const at = (id: string, time: number, day: number): Entry => ({
			kind: 'review',
			id: id as EntryId,
			at: time,
			day,
			cardId: 'd/a/main' as CardId,
			outcome: 'self',
			rating: 'good',
			hints: 0,
			tookMs: 1
		});
		const shift = (id: string, ms: number, days: number): Entry => ({
			kind: 'redate',
			id: id as EntryId,
			at: 0,
			entryIds: ['a' as EntryId],
			shiftMs: ms,
			shiftDays: days
		});
		const log = [at('a', 100, 5), at('b', 50, 5), shift('r1', -60, -1), shift('r2', -10, 0), shift('r3', 500, 9)];
		const undone: Entry = { kind: 'retraction', id: 'u' as EntryId, at: 1, entryId: 'r3' as EntryId };
		expect(actsOf([...log, undone])).toMatchObject([
			{ id: 'a', at: 30, day: 4 },
			{ id: 'b', at: 50, day: 5 }
		]);
	});
	test('a day that an entry names moves with it: until when a card is away, and on which day it is wanted', () => {
		const base = { at: 100, cardId: 'd/a/main' as CardId };
		const log: Entry[] = [
			{ kind: 'bury', id: 'a' as EntryId, ...base, until: 400 },
			{ kind: 'set-due', id: 'b' as EntryId, ...base, due: 410 },
			{ kind: 'reset', id: 'c' as EntryId, ...base, before: 7 },
			{ kind: 'changed', id: 'd' as EntryId, ...base, on: 8 },
			{ kind: 'redate', id: 'r' as EntryId, at: 0, entryIds: ['a', 'b', 'c', 'd'] as EntryId[], shiftMs: -50, shiftDays: -365 }
		];
		expect(actsOf(log)).toMatchObject([
			{ at: 50, until: 35 },
			{ at: 50, due: 45 },
			// Days that the author has named stay.
			{ at: 50, before: 7 },
			{ at: 50, on: 8 }
		]);
	});
});
