// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newsFor } from '#lib/core/backup/compare.ts';
import type { Sealed } from '#lib/core/backup/backup.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf, packSegment } from '#lib/core/review/segment.ts';
import { reviewsOn, segmentIn, segmentOf, uuid } from '../../logs.ts';
import { logArb } from '../log-arbitraries.ts';

const sealed = (log: readonly Entry[]): Sealed => ({ id: `of ${log.length}`, bytes: packSegment(log), segment: segmentOf(log) });
const added = ({ segments }: { readonly segments: readonly { readonly bytes: Uint8Array }[] }): readonly Entry[] =>
	segments.flatMap(({ bytes }) => entriesOf(segmentIn(bytes)));

/** As a log gives it back: entries in the order of the log, fields in the order in which segments give them. */
const normal = (log: readonly Entry[]): readonly Entry[] => entriesOf(segmentOf(log));

describe('what a log lacks of another one', () => {
	test('makes it the union of both when it is added, and is not more than needed', () => {
		fc.assert(
			fc.property(logArb, logArb, logArb, (here, one, other) => {
				const mine = normal(here);
				const news = newsFor([segmentOf(mine)], [sealed(one), sealed(other)]);
				const union = [mine, normal(one), normal(other)].reduce(merge);
				expect(merge(mine, added(news))).toEqual(union);
				expect(news.entries).toBe(added(news).length);
				const kept = new Set(mine.map((entry) => JSON.stringify(entry)));
				expect(added(news).every((entry) => !kept.has(JSON.stringify(entry)))).toBe(true);
			}),
			{ numRuns: 400 }
		);
	});
	test('is nothing where all is here already', () => {
		fc.assert(
			fc.property(logArb, logArb, (one, other) => {
				const mine = merge(normal(one), normal(other));
				expect(newsFor([segmentOf(mine)], [sealed(mine)])).toMatchObject({ segments: [], entries: 0, answers: 0, known: mine.length });
			}),
			{ numRuns: 200 }
		);
	});
	test('is whole segments where none of their entries is here, by their own ids', () => {
		const theirs = sealed(reviewsOn(10, 0, 50));
		const news = newsFor([segmentOf(reviewsOn(11, 100, 5))], [theirs]);
		expect(news.segments).toEqual([{ id: theirs.id, bytes: theirs.bytes }]);
		expect(news).toMatchObject({ entries: 50, answers: 50, days: [10, 10], known: 0 });
	});
	test('is just the new entries of a segment of which some are here', () => {
		const theirs = [...reviewsOn(10, 0, 50), ...reviewsOn(12, 50, 3)];
		const news = newsFor([segmentOf(theirs.slice(0, 20))], [sealed(theirs)]);
		expect(added(news)).toEqual(theirs.slice(20));
		expect(news).toMatchObject({ entries: 33, answers: 33, days: [10, 12], known: 20 });
	});
	test('counts no answer that was taken back, by whichever of the two', () => {
		const retraction = (number: number): Entry => ({ kind: 'retraction', id: uuid(800 + number), at: 1e12, entryId: uuid(number) });
		const theirs = [...reviewsOn(10, 0, 50), retraction(3)];
		expect(newsFor([segmentOf([retraction(4)])], [sealed(theirs)])).toMatchObject({ entries: 51, answers: 48 });
	});
	test('counts an entry once that stands in two parts of a backup', () => {
		const twice = reviewsOn(10, 0, 50);
		expect(newsFor([], [sealed(twice), sealed(twice.slice(0, 10))])).toMatchObject({ entries: 50, known: 10 });
	});
});
