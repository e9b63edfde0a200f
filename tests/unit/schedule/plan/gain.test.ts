import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cappedInterval, examGain, examOrder } from '#lib/core/schedule/plan/gain.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import { anyCard, anyCards, anyDay, idOf, TODAY } from './plan-cards.ts';

const PACE = { reviewMs: 15_000, newMs: 30_000 };

// By the golden vectors of the forgetting curve (memory.test.ts): recall 0.9 four days after a stability of 4, 0.8261359 five days
// after one of 2.
const NINE_TENTHS: PlanCard = { id: idOf(1), stability: 4, difficulty: 5, lastDay: TODAY - 4 };
const LESS: PlanCard = { id: idOf(2), stability: 2, difficulty: 5, lastDay: TODAY - 5 };
const NEW: PlanCard = { id: idOf(3) };

describe('the gain', () => {
	test.each([
		// What is answered on the day itself is recalled: 1 - 0.9 for 15 s and in 1 of 10 cases as much again.
		['held at 0.9', NINE_TENTHS, 0.1 / (16.5 / 60)],
		['held at 0.826', LESS, 0.1738641 / (17.6079615 / 60)],
		// Nothing is recalled of a card never seen: 1 for 30 s and in 24 of 100 cases a review more.
		['never answered', NEW, 1 / (33.6 / 60)]
	])('on the exam day of a card %s is what is missing, by the minutes it takes', (_, card, gain) => {
		expect(examGain(card, TODAY, TODAY, PACE)).toBeCloseTo(gain, 4);
	});

	test('is spread over success and failure', () => {
		// After "good" a new card's stability is 2.3065 (recall 0.9 on the day 2.3065), after "again" and relearning far less.
		const gain = examGain(NEW, TODAY, TODAY + 2, PACE) * (33.6 / 60);
		expect(gain).toBeGreaterThan(0.76 * 0.9);
		expect(gain).toBeLessThan(0.76 * 0.92 + 0.24 * 0.92);
	});

	test('is nothing once the exam is past, and for a card answered today', () => {
		expect(examGain(LESS, TODAY, TODAY - 1, PACE)).toBe(0);
		expect(examGain({ ...LESS, lastDay: TODAY }, TODAY, TODAY + 5, PACE)).toBe(0);
	});

	test('of a student who takes twice as long is half as large', () => {
		const slow = { reviewMs: 30_000, newMs: 60_000 };
		for (const card of [LESS, NEW])
			expect(examGain(card, TODAY, TODAY + 7, slow)).toBeCloseTo(examGain(card, TODAY, TODAY + 7, PACE) / 2, 10);
	});

	test('is a number within reason, whatever the card, the days and the pace', () => {
		const ms = fc.oneof(fc.double(), fc.constantFrom(0, -1, NaN, Infinity));
		fc.assert(
			fc.property(anyCard, anyDay, anyDay, fc.record({ reviewMs: ms, newMs: ms }), (card, today, examDay, pace) => {
				const gain = examGain({ ...card, id: idOf(1) }, today, examDay, pace);
				return Number.isFinite(gain) && Math.abs(gain) <= 60;
			})
		);
	});
});

describe('the order before an exam', () => {
	test('is by gain a minute, new cards by the same measure', () => {
		expect(examOrder([NINE_TENTHS, LESS, NEW], TODAY, TODAY, PACE).map(({ id }) => id)).toEqual([NEW.id, LESS.id, NINE_TENTHS.id]);
		// For a student who takes ten minutes to learn a new card it comes last: 1 in 10.06 minutes.
		const order = examOrder([NINE_TENTHS, LESS, NEW], TODAY, TODAY, { ...PACE, newMs: 600_000 });
		expect(order.map(({ id }) => id)).toEqual([LESS.id, NINE_TENTHS.id, NEW.id]);
		expect(order.at(-1)?.ms).toBeCloseTo(603_600, 6);
	});

	test('leaves out what was answered today, and everything once the exam is past', () => {
		expect(examOrder([{ ...LESS, lastDay: TODAY }, NEW], TODAY, TODAY + 9).map(({ id }) => id)).toEqual([NEW.id]);
		expect(examOrder([LESS, NEW], TODAY, TODAY - 1)).toEqual([]);
		expect(examOrder([], TODAY, TODAY + 9)).toEqual([]);
	});

	test('offers only gains above 0, falling, and no card twice', () => {
		fc.assert(
			fc.property(anyCards(40), anyDay, anyDay, (cards, today, examDay) => {
				const order = examOrder(cards, today, examDay);
				expect(new Set(order.map(({ id }) => id)).size).toBe(order.length);
				expect(order.every(({ gain, ms }) => gain > 0 && ms > 0)).toBe(true);
				expect(order.map(({ gain }) => gain)).toEqual(order.map(({ gain }) => gain).sort((a, b) => b - a));
				const answered = cards.filter(({ stability = 0, lastDay }) => stability > 0 && lastDay === today).map(({ id }) => id);
				expect(order.filter(({ id }) => answered.includes(id))).toEqual([]);
			})
		);
	});

	test('does not depend on the order in which the cards come', () => {
		fc.assert(
			fc.property(
				anyCards(40).chain((cards) => fc.tuple(fc.constant(cards), fc.shuffledSubarray([...cards], { minLength: cards.length }))),
				fc.integer({ min: 0, max: 60 }),
				([cards, shuffled], days) => {
					expect(examOrder(shuffled, TODAY, TODAY + days)).toEqual(examOrder(cards, TODAY, TODAY + days));
				}
			)
		);
	});

	test('puts equal gains in the order of their keys', () => {
		const order = examOrder([{ id: idOf(3) }, { id: idOf(1) }, { id: idOf(2) }], TODAY, TODAY + 9);
		expect(order.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
	});
});

describe('a capped interval', () => {
	test.each([
		[30, 10, 10],
		[4, 10, 4],
		[30, 1, 1],
		[30, 0, 30],
		[30, -5, 30]
	])('of %d days with %d left is %d', (days, left, capped) => {
		expect(cappedInterval(days, TODAY, TODAY + left)).toBe(capped);
	});

	test('never leads past an exam that is still to come, and is never under a day', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 1, max: 400 }), (days, left) => {
				const capped = cappedInterval(days, TODAY, TODAY + left);
				return capped >= 1 && capped <= days && TODAY + capped <= TODAY + left;
			})
		);
	});
});
