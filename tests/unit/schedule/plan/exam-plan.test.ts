import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examPlan, planExam, type ExamPlan } from '#lib/core/schedule/plan/exam-plan.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import { anyCards, anyDay, leftBehind, newCards, TODAY } from './plan-cards.ts';

type Planned = Extract<ExamPlan, { kind: 'plan' }>;

function planned(cards: readonly PlanCard[], days: number, minutesPerDay?: number, seed: string | number = 1): Planned {
	const plan = examPlan(cards, TODAY, TODAY + days, { seed, ...(minutesPerDay === undefined ? {} : { minutesPerDay }) });
	if (plan.kind !== 'plan') throw new Error(plan.kind);
	return plan;
}
const middle = ({ recallLow, recallHigh }: Planned) => (recallLow + recallHigh) / 2;

describe('there is nothing to plan', () => {
	test.each([
		['without cards', newCards(0), 30, 'empty'],
		['on the day itself', newCards(5), 0, 'today'],
		['once it is past', newCards(5), -1, 'past'],
		['if the day is none', newCards(5), NaN, 'past']
	] as const)('%s', (_, cards, days, kind) => {
		expect(examPlan(cards, TODAY, TODAY + days, { seed: 1 })).toEqual({ kind });
	});
});

describe('a plan for given minutes', () => {
	test('of none expects what would be recalled anyway', () => {
		// Recall 0.9 after as many days as the stability: two cards of 10 days, answered today, exam in 10 days.
		const cards = newCards(2).map(({ id }) => ({ id, stability: 10, difficulty: 5, lastDay: TODAY }));
		const plan = planned(cards, 10, 0);
		expect(plan).toMatchObject({ days: 10, minutesPerDay: 0 });
		expect(plan.recallWithout).toBeCloseTo(0.9, 6);
		expect(plan.recallLow).toBeLessThan(0.9);
		expect(plan.recallHigh).toBeGreaterThan(0.9);
	});
	test('that is enough for one new card a day leaves the others unseen', () => {
		// A new card takes 30 s, or 45 s if the first answer is "again": half a minute a day for two days is two cards of ten.
		const plan = planned(newCards(10), 2, 0.5);
		expect(plan.recallHigh).toBeLessThanOrEqual(0.2);
		expect(plan.recallLow).toBeGreaterThan(0.12);
		expect(plan.enough).toBe(false);
	});
	test('asks no more of a student than there is to learn', () => {
		const plan = planned(newCards(3), 5, 1440);
		expect(plan.recallLow).toBeGreaterThan(0.95);
		expect(plan.enough).toBe(true);
	});
});

describe('the limits of a day', () => {
	test.each([undefined, 600])('hold in a plan too: what they leave unseen is not expected to be recalled (minutes: %s)', (minutes) => {
		// Eight new cards a day for five days are forty of a hundred, also where 250 stand for 500.
		for (const [count, newPerDay] of [
			[100, 8],
			[500, 40]
		] as const) {
			const options = { seed: 1, newPerDay, reviewsPerDay: 120, ...(minutes === undefined ? {} : { minutesPerDay: minutes }) };
			const plan = examPlan(newCards(count), TODAY, TODAY + 5, options);
			expect(plan).toMatchObject({ kind: 'plan', enough: false });
			if (plan.kind !== 'plan') return;
			expect(plan.recallHigh).toBeLessThanOrEqual(0.4);
			expect(plan.recallLow).toBeGreaterThan(0.3);
		}
	});
	test.each([
		[100, 5],
		[200, 10],
		[900, 60],
		[60, 3]
	])('of new cards are named where they leave some unseen, with one at which it is enough: %d cards, %d days', (count, days) => {
		const plan = (newPerDay: number) => examPlan(newCards(count), TODAY, TODAY + days, { seed: 1, newPerDay, reviewsPerDay: 120 });
		const needed = Math.ceil(count / days);
		expect(plan(8)).toMatchObject({ enough: false, newLimit: { perDay: 8, needed } });
		expect(plan(needed)).toMatchObject({ enough: true });
		expect(plan(needed)).not.toHaveProperty('newLimit');
	});
	test('of new cards are not named where it is time that is short', () => {
		const plan = examPlan(newCards(1000), TODAY, TODAY + 1, { seed: 1, newPerDay: 9999, reviewsPerDay: 120 });
		expect(plan).toMatchObject({ enough: false });
		expect(plan).not.toHaveProperty('newLimit');
	});
	test('of reviews leave the rest to be forgotten', () => {
		const plan = (reviewsPerDay: number) => examPlan(leftBehind(100), TODAY, TODAY + 3, { seed: 1, minutesPerDay: 600, reviewsPerDay });
		const [none, few, all] = [plan(0), plan(10), plan(9999)].map((one) => (one.kind === 'plan' ? middle(one) : NaN)) as [
			number,
			number,
			number
		];
		expect(none).toBeLessThan(few);
		expect(few).toBeLessThan(all - 0.05);
	});
});

describe('a plan that suggests the minutes', () => {
	test('brings the middle student to 0.9 with the fewest that do', () => {
		for (const [count, days] of [
			[40, 14],
			[100, 30]
		] as const) {
			const plan = planned(newCards(count), days);
			expect(middle(plan)).toBeGreaterThan(0.87);
			expect(plan.enough).toBe(true);
			expect(middle(planned(newCards(count), days, plan.minutesPerDay - 1))).toBeLessThan(0.9);
		}
	});
	test('for an exam tomorrow suggests no more than helps, and says if that is too little', () => {
		const few = planned(newCards(10), 1);
		expect(few.minutesPerDay).toBeLessThanOrEqual(8);
		expect(few.enough).toBe(true);
		const many = planned(newCards(1000), 1);
		expect(many).toMatchObject({ minutesPerDay: 60, enough: false });
		expect(many.recallHigh).toBeLessThan(0.15);
	});
	test('never suggests more than an hour', () => {
		expect(planned(newCards(2000), 20).minutesPerDay).toBe(60);
	});
});

describe('laws', () => {
	test('recall lies between 0 and 1, low not over high, minutes not under 0: for hostile cards and days too', () => {
		fc.assert(
			fc.property(anyCards(12), anyDay, anyDay, fc.option(fc.double({ min: -5, max: 60 })), (cards, today, examDay, minutes) => {
				const plan = examPlan(cards, today, examDay, { seed: 3, ...(minutes === null ? {} : { minutesPerDay: minutes }) });
				if (plan.kind !== 'plan') return;
				const { recallLow, recallHigh, recallWithout, minutesPerDay, days } = plan;
				expect(recallLow).toBeGreaterThanOrEqual(0);
				expect(recallHigh).toBeGreaterThanOrEqual(recallLow);
				expect(recallHigh).toBeLessThanOrEqual(1);
				expect(recallWithout).toBeGreaterThanOrEqual(0);
				expect(recallWithout).toBeLessThanOrEqual(1);
				expect(minutesPerDay).toBeGreaterThanOrEqual(0);
				expect(days).toBeGreaterThanOrEqual(1);
			}),
			{ numRuns: 60 }
		);
	});
	test('the same seed gives the same plan, however the cards are ordered', () => {
		fc.assert(
			fc.property(
				anyCards(20).chain((cards) => fc.tuple(fc.constant(cards), fc.shuffledSubarray([...cards], { minLength: cards.length }))),
				fc.integer({ min: 1, max: 20 }),
				fc.string(),
				([cards, shuffled], days, seed) => {
					const options = { seed, minutesPerDay: 2 };
					expect(examPlan(shuffled, TODAY, TODAY + days, options)).toEqual(examPlan(cards, TODAY, TODAY + days, options));
				}
			),
			{ numRuns: 40 }
		);
	});
	test('more minutes never lower the recall noticeably', () => {
		fc.assert(
			fc.property(
				anyCards(30).filter((cards) => cards.length > 0),
				fc.integer({ min: 1, max: 25 }),
				fc.integer({ min: 0, max: 15 }),
				fc.integer({ min: 1, max: 15 }),
				(cards, days, minutes, more) => {
					const less = planned(cards, days, minutes);
					expect(middle(planned(cards, days, minutes + more))).toBeGreaterThan(middle(less) - 0.03);
				}
			),
			{ numRuns: 60 }
		);
	});
	test('studying brings more than not studying', () => {
		for (const days of [1, 5, 30])
			expect(planned(leftBehind(60), days, 5).recallLow).toBeGreaterThan(planned(leftBehind(60), days, 0).recallLow);
	});
	test('a few cards stand well for many: ten times the cards with ten times the minutes bring the same', () => {
		const many = planned(leftBehind(2000), 20, 40);
		const few = planned(leftBehind(200), 20, 4);
		expect(Math.abs(middle(many) - middle(few))).toBeLessThan(0.02);
	});
});

describe('the progress', () => {
	test('rises from 0 to 1, and stopping half way is asking no further', () => {
		const planning = planExam(newCards(50), TODAY, TODAY + 20, { seed: 1 });
		const progress: number[] = [];
		let turn = planning.next();
		for (; !turn.done; turn = planning.next()) progress.push(turn.value);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		expect(progress[0]).toBeLessThan(0.1);
		expect(progress.at(-1)).toBeLessThanOrEqual(1);
		expect(turn.value).toEqual(examPlan(newCards(50), TODAY, TODAY + 20, { seed: 1 }));
	});
});
