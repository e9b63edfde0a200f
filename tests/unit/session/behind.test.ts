import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Choice, EntryId, Review, RunId } from '#lib/core/review/entry.ts';
import { behindOf } from '#lib/core/session/behind.ts';

const [A, B, USE, OTHER] = ['d/a/main', 'd/b/main', 'd/a/use', 'd/b/use'] as [CardId, CardId, CardId, CardId];

function review(cardId: CardId, more: Partial<Review> = {}): Review {
	return { kind: 'review', id: 'r' as EntryId, at: 1, day: 1, cardId, outcome: 'right', rating: 'good', hints: 0, tookMs: 1, ...more };
}

function choice(run: string, uses: readonly CardId[], outcome: Choice['outcome'] = 'right'): Choice {
	const what = { scenario: 'd/s', step: 'x', option: 0, hints: 0, tookMs: 1 };
	return { kind: 'choice', id: 'c' as EntryId, at: 1, day: 1, run: run as RunId, uses, outcome, ...what };
}

describe('what lies behind a session', () => {
	test('is a turn for each answer, and one for each run with all that it counted for', () => {
		const acts = [review(A), choice('1', [USE]), choice('1', [USE, OTHER]), review(B), choice('2', [OTHER])];
		expect(behindOf(acts).turns).toEqual([[A], [USE, OTHER], [B], [OTHER]]);
	});
	test('is no turn where nothing was right or wrong', () => {
		expect(behindOf([choice('1', [USE], 'none')]).turns).toEqual([]);
	});
	test('is a slip while the last answer was sure and wrong', () => {
		const slip = { outcome: 'wrong', rating: 'again', confidence: 'sure' } as const;
		expect(behindOf([review(A, slip), review(B, slip), review(B)]).slips).toEqual(new Set([A]));
		expect(behindOf([review(A, { ...slip, confidence: 'guess' })]).slips).toEqual(new Set());
	});
});
