import type { Given } from '#lib/core/grade/answer.ts';
import type { Review } from '#lib/core/review/entry.ts';

/** An answer that was handed in, as far as a screen shows it; a `Review` is one. */
export type Answered = Pick<Review, 'outcome'> & Partial<Pick<Review, 'confidence' | 'rating' | 'overruled'>> & Given;

/** Whether a right answer was a guess that the rules took for luck. */
export function wasLuck({ outcome, confidence, rating, overruled }: Answered): boolean {
	return outcome === 'right' && confidence === 'guess' && (overruled ?? rating) === 'again';
}
