import fc from 'fast-check';
import type { CardId } from '#lib/core/card/card.ts';
import type { PlanCard } from '#lib/core/schedule/plan/plan-card.ts';

export const TODAY = 20_000;

export const idOf = (index: number) => `d/n${index}/main` as CardId;

/** Cards that were never answered. */
export function newCards(count: number): readonly PlanCard[] {
	return Array.from({ length: count }, (_, index) => ({ id: idOf(index) }));
}

/** Cards that have waited since a student left 12 days ago, the due days spread over the time since. */
export function leftBehind(count: number): readonly PlanCard[] {
	return Array.from({ length: count }, (_, index) => ({
		id: idOf(index),
		stability: 3 + ((index * 7) % 20),
		difficulty: 3 + (index % 6),
		lastDay: TODAY - 12 - (index % 9),
		dueDay: TODAY - (index % 12)
	}));
}

/** A card as a table of states may hold it, some with nonsense in it. */
export const anyCard: fc.Arbitrary<Omit<PlanCard, 'id'>> = fc.oneof(
	fc.constant({}),
	fc.record({
		stability: fc.double({ min: 0.01, max: 500, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		lastDay: fc.integer({ min: TODAY - 400, max: TODAY }),
		dueDay: fc.integer({ min: TODAY - 400, max: TODAY + 400 })
	}),
	fc.record(
		{
			stability: fc.oneof(fc.double(), fc.constantFrom(0, -1, NaN, Infinity, 1e-12, 1e12)),
			difficulty: fc.oneof(fc.double(), fc.constantFrom(0, -5, 99, NaN)),
			lastDay: fc.constantFrom(TODAY, TODAY + 500, -1, 0, 0.5, NaN, Infinity, -Infinity),
			dueDay: fc.constantFrom(TODAY, TODAY + 500, -1, 0.5, NaN, Infinity, -Infinity)
		},
		{ requiredKeys: [] }
	)
);

/** Some cards, each under a key of its own. */
export const anyCards = (maxLength: number): fc.Arbitrary<readonly PlanCard[]> =>
	fc.array(anyCard, { maxLength, size: 'max' }).map((cards) => cards.map((card, index) => ({ ...card, id: idOf(index) })));

export const anyDay = fc.oneof(
	fc.integer({ min: TODAY - 30, max: TODAY + 60 }),
	fc.constantFrom(TODAY, TODAY + 1, -TODAY, 0, NaN, Infinity, -Infinity)
);
