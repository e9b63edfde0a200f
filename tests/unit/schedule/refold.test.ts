import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Rating, Review } from '#lib/core/review/entry.ts';
import { compareEntries, merge } from '#lib/core/review/log.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { extend } from '#lib/core/schedule/extend.ts';
import { movedOn, refold, type Folded } from '#lib/core/schedule/refold.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import { fold, replay } from '#lib/core/schedule/replay.ts';
import { review, segmentOf, uuid } from '../../logs.ts';
import { logArb, told } from '../log-arbitraries.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A log: entries that are sealed, and rows. Each stands in one of two segments, in a row, or in both. */
const keptArb = logArb.chain((log) =>
	fc.array(fc.integer({ min: 1, max: 7 }), { minLength: log.length, maxLength: log.length }).map((places) => {
		const at = (bit: number) => log.filter((_, index) => ((places[index] ?? 0) >> bit) & 1);
		const sealed = [at(0), at(1)].filter((entries) => entries.length > 0);
		return { log, sealed, rows: merge(at(2), []) };
	})
);

/**
 * What is said of a log, but for corrections of entries that are there: of those that mean nothing by themselves (other corrections, and
 * kinds unknown to this version) a base may still list some as waited for, and nothing comes of it.
 */
function toldOf(progress: Progress, log: readonly Entry[]): string {
	const there = new Set(log.map(({ id }) => id));
	const { retracted, shifts } = progress.pending;
	const pending = {
		retracted: new Set([...retracted].filter((id) => !there.has(id))),
		shifts: new Map([...shifts].filter(([id]) => !there.has(id)))
	};
	return told({ ...progress, pending });
}

/** As the next start has it: from the checkpoint and the rows behind its end. Undefined without one. */
function started({ base }: Folded, rows: readonly Entry[]): Folded | undefined {
	const bytes = packCheckpoint(base);
	const read = bytes && readCheckpoint(bytes);
	if (read === undefined) return undefined;
	const { end } = read;
	const tail = rows.filter((row) => end === undefined || compareEntries(row, end) > 0);
	const progress = replay(read, tail);
	if (progress === undefined) throw new Error('What was kept can be continued.');
	return { base: read, tail, progress };
}

describe('a log that is folded at any moment, wherever its entries lie before and after that, redated or not', () => {
	test('says what its fold says, through checkpoints, with what is answered from then on, and moved on from day to day', () => {
		const count = { continued: 0, ahead: 0, carried: 0, settled: 0, extended: 0, moved: 0 };
		fc.assert(
			fc.property(
				keptArb,
				fc.integer({ min: -50, max: 450 }),
				fc.array(fc.tuple(logArb, fc.integer({ min: 0, max: 60 })), { maxLength: 6 }),
				({ log, sealed, rows: kept }, hour, later) => {
					let now = hour * HOUR;
					let [rows, all] = [kept, log];
					let folded = refold(sealed.map(segmentOf), rows, Math.floor(now / DAY) - 2, now);
					expect(toldOf(folded.progress, all)).toBe(toldOf(fold(all), all));
					for (const [others, wait] of later) {
						const next = started(folded, rows);
						if (next !== undefined && (next.base.end?.at ?? 0) <= now) {
							count.continued += 1;
							count.carried += Number(next.base.carried.length > 0);
							count.settled += Number(next.base.settled.size > 0);
							count.ahead += Number((next.base.reach?.at ?? 0) < (next.base.last?.at ?? 0) && (next.base.last?.at ?? 0) > now);
							expect(toldOf(next.progress, all)).toBe(toldOf(fold(all), all));
							folded = next;
						}
						now += wait * HOUR;
						const [other] = others;
						if (other === undefined) continue;
						const there = all.find(({ id }) => id === other.id);
						// An entry that is there may come again.
						const entry = there ?? { ...other, at: now, ...('day' in other ? { day: Math.floor(now / DAY) } : {}) };
						[rows, all] = [merge(rows, [entry]), merge(all, [entry])];
						const tail = merge(folded.tail, [entry]);
						const extended = there ? undefined : extend(folded.progress, entry);
						if (extended) expect(toldOf(extended, all)).toBe(toldOf(fold(all), all));
						count.extended += Number(extended !== undefined);
						const progress = replay(folded.base, tail);
						if (progress === undefined) {
							folded = refold(sealed.map(segmentOf), rows, Math.floor(now / DAY) - 2, now);
						} else {
							expect(toldOf(progress, all)).toBe(toldOf(fold(all), all));
							folded = { ...folded, tail, progress };
						}
						const moved = movedOn(folded, Math.floor(now / DAY) - 1, now);
						count.moved += Number(moved !== undefined);
						if (moved) expect(toldOf(moved.progress, all)).toBe(toldOf(fold(all), all));
						folded = moved ?? folded;
					}
				}
			),
			{ numRuns: 600 }
		);
		expect(count.continued).toBeGreaterThan(600);
		expect(count.ahead).toBeGreaterThan(400);
		expect(count.carried).toBeGreaterThan(300);
		expect(count.settled).toBeGreaterThan(60);
		expect(count.extended).toBeGreaterThan(150);
		expect(count.moved).toBeGreaterThan(500);
	});
	test('so too where a correction stands in the very moment before which the base rests', () => {
		const [first, second] = [
			{ ...review('z', 3.2 * DAY), day: 3 },
			{ ...review(uuid(2), 4.4 * DAY), day: 4 }
		];
		const redate: Entry = { kind: 'redate', id: uuid(1), at: first.at, entryIds: [second.id], shiftMs: HOUR, shiftDays: 0 };
		const { base, progress, tail } = refold([segmentOf([first, second])], [redate], 2, 4.3 * DAY);
		expect(told(progress)).toBe(told(fold([first, second, redate])));
		const moved = movedOn({ base, progress, tail }, 3, 4.3 * DAY);
		expect(moved && told(moved.progress)).toBe(told(fold([first, second, redate])));
	});
	test('so too where a redating is taken back by an entry that stands before it', () => {
		const back: Entry = { kind: 'retraction', id: uuid(4), at: 29 * HOUR, entryId: uuid(5) };
		const answer = { ...review(uuid(3), 54 * HOUR), day: 2 };
		const redate: Entry = { kind: 'redate', id: uuid(5), at: 54 * HOUR, entryIds: [uuid(6)], shiftMs: HOUR, shiftDays: 0 };
		const moved = movedOn(refold([segmentOf([back])], [answer, redate], 0, 54 * HOUR), 1, 54 * HOUR);
		expect(moved && told(moved.progress)).toBe(told(fold([back, answer, redate])));
	});
	test('so too where a sealed entry of an unknown kind is redated by one that lies ahead', () => {
		const foreign = { kind: 'from-the-future', id: uuid(1), at: 0 } as Entry;
		const redate: Entry = { kind: 'redate', id: uuid(2), at: 12 * DAY, entryIds: [foreign.id], shiftMs: DAY, shiftDays: 1 };
		expect(told(refold([segmentOf([foreign, redate])], [], -2, 0).progress)).toBe(told(fold([foreign, redate])));
	});
	test('so too where an answer that was sealed long ago is redated to today, and another lies ahead', () => {
		const at = (name: number, day: number, rating: Rating = 'good'): Review => ({
			...review(uuid(name), day * DAY),
			day: Math.floor(day),
			rating
		});
		const [old, misdated, today, ahead] = [at(1, 9), at(2, 10, 'again'), at(3, 100.2), at(4, 200)];
		const redate: Entry = { kind: 'redate', id: uuid(5), at: 100.5 * DAY, entryIds: [misdated.id], shiftMs: 90.4 * DAY, shiftDays: 90 };
		const { progress, base } = refold([segmentOf([old, misdated])], [today, redate, ahead], 98, 100.6 * DAY);
		expect(told(progress)).toBe(told(fold([old, misdated, today, redate, ahead])));
		expect(base.end?.at).toBeLessThanOrEqual(100.6 * DAY);
	});
});
