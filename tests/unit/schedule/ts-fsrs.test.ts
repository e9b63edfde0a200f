import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as Grade, State, type Card, type Grade as TsGrade } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Rating } from '#lib/core/review/entry.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { dueOf, type Due } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { step, type CardState } from '#lib/core/schedule/state.ts';
import { ratingArb } from '../log-arbitraries.ts';

/**
 * The scheduler of ts-fsrs against ours, over the same histories: with its fuzz off, our steps, and every answer well within a day
 * of the UTC calendar, which is the only one it knows. Where the two must differ, the difference is worked out here and checked too:
 *
 * - Order: in review ts-fsrs keeps hard ≤ good, good at least a day above hard and easy at least a day above good, even past the
 *   longest interval. Ours come from the memory alone.
 * - Hard on a later step: ts-fsrs waits half way between the first two steps at every step, in whole minutes. We wait that step
 *   again, as Anki and py-fsrs do, and do not round.
 * - Lapses: ts-fsrs counts each "again" on a card in review. We count one a day.
 */
const MINUTE = 60_000;
const CARD = 'd/a/main' as CardId;
const PARAMETERS = { ...DEFAULTS, fuzz: false };
const scheduler = fsrs({
	request_retention: DEFAULTS.desiredRetention,
	maximum_interval: DEFAULTS.longestIntervalDays,
	enable_fuzz: false,
	enable_short_term: true,
	learning_steps: ['1m', '10m'],
	relearning_steps: ['10m']
});
const GRADES: Readonly<Record<Rating, TsGrade>> = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy };
const PHASES: Readonly<Record<State, CardState['phase']>> = {
	[State.New]: 'new',
	[State.Learning]: 'learning',
	[State.Review]: 'review',
	[State.Relearning]: 'relearning'
};

/** Days after the last answer, or minutes on the same day. */
const gapArb = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }).map((minutes) => ({ days: 0, minutes })) },
	{ weight: 1, arbitrary: fc.constantFrom(1, 1, 2, 3).map((days) => ({ days, minutes: 0 })) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 700 }).map((days) => ({ days, minutes: 0 })) }
);
const historyArb = fc.array(fc.record({ gap: gapArb, rating: ratingArb }), { minLength: 1, maxLength: 40, size: 'max' });

/** Whole days until a card comes back; 0 within the day. */
function restOf(due: Due, day: number): number {
	return due.kind === 'at' ? 0 : due.day - day;
}

/** Our rests in review, put in the order that ts-fsrs keeps. */
function ordered(rests: Readonly<Record<Rating, number>>): Readonly<Record<Rating, number>> {
	const hard = Math.min(rests.hard, rests.good);
	const good = Math.max(rests.good, hard + 1);
	return { again: rests.again, hard, good, easy: Math.max(rests.easy, good + 1) };
}

/** How long ts-fsrs lets a card in its steps wait, from how long we do. */
function roundedWait(before: CardState | undefined, after: CardState, rating: Rating): number {
	const isHardLater = rating === 'hard' && before !== undefined && before.step > 0;
	return isHardLater ? 6 * MINUTE : Math.round(after.waitMs / MINUTE) * MINUTE;
}

describe('against ts-fsrs', () => {
	test('stability, difficulty, phase, step, interval and lapses are the same after every answer of any history', () => {
		const met = { answers: 0, reordered: 0, hardLater: 0, lapsedTwice: 0 };
		fc.assert(
			fc.property(historyArb, (history) => {
				let day = 20_000;
				let minutes = 600;
				let theirs: Card = createEmptyCard(new Date(day * DAY_MS));
				let ours: CardState | undefined;
				let twice = 0;
				for (const { gap, rating } of history) {
					day += gap.days;
					minutes = gap.days > 0 ? 600 : minutes + gap.minutes;
					const at = day * DAY_MS + minutes * MINUTE;
					const answered = (one: Rating) => step(ours, { at, day, rating: one, outcome: 'self' }, PARAMETERS);
					const restAfter = (one: Rating) => restOf(dueOf(CARD, answered(one), PARAMETERS), day);
					const before = ours;
					const after = answered(rating);
					if (before?.phase === 'review' && rating === 'again' && before.lapseDay === day) twice += 1;
					theirs = scheduler.next(theirs, new Date(at), GRADES[rating]).card;

					expect(theirs.stability).toBe(after.memory?.stability);
					expect(theirs.difficulty).toBe(after.memory?.difficulty);
					expect(PHASES[theirs.state]).toBe(after.phase);
					expect(theirs.learning_steps).toBe(after.step);
					expect(theirs.lapses).toBe(after.lapses + twice);
					if (after.phase === 'review') {
						const rests = { again: 0, hard: restAfter('hard'), good: restAfter('good'), easy: restAfter('easy') };
						const expected = before?.phase === 'review' ? ordered(rests)[rating] : rests[rating];
						expect(theirs.scheduled_days).toBe(expected);
						if (expected !== rests[rating]) met.reordered += 1;
					} else {
						expect(theirs.due.getTime() - at).toBe(roundedWait(before, after, rating));
						if (rating === 'hard' && (before?.step ?? 0) > 0) met.hardLater += 1;
					}
					met.answers += 1;
					ours = after;
				}
				met.lapsedTwice += twice;
			}),
			{ numRuns: 5000 }
		);
		expect(met.answers).toBeGreaterThan(20_000);
		// Each exception is there, and is rare enough to be one.
		for (const count of [met.reordered, met.hardLater, met.lapsedTwice]) {
			expect(count).toBeGreaterThan(20);
			expect(count).toBeLessThan(met.answers / 5);
		}
	});
});
