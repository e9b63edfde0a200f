import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { compareEntries, merge } from '#lib/core/review/log.ts';
import { packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { extend } from '#lib/core/schedule/extend.ts';
import { rebuild } from '#lib/core/schedule/rebuild.ts';
import { advanceBase, fold, replay } from '#lib/core/schedule/replay.ts';
import { logArb, told } from '../log-arbitraries.ts';

function segmentOf(entries: readonly Entry[]): Segment {
	const read = readSegment(packSegment(entries));
	if ('damage' in read) throw new Error(read.damage);
	return read.segment;
}

/** A log cut into two at a place of its order. */
const cutLogArb = logArb.chain((log) =>
	fc.nat({ max: log.length }).map((at) => {
		const sorted = [...log].sort(compareEntries);
		return { log, before: sorted.slice(0, at), after: sorted.slice(at) };
	})
);

const HOUR_MS = 3_600_000;
const about = (id: string, hour: number) => ({ id: id as Entry['id'], at: hour * HOUR_MS });
const review = (id: string, hour: number): Entry => ({
	...about(id, hour),
	kind: 'review',
	day: 0,
	cardId: 'power/a/main' as CardId,
	rating: 'good',
	outcome: 'self',
	hints: 0,
	tookMs: 1000
});
const redate = (id: string, hour: number, of: string): Entry => ({
	...about(id, hour),
	kind: 'redate',
	entryIds: [of as Entry['id']],
	shiftMs: 0,
	shiftDays: 0
});
const retraction = (id: string, hour: number, of: string): Entry => ({
	...about(id, hour),
	kind: 'retraction',
	entryId: of as Entry['id']
});

describe('what follows from a log', () => {
	test('does not depend on the order in which its entries arrive', () => {
		fc.assert(
			fc.property(
				logArb.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length }))),
				([log, shuffled]) => {
					expect(told(fold(shuffled))).toBe(told(fold(log)));
				}
			),
			{ numRuns: 400 }
		);
	});
	test('is the same from segments, however the log is cut into them and whatever they share', () => {
		fc.assert(
			fc.property(logArb, fc.array(fc.nat({ max: 3 }), { minLength: 45, maxLength: 45 }), (log, places) => {
				const parts = [0, 1, 2].map((part) => log.filter((_, at) => places[at] === part || places[at] === 3));
				const whole = rebuild(parts.map(segmentOf));
				expect(told(whole)).toBe(told(fold(log)));
			}),
			{ numRuns: 600 }
		);
	});
	test('is the same from segments that lie one behind the other, wherever the log is cut into them', () => {
		fc.assert(
			fc.property(logArb, fc.array(fc.nat({ max: 45 }), { maxLength: 4 }), fc.array(fc.nat(4)), (log, cuts, turns) => {
				const sorted = [...log].sort(compareEntries);
				const places = [0, ...cuts.sort((a, b) => a - b), sorted.length];
				const parts = places.slice(1).map((to, at) => segmentOf(sorted.slice(places[at], to)));
				for (const turn of turns) parts.push(...parts.splice(turn, 1));
				expect(told(rebuild(parts))).toBe(told(fold(log)));
			}),
			{ numRuns: 600 }
		);
	});
	test('is the same from a base and the entries behind it, wherever the log is cut, unless these reach back', () => {
		let continued = 0;
		fc.assert(
			fc.property(cutLogArb, ({ log, before, after }) => {
				const base = rebuild([segmentOf(before)]);
				const progress = replay(base, after);
				if (progress === undefined) return;
				continued += 1;
				expect(told(progress)).toBe(told(fold(log)));
			}),
			{ numRuns: 1000 }
		);
		expect(continued).toBeGreaterThan(100);
	});
	test('is the same from a base that knows what the entries behind it correct, through a checkpoint', () => {
		let continued = 0;
		fc.assert(
			fc.property(cutLogArb, ({ log, before, after }) => {
				const base = rebuild([segmentOf(before)], after);
				const bytes = packCheckpoint(base);
				const read = bytes ? readCheckpoint(bytes) : base;
				const progress = read && replay(read, after);
				if (progress === undefined) return;
				continued += 1;
				expect(told(progress)).toBe(told(fold(log)));
			}),
			{ numRuns: 1000 }
		);
		expect(continued).toBeGreaterThan(300);
	});
	test('is the same from a base that was moved on, as long as nothing reaches back', () => {
		let continued = 0;
		fc.assert(
			fc.property(cutLogArb, fc.nat(45), ({ log, before, after }, cut) => {
				const moved = advanceBase(rebuild([segmentOf(before)], after), after, after[cut] ?? { at: Infinity, id: '' as Entry['id'] });
				const progress = moved && replay(moved.base, moved.tail);
				if (progress === undefined) return;
				continued += 1;
				expect(told(progress)).toBe(told(fold(log)));
			}),
			{ numRuns: 1000 }
		);
		expect(continued).toBeGreaterThan(300);
	});
	test('is the same when one more entry is added at its end', () => {
		let extended = 0;
		fc.assert(
			fc.property(cutLogArb, ({ before, after }) => {
				const [entry] = after;
				if (entry === undefined) return;
				const more = extend(fold(before), entry);
				if (more === undefined) return;
				extended += 1;
				expect(told(more)).toBe(told(fold([...before, entry])));
			}),
			{ numRuns: 1000 }
		);
		expect(extended).toBeGreaterThan(200);
	});
	test('is the same when entries come one by one, each folded on top of the last result', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				const sorted = [...log].sort(compareEntries);
				let seen: readonly Entry[] = [];
				for (const entry of sorted) {
					seen = merge(seen, [entry]);
					const base = rebuild([segmentOf(seen.slice(0, -3))]);
					const progress = replay(base, seen.slice(-3));
					if (progress) expect(told(progress)).toBe(told(fold(seen)));
				}
			}),
			{ numRuns: 60 }
		);
	});
	test.each<readonly [string, readonly Entry[], readonly Entry[], number]>([
		[
			'a retraction that is in the base, and redated behind it',
			[review('a', 0)],
			[retraction('b', 1, 'later'), redate('c', 9, 'b'), review('d', 9)],
			1
		],
		[
			'an unknown entry that is in the base, and redated behind it',
			[],
			[{ kind: 'unheard-of', id: 'a', at: 0 } as never, redate('b', 9, 'a')],
			1
		],
		[
			'an answer that is redated in the moment in which the base ends',
			[review('a', 0)],
			[review('b', 5), redate('c', 5, 'a'), review('d', 6)],
			1
		]
	])('is the same from a base that was moved on, with %s', (_, before, after, cut) => {
		const moved = advanceBase(rebuild([segmentOf(before)], after), after, after[cut] as Entry);
		const progress = moved && replay(moved.base, moved.tail);
		expect(progress && told(progress)).toBe(told(fold([...before, ...after])));
	});
});
