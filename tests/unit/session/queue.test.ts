import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteKey, type CardId } from '#lib/core/card/card.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { FIRST_PACE } from '#lib/core/schedule/progress.ts';
import { rulesOf, sameRules } from '#lib/core/schedule/rules.ts';
import { blankState, type CardState } from '#lib/core/schedule/state.ts';
import { StateTable, type CardStates } from '#lib/core/schedule/states.ts';
import { columnsOf } from '#lib/core/schedule/table.ts';
import { intersperse } from '#lib/core/session/intersperse.ts';
import { dueOnDays, nextDueDay } from '#lib/core/session/next-day.ts';
import { offerOf } from '#lib/core/session/offer.ts';
import { queueOf, type Queue } from '#lib/core/session/queue.ts';

const TODAY = 20_000;
const ids = (count: number, part = 'main') => Array.from({ length: count }, (_, index) => `d/n${index}/${part}` as CardId);

/** A card in review that was last answered on a day and is due when its stability says. */
function held(lastDay: number, stability: number, more: Partial<CardState> = {}): CardState {
	return {
		...blankState(),
		memory: { stability, difficulty: 5 },
		phase: 'review',
		firstDay: lastDay,
		lastDay,
		lastAt: lastDay * 86_400_000,
		reviews: 3,
		...more
	};
}

/** States as the queue reads them. */
function statesOf(states: ReadonlyMap<CardId, CardState>): CardStates {
	return new StateTable(columnsOf(states));
}

function today(ids: readonly CardId[], states: ReadonlyMap<CardId, CardState>, rules = sameRules(DEFAULTS)): Queue {
	return queueOf(offerOf(ids), { cards: statesOf(states), runs: new Map(), pace: FIRST_PACE }, TODAY, rules);
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
		{ maxLength: 60, size: 'max' }
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
				const { ahead, waiting } = today(ids, states);
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
				const { ahead, waiting } = today(ids, states);
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
				expect(new Set(today(ids, states).waiting.map(({ id }) => id))).toEqual(new Set(inSteps));
			})
		);
	});
	test('is the same whenever it is made on the same day', () => {
		fc.assert(
			fc.property(worldArb, ({ ids, states }) => {
				expect(today(ids, states)).toEqual(today(ids, states));
			})
		);
	});
	test('brings new cards in the order of the deck, eight a day', () => {
		const { ahead, fresh } = today(ids(30), new Map());
		expect(ahead).toEqual(ids(8));
		expect(fresh).toBe(8);
	});
	test('counts the new cards already answered today, over all decks', () => {
		const states = new Map([['other/x/main' as CardId, held(TODAY, 3)]]);
		expect(today(ids(30), states).fresh).toBe(7);
	});
	test('counts a review answered today for a review, not for a new card', () => {
		const many = ids(200);
		const due = many.map((id) => [id, held(TODAY - 6, 2)] as const);
		const states = new Map([...due, ['other/x/main' as CardId, held(TODAY, 3, { firstDay: TODAY - 9 })]]);
		expect(today(many, states).ahead).toHaveLength(119);
		expect(today(ids(30, 'cloze:a'), new Map(states)).fresh).toBe(8);
	});
	test('asks what is due today, today', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		expect(today([a, b], new Map([a, b].map((id, at) => [id, held(TODAY - 2 + at, 2)]))).ahead).toEqual([a]);
	});
	test('shuffles what is due since the same day, in another way each day', () => {
		const many = ids(40);
		const states = new Map(many.map((id) => [id, held(TODAY - 5, 4)]));
		const on = (day: number) =>
			queueOf(offerOf(many), { cards: statesOf(states), runs: new Map(), pace: FIRST_PACE }, day, sameRules({ ...DEFAULTS, fuzz: false }))
				.ahead;
		expect(on(TODAY)).not.toEqual(many);
		expect(on(TODAY)).not.toEqual(on(TODAY + 1));
		expect(new Set(on(TODAY))).toEqual(new Set(many));
	});
	test('asks 120 reviews a day and no more', () => {
		const many = ids(200);
		const states = new Map(many.map((id) => [id, held(TODAY - 6, 2)]));
		expect(today(many, states).ahead.length).toBe(120);
	});
	test('takes first what has been due for longest', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY - 3, 1)],
			[b, held(TODAY - 5, 1)],
			['x/y/main' as CardId, held(TODAY - 1, 50)]
		]);
		expect(today([a, b], states).ahead).toEqual([b, a]);
	});
	test('after a week away takes first what is best held', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY - 30, 1)],
			[b, held(TODAY - 9, 8)]
		]);
		expect(today([a, b], states).ahead).toEqual([b, a]);
	});
});

describe('what is put away', () => {
	const [a, b, c] = ids(3) as [CardId, CardId, CardId];
	const away = new Map([
		[a, held(TODAY - 9, 1, { suspended: true })],
		[b, held(TODAY - 9, 1, { buriedUntil: TODAY + 1 })],
		[c, held(TODAY - 9, 1, { buriedUntil: TODAY })]
	]);
	test('is not asked: suspended, or buried until a later day', () => {
		expect(today([a, b, c], away).ahead).toEqual([c]);
		expect(today([a], new Map([[a, { ...blankState(), suspended: true }]])).ahead).toEqual([]);
	});
	test('comes back on its day, and is never the next to come while it is suspended', () => {
		expect(nextDueDay([a, b], statesOf(away), TODAY, sameRules(DEFAULTS))).toBe(TODAY + 1);
		expect(nextDueDay([a], statesOf(away), TODAY, sameRules(DEFAULTS))).toBeUndefined();
	});
});

describe('a deck with settings of its own', () => {
	const mine = ids(20);
	const theirs = ids(20, 'cloze:x').map((id) => id.replace('d/', 'e/') as CardId);
	test('has limits within those of the day', () => {
		const presets = { general: { newPerDay: 10 }, ofDecks: { d: { newPerDay: 3 } } };
		const rules = rulesOf(presets, [{ id: 'd', cardIds: mine }], TODAY);
		const { ahead } = today([...mine, ...theirs], new Map(), rules);
		expect(ahead.filter((id) => mine.includes(id))).toHaveLength(3);
		expect(ahead).toHaveLength(10);
	});
	test('does not bring its cards after an exam, before it', () => {
		const [card] = mine as [CardId];
		const states = statesOf(new Map([[card, held(TODAY, 100)]]));
		const before = rulesOf({ general: {}, ofDecks: { d: { examDay: TODAY + 5 } } }, [{ id: 'd', cardIds: mine }], TODAY);
		expect(nextDueDay([card], states, TODAY, before)).toBe(TODAY + 5);
		const after = rulesOf({ general: {}, ofDecks: { d: { examDay: TODAY - 1 } } }, [{ id: 'd', cardIds: mine }], TODAY);
		expect(nextDueDay([card], states, TODAY, after)).toBeGreaterThan(TODAY + 50);
	});
});

describe('a deck with an exam', () => {
	const mine = ids(12);
	const rules = rulesOf({ general: {}, ofDecks: { d: { examDay: TODAY + 10 } } }, [{ id: 'd', cardIds: mine }], TODAY);
	const faint = mine[3] as CardId;
	const states = new Map(mine.slice(0, 4).map((id) => [id, held(TODAY - 3, id === faint ? 1 : 40)]));
	test('asks what gains most a minute, due or not, as far as the minutes of its plan go', () => {
		expect(today(mine.slice(0, 4), states, rules).ahead[0]).toBe(faint);
		// The plan takes a minute a day: two new cards, which gain most.
		const { ahead, fresh } = today(mine, states, rules);
		expect(ahead).toEqual(mine.slice(4, 4 + fresh));
		expect([1, 2]).toContain(fresh);
	});
	test('asks no card again that was answered today', () => {
		const answered = new Map(mine.map((id) => [id, held(TODAY, 40)]));
		expect(today(mine, answered, rules).ahead).toEqual([]);
	});
	test('is asked by what it gains on the day of the exam too', () => {
		const on = rulesOf({ general: {}, ofDecks: { d: { examDay: TODAY } } }, [{ id: 'd', cardIds: mine }], TODAY);
		expect(today(mine.slice(0, 4), states, on).ahead).toHaveLength(4);
	});
	test('is asked by its due days again when the exam is over', () => {
		const over = rulesOf({ general: {}, ofDecks: { d: { examDay: TODAY - 1 } } }, [{ id: 'd', cardIds: mine }], TODAY);
		expect(today(mine.slice(0, 4), states, over).ahead).toEqual([faint]);
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
		expect(nextDueDay(ids(1), statesOf(new Map()), TODAY, sameRules(DEFAULTS))).toBe(TODAY + 1);
	});
	test('is the first on which a card is due', () => {
		const [a, b] = ids(2) as [CardId, CardId];
		const states = new Map([
			[a, held(TODAY, 20)],
			[b, held(TODAY, 6)]
		]);
		const parameters = { ...DEFAULTS, fuzz: false };
		expect(nextDueDay([a, b], statesOf(states), TODAY, sameRules(parameters))).toBe(TODAY + 6);
	});
	test('has as many cards as come back on it; what is late comes first, and what is away or new does not count', () => {
		const [late, one, two, far, away, buried, fresh] = ids(7) as [CardId, CardId, CardId, CardId, CardId, CardId, CardId];
		const states = new Map([
			[late, held(TODAY - 40, 6)],
			[one, held(TODAY, 3)],
			[two, held(TODAY, 3)],
			[far, held(TODAY, 60)],
			[away, held(TODAY, 3, { suspended: true })],
			[buried, held(TODAY, 1, { buriedUntil: TODAY + 2 })],
			[fresh, blankState()]
		]);
		const rules = sameRules({ ...DEFAULTS, fuzz: false });
		expect(dueOnDays([...states.keys()], statesOf(states), TODAY, rules, 4)).toEqual([1, 1, 2, 0]);
	});
	test('is never, without cards', () => {
		expect(nextDueDay([], statesOf(new Map()), TODAY, sameRules(DEFAULTS))).toBeUndefined();
	});
});
