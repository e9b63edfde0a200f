import fc from 'fast-check';
import { FSRSAlgorithm } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { Rating } from '#lib/core/review/entry.ts';
import { fuzzedDays, intervalDays, remember, retrievability, type Memory } from '#lib/core/schedule/memory.ts';

const RATING: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const rating = fc.constantFrom(...RATING);
const memory = fc.record({
	stability: fc.double({ min: 0.01, max: 3650, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true })
});
const elapsed = fc.integer({ min: 0, max: 4000 });

/** Relative tolerance 1e-4, as the vectors of the reference implementations are rounded. */
function near(value: number, expected: number) {
	expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-4);
}

describe('golden vectors of FSRS-6 with default weights', () => {
	// fsrs-rs, inference.rs: ratings 1,3,3,3,3,3 after 0,0,1,3,8,21 days
	test('six ratings give the memory that fsrs-rs gives', () => {
		const after = [
			['again', 0],
			['good', 0],
			['good', 1],
			['good', 3],
			['good', 8],
			['good', 21]
		] as const;
		const end = after.reduce<Memory | undefined>((state, [rated, days]) => remember(state, days, rated), undefined);
		near(end?.stability ?? 0, 53.62691);
		near(end?.difficulty ?? 0, 6.3574867);
	});

	// fsrs-rs, model.rs
	test.each([
		['again', 1.596818],
		['hard', 5],
		['good', 5],
		['easy', 8.12961]
	] as const)('from a stability of 5 days, %s on the same day gives %d', (rated, stability) => {
		near(remember({ stability: 5, difficulty: 5 }, 0, rated).stability, stability);
	});

	// fsrs-rs, model.rs
	test.each([
		[0, 1, 1],
		[1, 2, 0.9403443],
		[2, 3, 0.9253786],
		[3, 4, 0.9185229],
		[4, 4, 0.9],
		[5, 2, 0.8261359]
	])('after %d days at a stability of %d the chance of recall is %d', (days, stability, chance) => {
		near(retrievability({ stability, difficulty: 5 }, days), chance);
	});
});

test('the memory and the chance of recall are those of ts-fsrs, to the last bit', () => {
	const fsrs = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: true });
	fc.assert(
		fc.property(fc.option(memory, { nil: undefined }), elapsed, rating, (before, days, rated) => {
			expect(remember(before, days, rated)).toEqual(fsrs.next_state(before ?? null, days, RATING.indexOf(rated) + 1));
			if (before) expect(retrievability(before, days)).toBe(fsrs.forgetting_curve(days, before.stability));
		}),
		{ numRuns: 2000 }
	);
});

describe('laws of memory', () => {
	test('difficulty stays between 1 and 10 and stability above 0, whatever happens', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(elapsed, rating), { minLength: 1, maxLength: 60, size: 'max' }), (history) => {
				const end = history.reduce<Memory | undefined>((state, [days, rated]) => remember(state, days, rated), undefined);
				return end !== undefined && end.difficulty >= 1 && end.difficulty <= 10 && end.stability > 0 && Number.isFinite(end.stability);
			})
		);
	});

	test('forgetting never raises stability', () => {
		fc.assert(fc.property(memory, elapsed, (held, days) => remember(held, days, 'again').stability <= held.stability + 1e-8));
	});

	test('a better rating never gives a lower stability', () => {
		fc.assert(
			fc.property(memory, elapsed, (held, days) => {
				const stabilities = RATING.map((rated) => remember(held, days, rated).stability);
				return stabilities.every((stability, index) => index === 0 || stability >= (stabilities[index - 1] ?? 0) - 1e-8);
			})
		);
	});

	test('the chance of recall falls with time, from 1 to above 0', () => {
		fc.assert(
			fc.property(memory, elapsed, (held, days) => {
				const now = retrievability(held, days);
				return now > 0 && now <= 1 && retrievability(held, days + 1) <= now;
			})
		);
	});

	test('at a desired retention of 0.9 the interval is the stability, in whole days within bounds', () => {
		fc.assert(
			fc.property(memory, ({ stability }) => intervalDays(stability, 0.9, 365) === Math.min(365, Math.max(1, Math.round(stability))))
		);
	});

	test('a higher desired retention never gives a longer interval', () => {
		fc.assert(
			fc.property(memory, fc.double({ min: 0.7, max: 0.96, noNaN: true }), ({ stability }, retention) => {
				return intervalDays(stability, retention + 0.01, 36_500) <= intervalDays(stability, retention, 36_500);
			})
		);
	});

	test('fuzz keeps an interval whole, within its range and under the longest', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 365 }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (days, chance) => {
				const fuzzed = fuzzedDays(days, 365, chance);
				const spread = Math.max(2, days * 0.2 + 2);
				return Number.isInteger(fuzzed) && fuzzed >= 1 && fuzzed <= 365 && Math.abs(fuzzed - days) <= spread;
			})
		);
	});
});
