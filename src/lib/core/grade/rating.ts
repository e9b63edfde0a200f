import type { Confidence, Outcome, Rating } from '#lib/core/review/entry.ts';

/** What is known when a graded answer is handed in. */
export interface Graded {
	readonly outcome: Exclude<Outcome, 'self'>;
	readonly confidence?: Confidence;
	/** How many hints were unfolded. */
	readonly hints: number;
	/** The chance of recall just before the answer, 0 to 1; none for a new card. */
	readonly retrievability?: number;
}

/** Under this chance of recall a right guess is taken for luck. */
const LUCK = 0.7;

/**
 * The rating that an answer earns. Wrong: again. A right guess on a card that is new or faint: again (the fold counts no lapse,
 * because the outcome is right). A hint, or almost right: hard at most. Else good; easy is given only by hand.
 */
export function suggestedRating({ outcome, confidence, hints, retrievability }: Graded): Rating {
	if (outcome === 'wrong') return 'again';
	if (outcome === 'right' && confidence === 'guess' && (retrievability === undefined || retrievability < LUCK)) return 'again';
	return outcome === 'almost' || hints > 0 ? 'hard' : 'good';
}
