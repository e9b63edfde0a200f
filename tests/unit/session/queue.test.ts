import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteKey, type CardId } from '#lib/core/card/card.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { intersperse } from '#lib/core/session/intersperse.ts';
import { nextDueDay } from '#lib/core/session/next-day.ts';
import { queueOf } from '#lib/core/session/queue.ts';

const TODAY = 20_000;
const ids = (count: number, part = 'main') => Array.from({ length: count }, (_, index) => `d/n${index}/${part}` as CardId);

/** A card in review that was last answered on a day and is due when its stability says. */
function held(lastDay: number, stability: number, more: Partial<CardState> = {}): CardState {
	return {
		memory: { stability, difficulty: 5 },
		phase: 'review',
		step: 0,
		waitMs: 0,
		firstDay: lastDay,
		lastDay,
		lastAt: lastDay * 86_400_000,
		reviews: 3,
		lapses: 0,
		...more
	};
}

/** Some cards, each new, in its steps, due or not due. */
const worldArb = fc
	.array(
		fc.record({
			note: fc.integer({ min: 0, max: 30 }),
			part: fc.constantFrom('main', 'cloze:a', 'cloze:b'),
			kind: fc.constantFrom('new', 'learning', 'review'),
			ago: fc.integer({ min: 0, max: 40 }),
			stability: fc.double({ min: 0.5, max: 60, noNaN: true })
		}),
		{ maxLength: 60 }
	)
	.map((cards) => {
		const states = new Map<CardId, CardState>();
		const all = new Set<CardId>();
		for (const { note, part, kind, ago, stability } of cards) {
			const id = `d/n${note}/${part}` as CardId;
			if (all.has(id)) continue;
			all.add(id);
			if (kind === 'learning') states.set(id, held(TODAY - ago, stability, { phase: 'learning', waitMs: 600_000 }));
			else if (kind === 'review') states.set(id, held(TODAY - ago, stability));
		}
		return { ids: [...all], states };
	});

describe('the queue of a day', () => {
	test('asks no card twice and none that is not due', () => {
		fc.assert(
			fc.property(worldArb, ({ ids, states }) => {
				const { ahead, waiting } = queueOf(ids, states, TODAY, DEFAULTS);
				const asked = [...ahead, ...waiting.map(({ id }) => id)];
				expect(new Set(asked).size).toBe(asked.length);
				for (const id of ahead) {
					const state = states.get(id);
					const due = state && dueOf(id, state, DEFAULTS);
					expect(due === undefined || (due.kind === 'day' && due.day <= TODAY)).toBe(true);
				}
			})
		);
	});
	test('keeps siblings a day apart: of a note at most one review or new card, none beside one answered today', () => {
		fc.assert(
			fc.property(worldArb, ({ ids, states }) => {
				const { ahead, waiting } = queueOf(ids, states, TODAY, DEFAULTS);
				const notes = ahead.map(noteKey);
				expect(new Set(notes).size).toBe(notes.length);
				const busy = new Set(waiting.map(({ id }) => noteKey(id)));
				for (const [id, { lastDay }] of states) if (lastDay === TODAY) busy.add(noteKey(id));
				expect(notes.some((note) => busy.has(note))).toBe(false);
			})
		);
	});
	test('never leaves out a card in its steps', () => {
		fc.assert(
			fc.property(worldArb, ({ ids, states }) => {
				const inSteps = [...states].filter(([, { phase }]) => phase !== 'review').map(([id]) => id);
				expect(new Set(queueOf(ids, states, TODAY, DEFAULTS).waiting.map(({ id }) => id))).toEqual(new Set(inSteps));
			})
		);
	});
	test('is the same whenever it is made on the same day', () => {
		fc.assert(
			fc.property(worldArb, ({ ids, states }) => {
				expect(queueOf(ids, states, TODAY, DEFAULTS)).toEqual(queueOf(ids, states, TODAY, DEFAULTS));
			})
		);
	});
	test('brings new cards in the order of the deck, eight a day', () => {
		const { ahead, fresh } = queueOf(ids(30), new Map(), TODAY, DEFAULTS);
		expect(ahead).toEqual(ids(8));
		expect(fresh).toBe(8);
	});
	test('counts the new cards already answered today, over all decks', () => {
		const states = new Map([['other/x/main' as CardId, held(TODAY, 3)]]);
		expect(queueOf(ids(30), states, TODAY, DEFAULTS).fresh).toBe(7);
	});
	test('asks 120 reviews a day and no more', () => {
		const many = ids(200);
		const states = new Map(many.map((id) => [id, held(TODAY - 6, 2)]));
		expect(queueOf(many, states, TODAY, DEFAULTS).ahead.length).toBe(120);
	});
	test('takes first what has been due for longest', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY - 3, 1)],
			[b, held(TODAY - 5, 1)],
			['x/y/main' as CardId, held(TODAY - 1, 50)]
		]);
		expect(queueOf([a, b], states, TODAY, DEFAULTS).ahead).toEqual([b, a]);
	});
	test('after a week away takes first what is best held', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY - 30, 1)],
			[b, held(TODAY - 9, 8)]
		]);
		expect(queueOf([a, b], states, TODAY, DEFAULTS).ahead).toEqual([b, a]);
	});
});

describe('interspersing', () => {
	test('keeps both rows whole and each in its order', () => {
		fc.assert(
			fc.property(fc.nat(50), fc.nat(50), (many, few) => {
				const row = Array.from({ length: many }, (_, index) => `r${index}`);
				const other = Array.from({ length: few }, (_, index) => `n${index}`);
				const mixed = intersperse(row, other);
				expect(mixed.filter((one) => one.startsWith('r'))).toEqual(row);
				expect(mixed.filter((one) => one.startsWith('n'))).toEqual(other);
			})
		);
	});
	test('spreads the fewer evenly among the more', () => {
		expect(intersperse(['r0', 'r1', 'r2', 'r3'], ['n0', 'n1']).join(' ')).toBe('r0 n0 r1 r2 n1 r3');
	});
});

describe('the next day', () => {
	test('is tomorrow while there are new cards', () => {
		expect(nextDueDay(ids(1), new Map(), TODAY, DEFAULTS)).toBe(TODAY + 1);
	});
	test('is the first on which a card is due', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY, 20)],
			[b, held(TODAY, 6)]
		]);
		const parameters = { ...DEFAULTS, fuzz: false };
		expect(nextDueDay([a, b], states, TODAY, parameters)).toBe(TODAY + 6);
	});
	test('is never, without cards', () => {
		expect(nextDueDay([], new Map(), TODAY, DEFAULTS)).toBeUndefined();
	});
});
