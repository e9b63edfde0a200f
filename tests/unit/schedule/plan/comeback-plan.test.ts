import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comingBackFrom } from '#lib/core/schedule/plan/away.ts';
import { comebackPlan, planComeback } from '#lib/core/schedule/plan/comeback-plan.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { anyCards, idOf, leftBehind, newCards, TODAY } from './plan-cards.ts';

const PARAMETERS = { ...DEFAULTS, newPerDay: 0 };
const plan = (cards: readonly PlanCard[], reviewsPerDay: number, seed: string | number = 1) =>
	comebackPlan(cards, TODAY, { reviewsPerDay, parameters: PARAMETERS, seed });
/** The typical day at whose end nothing is left, counted from today. */
function daysOf(cards: readonly PlanCard[], reviewsPerDay: number): number {
	const given = plan(cards, reviewsPerDay);
	return given.kind === 'ends' ? given.endDay - TODAY : given.kind === 'endless' ? 365 : 0;
}
/** Cards that will rest for months once they are answered, so that none comes back meanwhile. */
const wellHeld = (count: number) => leftBehind(count).map((card) => ({ ...card, stability: 300, difficulty: 1 }));

describe('coming back', () => {
	test('with nothing due there is no backlog', () => {
		expect(plan(newCards(5), 10)).toEqual({ kind: 'nothing-due' });
		expect(plan([{ id: idOf(1), stability: 5, difficulty: 5, lastDay: TODAY - 1, dueDay: TODAY + 4 }], 10)).toEqual({
			kind: 'nothing-due'
		});
	});
	test('a backlog within the limit ends today, and says what it takes', () => {
		expect(plan(wellHeld(20), 20)).toMatchObject({
			kind: 'ends',
			waiting: 20,
			endDay: TODAY,
			earliest: TODAY,
			latest: TODAY,
			minutesPerDay: 5
		});
	});
	test('at 10 a day 30 cards that do not come back meanwhile take three days', () => {
		expect(plan(wellHeld(30), 10)).toMatchObject({ kind: 'ends', waiting: 30, endDay: TODAY + 2 });
	});
	test('what was answered today already is not left of the limit', () => {
		const options = { reviewsPerDay: 10, parameters: PARAMETERS, seed: 1 };
		expect(comebackPlan(wellHeld(30), TODAY, { ...options, reviewsLeftToday: 0 })).toMatchObject({ endDay: TODAY + 3 });
		expect(comebackPlan(wellHeld(30), TODAY, { ...options, reviewsLeftToday: 99 })).toMatchObject({ endDay: TODAY + 2 });
	});
	test('what comes back meanwhile counts', () => {
		expect(daysOf(wellHeld(240), 60)).toBe(3);
		expect(daysOf(leftBehind(240), 60)).toBeGreaterThan(3);
	});
	test('new cards of the day make it later', () => {
		const cards = [...leftBehind(240), ...newCards(500).map((_, index) => ({ id: idOf(1000 + index) }))];
		const at = (newPerDay: number) => comebackPlan(cards, TODAY, { reviewsPerDay: 50, parameters: { ...DEFAULTS, newPerDay }, seed: 1 });
		const [none, some] = [at(0), at(8)];
		if (none.kind !== 'ends' || some.kind !== 'ends') throw new Error('endless');
		expect(some.endDay).toBeGreaterThan(none.endDay);
		expect(some.minutesPerDay).toBeGreaterThan(none.minutesPerDay);
	});
	test('at a limit at which it never ends it says which would do', () => {
		const cards = leftBehind(2000);
		const given = plan(cards, 20);
		expect(given).toMatchObject({ kind: 'endless', waiting: 2000, reviewsPerDay: 20 });
		const enough = given.kind === 'endless' ? (given.enoughPerDay ?? 0) : 0;
		expect(enough % 10).toBe(0);
		expect(daysOf(cards, enough)).toBeLessThanOrEqual(75);
		expect(plan(cards, enough).kind).toBe('ends');
	});
});

describe('laws', () => {
	test('a larger limit never makes it later', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 150 }),
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 1, max: 60 }),
				(count, limit, more) => {
					// By a day it may: a card answered sooner may be forgotten sooner.
					expect(daysOf(leftBehind(count), limit + more)).toBeLessThanOrEqual(daysOf(leftBehind(count), limit) + 1);
				}
			),
			{ numRuns: 40 }
		);
	});
	test('days are never before today, earliest not after latest, minutes not under 1, nothing is NaN: for hostile cards too', () => {
		const limit = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(NaN, -3, Infinity, 0.5));
		const parameters = fc.record({
			desiredRetention: fc.constantFrom(0.9, 0.7, 0, 2, NaN),
			longestIntervalDays: fc.constantFrom(365, 1, 0, -1, NaN),
			newPerDay: fc.constantFrom(0, 8, -1, NaN),
			fuzz: fc.boolean()
		});
		fc.assert(
			fc.property(anyCards(15), limit, parameters, (cards, reviewsPerDay, own) => {
				const given = comebackPlan(cards, TODAY, { reviewsPerDay, parameters: { ...DEFAULTS, ...own }, seed: 5 });
				if (given.kind === 'nothing-due') return;
				expect(given.minutesPerDay).toBeGreaterThanOrEqual(1);
				expect(given.waiting).toBeGreaterThanOrEqual(1);
				expect(given.reviewsPerDay).toBeGreaterThanOrEqual(0);
				if (given.kind === 'endless') return;
				expect(given.earliest).toBeGreaterThanOrEqual(TODAY);
				expect(given.endDay).toBeGreaterThanOrEqual(given.earliest);
				expect(given.latest).toBeGreaterThanOrEqual(given.endDay);
			}),
			{ numRuns: 60 }
		);
	});
	test('the same seed gives the same plan, however the cards are ordered', () => {
		fc.assert(
			fc.property(
				anyCards(20).chain((cards) => fc.tuple(fc.constant(cards), fc.shuffledSubarray([...cards], { minLength: cards.length }))),
				fc.string(),
				([cards, shuffled], seed) => {
					expect(plan(shuffled, 3, seed)).toEqual(plan(cards, 3, seed));
				}
			),
			{ numRuns: 30 }
		);
	});
	test('the progress rises from 0 to 1', () => {
		const progress = [...planComeback(leftBehind(900), TODAY, { reviewsPerDay: 10, parameters: DEFAULTS, seed: 1 })];
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		expect(progress.at(-1)).toBeLessThanOrEqual(1);
	});
});

describe('the time away', () => {
	const card = (index: number, lastDay: number, dueDay: number): PlanCard => ({
		id: idOf(index),
		stability: 5,
		difficulty: 5,
		lastDay,
		dueDay
	});
	const before = [card(1, TODAY - 12, TODAY - 7), card(2, TODAY - 13, TODAY - 2)];

	test('is counted from the last answer', () => {
		expect(comingBackFrom(before, TODAY)).toEqual({ leftOn: TODAY - 12, backOn: TODAY, days: 12 });
	});
	test('stays the same over the answers of the first day back and of those after, while cards still wait from then', () => {
		const today = [card(1, TODAY, TODAY + 5), ...before.slice(1)];
		expect(comingBackFrom(today, TODAY)).toMatchObject({ leftOn: TODAY - 13, backOn: TODAY });
		expect(comingBackFrom(today, TODAY + 1)).toMatchObject({ leftOn: TODAY - 13, backOn: TODAY });
		expect(comingBackFrom([card(1, TODAY, TODAY + 5), card(2, TODAY, TODAY + 5)], TODAY + 1)).toBeUndefined();
	});
	test('begins with a week', () => {
		expect(comingBackFrom([card(1, TODAY - 7, TODAY - 1)], TODAY)).toMatchObject({ days: 7 });
	});
	test('under a week is none, and neither is a rest in which nothing was due', () => {
		expect(comingBackFrom([card(1, TODAY - 6, TODAY - 1)], TODAY)).toBeUndefined();
		expect(comingBackFrom([card(1, TODAY - 30, TODAY + 5)], TODAY)).toBeUndefined();
		expect(comingBackFrom([], TODAY)).toBeUndefined();
		expect(comingBackFrom(newCards(4), TODAY)).toBeUndefined();
	});
});
