import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { PresetId } from '#lib/core/review/entry.ts';
import { DraftTable } from '#lib/core/schedule/draft.ts';
import { blankColumns, StateRow } from '#lib/core/schedule/row.ts';
import { blankState, type CardState } from '#lib/core/schedule/state.ts';

const dayArb = fc.integer({ min: -1000, max: 40_000 });
const perhapsDay = fc.option(dayArb, { nil: undefined });
const number = fc.double({ min: 0.01, max: 36_500, noNaN: true });
const stateArb: fc.Arbitrary<CardState> = fc
	.record({
		reviews: fc.nat(5000),
		stability: number,
		difficulty: number,
		phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
		step: fc.nat(9),
		waitMs: number,
		firstDay: dayArb,
		lastDay: dayArb,
		lastAt: fc.double({ noNaN: true, noDefaultInfinity: true }),
		lapses: fc.nat(500),
		lapseDay: perhapsDay,
		suspended: fc.boolean(),
		leech: fc.boolean(),
		buriedUntil: perhapsDay,
		learnedDay: perhapsDay,
		setDue: perhapsDay,
		changed: fc.boolean(),
		preset: fc.constantFrom(undefined, 'power' as PresetId, 'other' as PresetId)
	})
	.map(({ stability, difficulty, ...rest }) => ({ ...rest, memory: rest.reviews === 0 ? undefined : { stability, difficulty } }));

/** Puts a state where another stands, field by field in any order. */
function put(into: object, state: CardState, order: readonly string[]): void {
	for (const name of order) Object.assign(into, { [name]: state[name as keyof CardState] });
}

const fieldsArb = fc.shuffledSubarray(Object.keys(blankState()), { minLength: Object.keys(blankState()).length });

describe('a state in a row of columns', () => {
	test('is blank at first', () => {
		expect(new StateRow(blankColumns(1), []).copy()).toEqual(blankState());
	});
	test('is read as it was written, whatever stood there before and stands in the other rows', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(3), stateArb, fieldsArb), { maxLength: 12 }), (writes) => {
				const states = Array.from({ length: 4 }, (): CardState => blankState());
				const row = new StateRow(blankColumns(4), []);
				for (const [at, state, order] of writes) {
					row.row = at;
					put(row, state, order);
					states[at] = state;
				}
				for (const [at, state] of states.entries()) {
					row.row = at;
					expect(row.copy()).toEqual(state);
				}
			}),
			{ numRuns: 300 }
		);
	});
	test('stays what it is in a copy when the row is written again', () => {
		fc.assert(
			fc.property(stateArb, stateArb, (first, second) => {
				const row = new StateRow(blankColumns(1), []);
				Object.assign(row, first);
				const copy = row.copy();
				Object.assign(row, second);
				expect(copy).toEqual(first);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a table in the making', () => {
	const idOf = (card: number) => `d/${card}/main` as CardId;
	test('holds the cards that were asked for and no others, also those that came up on the way', () => {
		fc.assert(
			fc.property(fc.nat(5), fc.array(fc.tuple(fc.nat(40), stateArb), { maxLength: 20 }), (known, writes) => {
				const dictionary = new CardDictionary();
				for (let card = 0; card < known; card++) dictionary.add(idOf(card));
				const draft = new DraftTable(dictionary);
				const states = new Map<CardId, CardState>();
				for (const [card, state] of writes) {
					Object.assign(draft.stateOf(dictionary.add(idOf(card))), state);
					states.set(idOf(card), state);
				}
				const table = draft.finished();
				expect(new Map(table)).toEqual(states);
				expect(table.size).toBe(states.size);
				// No preset is named that a card had only on the way.
				expect(table.columns.presets).toEqual([...new Set(Array.from(table, ([, { preset }]) => preset ?? []).flat())]);
				for (let card = 0; card <= 40; card++) expect(table.get(idOf(card))).toEqual(states.get(idOf(card)));
			}),
			{ numRuns: 300 }
		);
	});
});
