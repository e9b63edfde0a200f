import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dayAt } from '#lib/core/schedule/day.ts';

const date = fc.record({
	year: fc.integer({ min: 1971, max: 2400 }),
	month: fc.integer({ min: 1, max: 12 }),
	date: fc.integer({ min: 1, max: 28 })
});

test('at 3:59 it is still yesterday, at 4:00 it is today', () => {
	const morning = { year: 2026, month: 11, date: 21 };
	expect(dayAt({ ...morning, hour: 4 }, 4) - dayAt({ ...morning, hour: 3 }, 4)).toBe(1);
});
test('with a rollover at midnight the day is the date', () => {
	expect(dayAt({ year: 1970, month: 1, date: 2, hour: 0 }, 0)).toBe(1);
});
test('the date of a day is the date on which it begins', () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }), (local, hour, rollover) => {
			const begun = hour >= rollover;
			if (begun) expect(dateOf(dayAt({ ...local, hour }, rollover))).toEqual(local);
		})
	);
});
test('days follow one another without a gap', () => {
	fc.assert(
		fc.property(date, (local) => {
			const day = dayAt({ ...local, hour: 12 }, 4);
			expect(dayAt({ ...dateOf(day + 1), hour: 12 }, 4)).toBe(day + 1);
		})
	);
});
