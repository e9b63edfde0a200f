import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examMinutes, spentOn } from '#lib/core/schedule/plan/exam-minutes.ts';
import { examPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import { anyCards, anyDay, idOf, leftBehind, newCards, TODAY } from './plan-cards.ts';

const PACE = { reviewMs: 15_000, newMs: 30_000 };
const LIMITS = { pace: PACE, newPerDay: 9999, reviewsPerDay: 9999 };

describe('the minutes that an exam takes a day', () => {
	test('are the fewest that bring the middle student to 0.9', () => {
		for (const [count, days] of [
			[40, 14],
			[100, 30],
			[300, 20]
		] as const) {
			const minutes = examMinutes(newCards(count), TODAY, TODAY + days, LIMITS);
			const middle = (minutesPerDay: number) => {
				const plan = examPlan(newCards(count), TODAY, TODAY + days, { ...LIMITS, minutesPerDay, seed: 1 });
				return plan.kind === 'plan' ? (plan.recallLow + plan.recallHigh) / 2 : NaN;
			};
			expect(middle(1.15 * minutes)).toBeGreaterThan(0.89);
			expect(middle(0.85 * minutes)).toBeLessThan(0.9);
		}
	});
	test('are none on the day itself, after it, and if the day is none', () => {
		for (const days of [0, -1, NaN]) expect(examMinutes(newCards(5), TODAY, TODAY + days, LIMITS)).toBe(0);
	});
	test('lie between 1 and 60, for hostile cards too', () => {
		fc.assert(
			fc.property(anyCards(20), anyDay, anyDay, (cards, today, examDay) => {
				const minutes = examMinutes(cards, today, examDay, LIMITS);
				return minutes === 0 || (minutes >= 1 && minutes <= 60.001);
			}),
			{ numRuns: 60 }
		);
	});
	test('do not depend on the order in which the cards come', () => {
		fc.assert(
			fc.property(
				anyCards(40).chain((cards) => fc.tuple(fc.constant(cards), fc.shuffledSubarray([...cards], { minLength: cards.length }))),
				fc.integer({ min: 1, max: 60 }),
				([cards, shuffled], days) => {
					expect(examMinutes(shuffled, TODAY, TODAY + days, LIMITS)).toBe(examMinutes(cards, TODAY, TODAY + days, LIMITS));
				}
			),
			{ numRuns: 40 }
		);
	});
	test('are as many for ten times the cards as ten times as many', () => {
		const few = examMinutes(leftBehind(100), TODAY, TODAY + 20, LIMITS);
		const many = examMinutes(leftBehind(1000), TODAY, TODAY + 20, LIMITS);
		expect(Math.abs(many / few - 10)).toBeLessThan(2);
	});
	test('are for a student who takes twice as long twice as many', () => {
		const slow = { ...LIMITS, pace: { reviewMs: 30_000, newMs: 60_000 } };
		const ratio = examMinutes(newCards(100), TODAY, TODAY + 20, slow) / examMinutes(newCards(100), TODAY, TODAY + 20, LIMITS);
		expect(Math.abs(ratio - 2)).toBeLessThan(0.25);
	});
});

test('what was studied today is what was answered today, new cards and reviews apart', () => {
	const known = { stability: 4, difficulty: 5 };
	const cards = [
		{ id: idOf(1) },
		{ id: idOf(2), ...known, firstDay: TODAY, lastDay: TODAY },
		{ id: idOf(3), ...known, firstDay: TODAY - 4, lastDay: TODAY },
		{ id: idOf(4), ...known, firstDay: TODAY - 4, lastDay: TODAY - 1 }
	];
	const { fresh, reviews, ms } = spentOn(cards, TODAY, PACE);
	expect([fresh, reviews]).toEqual([1, 1]);
	expect(ms).toBeGreaterThan(45_000);
	expect(ms).toBeLessThan(60_000);
});
