import { gradeChoice } from '#lib/core/grade/choice.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Confidence, Day, Review } from '#lib/core/review/entry.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import type { Option } from '#lib/core/deck/deck.ts';

/** What a choice that was handed in earned. */
export function gradedChoice(
	options: readonly Option[],
	chosen: number,
	confidence: Confidence,
	hints: number,
	before: CardState | undefined,
	today: Day
): Pick<Review, 'outcome' | 'rating' | 'confidence' | 'chosen'> {
	const outcome = gradeChoice(options, [chosen]);
	const recall = before?.memory && retrievability(before.memory, today - before.lastDay);
	const rating = suggestedRating({ outcome, confidence, hints, ...(recall === undefined ? {} : { retrievability: recall }) });
	return { outcome, rating, confidence, chosen: [chosen] };
}
