import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis, Review } from '#lib/core/review/entry.ts';
import { remember, type Memory } from './memory.ts';
import type { Parameters } from './parameters.ts';

/** `learning`: new and in its steps; `review`: comes back by days; `relearning`: was forgotten and is in its steps again. */
export type Phase = 'learning' | 'review' | 'relearning';

/** What the log says about one card. Derived; never stored as truth. */
export interface CardState {
	readonly memory: Memory;
	readonly phase: Phase;
	/** The wait that the card is in, as an index of its phase's steps; 0 in review. */
	readonly step: number;
	/** How long that wait is, in milliseconds; 0 in review. */
	readonly waitMs: Millis;
	readonly firstDay: Day;
	/** The largest day seen: it never goes back. */
	readonly lastDay: Day;
	readonly lastAt: Millis;
	readonly reviews: number;
	/** On how many days the card was forgotten after it had left learning. */
	readonly lapses: number;
	readonly lapseDay?: Day;
}

export type CardStates = ReadonlyMap<CardId, CardState>;

/** The state of a card after one more review. Reviews come in the order of the log. */
export function step(state: CardState | undefined, review: Review, parameters: Parameters): CardState {
	const elapsedDays = state === undefined ? 0 : Math.max(0, review.day - state.lastDay);
	const lapsed = state?.phase === 'review' && review.rating === 'again' && review.outcome !== 'right' && state.lapseDay !== review.day;
	const lapseDay = lapsed ? review.day : state?.lapseDay;
	return {
		...next(state, review, parameters),
		memory: remember(state?.memory, elapsedDays, review.rating),
		firstDay: state?.firstDay ?? review.day,
		lastDay: Math.max(state?.lastDay ?? review.day, review.day),
		lastAt: review.at,
		reviews: (state?.reviews ?? 0) + 1,
		lapses: (state?.lapses ?? 0) + (lapsed ? 1 : 0),
		...(lapseDay === undefined ? {} : { lapseDay })
	};
}

/** The states of all cards after a log's reviews, which come in order. */
export function fold(reviews: Iterable<Review>, parameters: Parameters): Map<CardId, CardState> {
	const states = new Map<CardId, CardState>();
	for (const review of reviews) states.set(review.cardId, step(states.get(review.cardId), review, parameters));
	return states;
}

type Place = Pick<CardState, 'phase' | 'step' | 'waitMs'>;
const REVIEW: Place = { phase: 'review', step: 0, waitMs: 0 };

/** Where a rating takes a card in its steps; as in Anki and py-fsrs. */
function next(state: CardState | undefined, { rating }: Review, parameters: Parameters): Place {
	if (state?.phase === 'review') {
		const wait = parameters.relearningStepsMs[0];
		return rating !== 'again' || wait === undefined ? REVIEW : { phase: 'relearning', step: 0, waitMs: wait };
	}
	const phase = state?.phase ?? 'learning';
	const steps = phase === 'learning' ? parameters.learningStepsMs : parameters.relearningStepsMs;
	const now = state?.step ?? 0;
	const at = (index: number): Place => {
		const waitMs = steps[index];
		return waitMs === undefined ? REVIEW : { phase, step: index, waitMs };
	};
	switch (rating) {
		case 'again':
			return at(0);
		case 'hard':
			return now === 0 ? hardFirst(at(0), steps) : at(now);
		case 'good':
			return at(now + 1);
		case 'easy':
			return REVIEW;
	}
}

/** Hard on the first step waits half way to the second, or half as long again where there is only one. */
function hardFirst(first: Place, steps: readonly Millis[]): Place {
	const [one, two] = steps;
	if (one === undefined) return first;
	return { ...first, waitMs: two === undefined ? one * 1.5 : (one + two) / 2 };
}
