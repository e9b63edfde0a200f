import type { Millis, Rating } from '#lib/core/review/entry.ts';
import type { Parameters } from './parameters.ts';

/** `learning`: new and in its steps; `review`: comes back by days; `relearning`: was forgotten and is in its steps again. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** Where a card is in its steps. */
export interface Place {
	readonly phase: Phase;
	readonly step: number;
	readonly waitMs: Millis;
}

const REVIEW: Place = { phase: 'review', step: 0, waitMs: 0 };

/** Where a rating takes a card in its steps; as in Anki and py-fsrs. */
export function nextPlace(place: Place, rating: Rating, { learningStepsMs, relearningStepsMs }: Parameters): Place {
	if (place.phase === 'review') return rating === 'again' ? at('relearning', relearningStepsMs, 0) : REVIEW;
	const phase = place.phase === 'relearning' ? 'relearning' : 'learning';
	const steps = phase === 'learning' ? learningStepsMs : relearningStepsMs;
	switch (rating) {
		case 'again':
			return at(phase, steps, 0);
		case 'hard':
			return place.step === 0 ? hardFirst(phase, steps) : at(phase, steps, place.step);
		case 'good':
			return at(phase, steps, place.step + 1);
		case 'easy':
			return REVIEW;
	}
}

function at(phase: Phase, steps: readonly Millis[], step: number): Place {
	const waitMs = steps[step];
	return waitMs === undefined ? REVIEW : { phase, step, waitMs };
}

/** Hard on the first step waits half way to the second, or half as long again where there is only one. */
function hardFirst(phase: Phase, steps: readonly Millis[]): Place {
	const [one, two] = steps;
	if (one === undefined) return REVIEW;
	return { phase, step: 0, waitMs: two === undefined ? one * 1.5 : (one + two) / 2 };
}
