import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '#lib/core/review/crc32.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { entriesOf, packSegment, readSegment } from '#lib/core/review/segment.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { logArb } from '../log-arbitraries.ts';

function unpacked(bytes: Uint8Array): readonly Entry[] {
	const read = readSegment(bytes);
	if ('damage' in read) throw new Error(read.damage);
	return entriesOf(read.segment);
}

describe('a segment', () => {
	test('gives back every entry as it was, in the order of the log', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				expect(unpacked(packSegment(log))).toEqual([...log].sort(compareEntries));
			}),
			{ numRuns: 400 }
		);
	});
	test('has the same bytes in whatever order its entries came', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				expect(packSegment([...log].reverse())).toEqual(packSegment(log));
			})
		);
	});
	test('is read from the middle of other bytes too', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				const bytes = packSegment(log);
				const within = new Uint8Array(bytes.length + 3);
				within.set(bytes, 3);
				expect(unpacked(within.subarray(3))).toEqual(unpacked(bytes));
			}),
			{ numRuns: 50 }
		);
	});
	test('with any bit turned over, or cut short, is known as damaged', () => {
		fc.assert(
			fc.property(logArb, fc.nat(), fc.integer({ min: 0, max: 7 }), (log, place, bit) => {
				const bytes = packSegment(log);
				const at = place % bytes.length;
				const short = bytes.slice(0, at);
				bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
				expect(readSegment(bytes)).toHaveProperty('damage');
				expect(readSegment(short)).toHaveProperty('damage');
			}),
			{ numRuns: 300 }
		);
	});
	test('whose columns are damaged still says how many entries it held, and of which days', () => {
		const log = [0, 1, 2].map((day): Entry => ({
			kind: 'review',
			id: `00000000-0000-4000-8000-00000000000${day}` as never,
			at: day * 86_400_000,
			day,
			cardId: 'd/a/main' as never,
			outcome: 'self',
			rating: 'good',
			hints: 0,
			tookMs: 1000
		}));
		const bytes = packSegment(log);
		bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
		expect(readSegment(bytes)).toMatchObject({ damage: 'body', head: { count: 3, reviews: 3, firstDay: 0, lastDay: 2 } });
	});
	test.each([
		['an option chosen of many', { chosen: [3] }],
		['several options chosen', { chosen: [0, 2] }],
		['things as they were arranged', { chosen: [2, 0, 1, 3] }],
		['right sides that were paired', { chosen: [1, 1, 0] }],
		['what was typed', { given: 'Kenneth Waltz' }],
		['what was typed into an empty box', { given: '' }]
	])('keeps %s', (_, answer) => {
		const review: Entry = {
			kind: 'review',
			id: '00000000-0000-4000-8000-000000000000' as never,
			at: 1,
			day: 0,
			cardId: 'd/a/main' as never,
			outcome: 'wrong',
			rating: 'again',
			hints: 0,
			tookMs: 1000,
			...answer
		};
		expect(unpacked(packSegment([review]))).toEqual([review]);
	});
	test('of nonsense is called foreign', () => {
		expect(readSegment(new Uint8Array())).toEqual({ damage: 'foreign' });
		expect(readSegment(new TextEncoder().encode('a letter to a friend'))).toEqual({ damage: 'foreign' });
	});
});

test('the CRC-32 of "123456789" is 0xcbf43926 (the check value of the catalogue of CRC algorithms)', () => {
	expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
	expect(crc32(new TextEncoder().encode('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});
