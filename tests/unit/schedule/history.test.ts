import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, EntryId } from '#lib/core/review/entry.ts';
import { curveOf } from '#lib/core/schedule/curve.ts';
import { concerning, historyOf } from '#lib/core/schedule/history.ts';
import { intervalDays, remember, retrievability } from '#lib/core/schedule/memory.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { logArb } from '../log-arbitraries.ts';

const CARD = 'sea/ebb/forward' as CardId;
const OLD = 'sea/old/forward' as CardId;
let count = 0;
const base = (at: number) => ({ id: `id-${String(++count).padStart(6, '0')}` as EntryId, at });
const review = (day: number, rating: 'again' | 'hard' | 'good' | 'easy' = 'good', cardId: CardId = CARD): Entry => ({
	kind: 'review',
	...base(day * 1000),
	day,
	cardId,
	outcome: 'self',
	rating,
	hints: 0,
	tookMs: 1000
});
const kinds = (log: readonly Entry[]) => historyOf(CARD, log).map(({ act, counts }) => `${act.kind}${counts ? '' : ' –'}`);

describe('the history of a card', () => {
	test('has its answers and what was done to it, in the order of the log, and nothing of others', () => {
		const log = [review(3), review(1), review(2, 'good', OLD), { kind: 'suspend', ...base(1500), cardId: CARD }];
		expect(kinds(log)).toEqual(['review', 'suspend –', 'review']);
	});
	test('has nothing that was taken back, and not the taking back', () => {
		const gone = review(2);
		expect(kinds([review(1), gone, { kind: 'retraction', ...base(2500), entryId: gone.id }])).toEqual(['review']);
	});
	test('keeps what was answered before a reset in sight, as what no longer counts', () => {
		const log = [review(1), review(2), { kind: 'reset', ...base(2500), cardId: CARD }, review(3)];
		expect(kinds(log)).toEqual(['review –', 'review –', 'reset –', 'review']);
		expect(historyOf(CARD, log).map(({ memory }) => memory === undefined)).toEqual([false, false, true, false]);
	});
	test('has the answers that it was given under an older id', () => {
		const log = [review(1, 'good', OLD), { kind: 'renamed', ...base(1500), from: OLD, to: CARD }, review(2), review(3, 'good', OLD)];
		expect(kinds(log)).toEqual(['review', 'review']);
	});
	test('of a use card has the choices of its runs, the first of which counts', () => {
		const use = 'sea/ebb/use' as CardId;
		const choice = (at: number, run: string): Entry =>
			({
				kind: 'choice',
				...base(at),
				day: 1,
				run,
				scenario: 'sea/port',
				step: '',
				option: 0,
				outcome: 'right',
				uses: [use],
				hints: 0,
				tookMs: 1
			}) as Entry;
		const past = historyOf(use, [choice(1, 'a'), choice(2, 'a'), choice(3, 'b')]);
		expect(past.map(({ counts }) => counts)).toEqual([true, false, true]);
	});
	test('ends with the memory that the whole log gives, also when only what concerns the card is read', () => {
		fc.assert(
			fc.property(logArb, (log) => {
				const whole = fold(log);
				for (const id of new Set(log.flatMap((entry) => ('cardId' in entry ? [entry.cardId] : [])))) {
					const last = historyOf(id, concerning(id, log)).at(-1);
					expect(last?.memory).toEqual(whole.cards.get(id)?.memory);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('the forgetting curve', () => {
	const first = remember(undefined, 0, 'good');
	const second = remember(first, 3, 'good');
	const held = [
		{ day: 10, memory: first },
		{ day: 13, memory: second }
	];
	test('there is none without an answer', () => {
		expect(curveOf([], 20, 0.9, 365)).toBeUndefined();
	});
	test('falls from all at each answer to what FSRS-6 gives at the next', () => {
		const curve = curveOf(held, 20, 0.9, 365);
		expect(curve?.reviews).toEqual([10, 13]);
		expect(curve?.past.map((stroke) => [stroke[0], stroke.at(-1)])).toEqual([
			[
				{ day: 10, recall: 1 },
				{ day: 13, recall: retrievability(first, 3) }
			],
			[
				{ day: 13, recall: 1 },
				{ day: 20, recall: retrievability(second, 7) }
			]
		]);
		expect(curve?.today).toEqual({ day: 20, recall: retrievability(second, 7) });
	});
	test('goes on to the day on which it has fallen to the desired retention', () => {
		const curve = curveOf(held, 14, 0.9, 365);
		expect(curve?.goalDay).toBe(13 + intervalDays(second.stability, 0.9, 365));
		expect(curve?.ahead.at(-1)?.day).toBe(curve?.goalDay);
		expect(curve?.ahead.at(-1)?.recall).toBeCloseTo(0.9, 1);
	});
	test('has nothing ahead once that day has come', () => {
		expect(curveOf(held, 400, 0.9, 365)?.ahead).toEqual([]);
	});
	test('never rises between answers, and stays between 0 and 1, whatever the days', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 }),
				fc.integer({ min: 0, max: 600 }),
				(days, today) => {
					const curve = curveOf(
						days.map((day) => ({ day, memory: first })),
						today,
						0.9,
						365
					);
					for (const stroke of [...(curve?.past ?? []), curve?.ahead ?? []])
						stroke.forEach(({ recall }, index) => {
							expect(recall).toBeGreaterThan(0);
							expect(recall).toBeLessThanOrEqual(stroke[index - 1]?.recall ?? 1);
						});
					expect(curve?.reviews).toEqual([...(curve?.reviews ?? [])].sort((a, b) => a - b));
				}
			)
		);
	});
});
