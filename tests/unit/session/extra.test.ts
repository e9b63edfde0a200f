import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { EntryId, Rating } from '#lib/core/review/entry.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { sameRules } from '#lib/core/schedule/rules.ts';
import { blankState, type CardState } from '#lib/core/schedule/state.ts';
import { StateTable } from '#lib/core/schedule/states.ts';
import { columnsOf } from '#lib/core/schedule/table.ts';
import { extraQueue } from '#lib/core/session/extra.ts';

const TODAY = 20_000;

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

describe('studying more than is due', () => {
	const [a, b, c, d] = ['d/a/main', 'd/b/main', 'd/c/main', 'd/d/main'] as [CardId, CardId, CardId, CardId];
	const states = new StateTable(
		columnsOf(
			new Map([
				[a, held(TODAY - 1, 4)],
				[b, held(TODAY - 2, 4)],
				[c, held(TODAY - 1, 90)],
				[d, held(TODAY - 1, 4, { suspended: true, leech: true })]
			])
		)
	);
	const rules = sameRules({ ...DEFAULTS, fuzz: false });
	test('ahead of time: what the coming days bring, the nearest first', () => {
		expect(extraQueue('ahead', [a, b, c, d], states, [], TODAY, rules).ahead).toEqual([b, a]);
	});
	test('leeches are asked although they are put away', () => {
		expect(extraQueue('leeches', [a, b, c, d], states, [], TODAY, rules).ahead).toEqual([d]);
	});
	test('what went wrong today is asked once more each', () => {
		const wrong = (cardId: CardId, rating: Rating) =>
			({ kind: 'review', id: 'x' as EntryId, at: 1, day: TODAY, cardId, outcome: 'self', rating, hints: 0, tookMs: 1 }) as const;
		const given = [wrong(b, 'again'), wrong(b, 'good'), wrong(c, 'good')];
		expect(extraQueue('mistakes', [a, b, c, d], states, given, TODAY, rules).ahead).toEqual([b]);
	});
	test('what went wrong and was put away since is not asked once more', () => {
		const given = [b, d].map(
			(cardId) =>
				({ kind: 'review', id: 'x' as EntryId, at: 1, day: TODAY, cardId, outcome: 'self', rating: 'again', hints: 0, tookMs: 1 }) as const
		);
		for (const extra of ['mistakes', 'trouble'] as const)
			expect(extraQueue(extra, [a, b, c, d], states, given, TODAY, rules).ahead).toEqual([b]);
	});
});
