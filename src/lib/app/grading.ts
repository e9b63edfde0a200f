import type { Deck, Note } from '#lib/core/deck/deck.ts';
import { gradeAnswer, type Given } from '#lib/core/grade/answer.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Unreadable } from '#lib/core/grade/verdict.ts';
import type { Confidence, Day } from '#lib/core/review/entry.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import type { Earned } from './asked.ts';

/** How an answer was handed in. */
export interface HandedIn {
	readonly answer: Given;
	/** None where an answer is typed. */
	readonly confidence: Confidence | undefined;
	readonly hints: number;
}

/** What an answer that was handed in earned; why, if it cannot be read; undefined if the student rates it by hand. */
export function gradedAnswer(
	note: Note,
	{ language }: Deck,
	{ answer, confidence, hints }: HandedIn,
	before: CardState | undefined,
	today: Day
): Earned | Unreadable | undefined {
	const verdict = gradeAnswer(note, answer, language);
	if (verdict === undefined || verdict.outcome === 'unreadable') return verdict;
	const { outcome } = verdict;
	const sure = confidence === undefined ? {} : { confidence };
	const recall = before?.memory && retrievability(before.memory, today - before.lastDay);
	const rating = suggestedRating({ outcome, hints, ...sure, ...(recall === undefined ? {} : { retrievability: recall }) });
	return { outcome, rating, ...sure, ...answer };
}

/** What it earns to say that one does not know. */
export const NOT_KNOWN: Earned = { outcome: 'wrong', rating: 'again', given: '' };
