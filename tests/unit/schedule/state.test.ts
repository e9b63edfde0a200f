import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { CardEvent, EntryId, Outcome, Rating, Review } from '#lib/core/review/entry.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS, type Parameters } from '#lib/core/schedule/parameters.ts';
import { previewRests, RATINGS } from '#lib/core/schedule/preview.ts';
import { happen, blankState, step, type CardState } from '#lib/core/schedule/state.ts';
import { ratingArb } from '../log-arbitraries.ts';

const CARD = 'power/anarchy/forward' as CardId;
const MINUTE = 60_000;

function answer(rating: Rating, at: number, outcome: Outcome = 'self'): Review {
	return {
		kind: 'review',
		id: String(at) as EntryId,
		at,
		day: Math.floor(at / DAY_MS),
		cardId: CARD,
		outcome,
		rating,
		hints: 0,
		tookMs: 1000
	};
}

/** The state of the card after these answers. */
function stateAfter(reviews: readonly Review[]): CardState | undefined {
	return reviews.reduce<CardState | undefined>((state, review) => step(state, review, DEFAULTS), undefined);
}

/** Answers a card each time at the moment it is due; the rests in days after each answer, 0 within the day. */
function answeredWhenDue(
	ratings: readonly Rating[],
	parameters: Parameters
): { readonly rests: number[]; readonly state: CardState | undefined } {
	let state: CardState | undefined;
	let at = 20_000 * DAY_MS;
	const rests: number[] = [];
	for (const rating of ratings) {
		const day = Math.floor(at / DAY_MS);
		state = step(state, answer(rating, at), parameters);
		const due = dueOf(CARD, state, parameters);
		rests.push(due.kind === 'at' ? 0 : due.day - day);
		at = due.kind === 'at' ? due.at : due.day * DAY_MS;
	}
	return { rests, state };
}

describe('golden vector', () => {
	// ts-fsrs FSRS-6.test.ts and py-fsrs test_basic.py
	test('good ×6, again ×2, good ×5 rests as in ts-fsrs and py-fsrs', () => {
		const ratings: Rating[] = [...Array<Rating>(6).fill('good'), 'again', 'again', ...Array<Rating>(5).fill('good')];
		const { rests } = answeredWhenDue(ratings, { ...DEFAULTS, fuzz: false, longestIntervalDays: 36_500 });
		expect(rests).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
	});
});

describe('steps', () => {
	const waits = (...ratings: Rating[]) => answeredWhenDue(ratings, DEFAULTS).state;

	test('a new card answered again waits 1 minute, good 10 minutes', () => {
		expect(waits('again')?.waitMs).toBe(MINUTE);
		expect(waits('good')?.waitMs).toBe(10 * MINUTE);
	});
	test('hard on the first step waits half way to the second', () => {
		expect(waits('hard')?.waitMs).toBe(5.5 * MINUTE);
	});
	test('hard on the only step waits half as long again', () => {
		const parameters = { ...DEFAULTS, learningStepsMs: [10 * MINUTE] };
		expect(answeredWhenDue(['hard'], parameters).state?.waitMs).toBe(15 * MINUTE);
	});
	test('easy leaves learning at once, good after the last step', () => {
		expect(waits('easy')?.phase).toBe('review');
		expect(waits('good', 'good')?.phase).toBe('review');
	});
	test('a card forgotten in review is relearned in 10 minutes and comes back to review', () => {
		expect(waits('easy', 'again')).toMatchObject({ phase: 'relearning', waitMs: 10 * MINUTE, lapses: 1 });
		expect(waits('easy', 'again', 'good')).toMatchObject({ phase: 'review', lapses: 1 });
	});
	test('without steps every rating leaves for review', () => {
		const parameters = { ...DEFAULTS, learningStepsMs: [], relearningStepsMs: [] };
		for (const rating of RATINGS) expect(answeredWhenDue([rating], parameters).state?.phase).toBe('review');
		expect(answeredWhenDue(['easy', 'again'], parameters).state).toMatchObject({ phase: 'review', lapses: 1 });
	});
});

describe('lapses', () => {
	const at = (days: number, minutes = 0) => 20_000 * DAY_MS + days * DAY_MS + minutes * MINUTE;
	const lapses = (reviews: readonly Review[]) => stateAfter(reviews)?.lapses;

	test('a card in learning cannot lapse', () => {
		expect(lapses([answer('again', at(0)), answer('again', at(0, 5))])).toBe(0);
	});
	test('a card lapses once a day at most', () => {
		const twice = [answer('easy', at(0)), answer('again', at(9)), answer('good', at(9, 10)), answer('again', at(9, 20))];
		expect(lapses(twice)).toBe(1);
		expect(lapses([...twice, answer('good', at(9, 30)), answer('again', at(12))])).toBe(2);
	});
	test('a card lapses once although the day goes back and forth, as across the date line', () => {
		const on = (day: number, rating: Rating) => ({ ...answer(rating, day * DAY_MS), day });
		const days = [on(1, 'easy'), on(9, 'again'), on(9, 'good'), on(8, 'again'), on(8, 'good'), on(9, 'again'), on(9, 'good')];
		expect(lapses(days)).toBe(1);
		expect(lapses([...days, on(10, 'again')])).toBe(2);
	});
	test('a right guess that comes back soon is no lapse', () => {
		expect(lapses([answer('easy', at(0)), answer('again', at(30), 'right')])).toBe(0);
	});
});

describe('leeches', () => {
	const lapse = (state: CardState | undefined, day: number) => {
		const lapsed = step(state, { ...answer('again', day * DAY_MS), day }, DEFAULTS);
		return step(lapsed, { ...answer('good', day * DAY_MS + 1), day }, DEFAULTS);
	};
	const forgotten = (times: number, from = step(undefined, answer('easy', 0), DEFAULTS), start = 10) => {
		let state = from;
		for (let time = 0; time < times; time++) state = lapse(state, start + time * 10);
		return state;
	};

	test('a card forgotten on eight days is put away as a leech', () => {
		expect(forgotten(7)).toMatchObject({ lapses: 7, suspended: false, leech: false });
		expect(forgotten(8)).toMatchObject({ lapses: 8, suspended: true, leech: true });
	});
	test('eight lapses on one day are one', () => {
		let state: CardState | undefined = step(undefined, answer('easy', 0), DEFAULTS);
		for (let time = 0; time < 8; time++) state = lapse(state, 10);
		expect(state).toMatchObject({ lapses: 1, suspended: false });
	});
	test('one that was brought back is put away again after half as many more lapses', () => {
		const back = { ...forgotten(8) };
		happen(back, { kind: 'unsuspend', id: 'u' as EntryId, at: 1, cardId: CARD });
		expect(back).toMatchObject({ suspended: false, leech: false, lapses: 8 });
		expect(forgotten(3, back, 200)).toMatchObject({ suspended: false });
		expect(forgotten(4, back, 200)).toMatchObject({ suspended: true, leech: true, lapses: 12 });
	});
});

describe('what is no answer', () => {
	const seen = step(undefined, answer('easy', 0), DEFAULTS);
	const after = (state: CardState, ...events: CardEvent[]): CardState => {
		const next = { ...state };
		for (const event of events) happen(next, event);
		return next;
	};
	const base = { id: 'e' as EntryId, at: 5, cardId: CARD };

	test('a card set due on a day is due on that day, until it is answered', () => {
		const set = after(seen, { kind: 'set-due', ...base, due: 3 });
		expect(dueOf(CARD, set, DEFAULTS)).toEqual({ kind: 'day', day: 3 });
		expect(step(set, answer('good', 4 * DAY_MS), DEFAULTS).setDue).toBeUndefined();
	});
	test('a changed card is due at once, until it is answered; one that was never answered is just new', () => {
		const changed = after(seen, { kind: 'changed', ...base });
		expect(dueOf(CARD, changed, DEFAULTS)).toEqual({ kind: 'day', day: 0 });
		expect(step(changed, answer('good', DAY_MS), DEFAULTS).changed).toBe(false);
		expect(after(blankState(), { kind: 'changed', ...base }).changed).toBe(false);
	});
	test('a card that was put off and then changed is due at once; one that was changed and then put off, on its day', () => {
		const [off, change] = [
			{ kind: 'set-due', ...base, due: 30 },
			{ kind: 'changed', ...base }
		] as const;
		expect(dueOf(CARD, after(seen, off, change), DEFAULTS)).toEqual({ kind: 'day', day: 0 });
		expect(dueOf(CARD, after(seen, change, off), DEFAULTS)).toEqual({ kind: 'day', day: 30 });
		expect(dueOf(CARD, after(seen, off, { ...change, on: 0 }), DEFAULTS)).toEqual({ kind: 'day', day: 30 });
	});
	test('a change that names a day leaves alone what was answered on that day or later', () => {
		expect(after(seen, { kind: 'changed', ...base, on: 0 }).changed).toBe(false);
		expect(after(seen, { kind: 'changed', ...base, on: 1 }).changed).toBe(true);
	});
	test('a reset card is as if it had never been answered', () => {
		expect(after(seen, { kind: 'suspend', ...base }, { kind: 'reset', ...base })).toEqual(blankState());
	});
});

describe('fuzz', () => {
	const rested = (id: CardId, reviews: number, parameters: Parameters) => {
		const seen = { ...blankState(), memory: { stability: 100, difficulty: 5 }, phase: 'review' as const, reviews };
		const due = dueOf(id, seen, parameters);
		return due.kind === 'day' ? due.day - seen.lastDay : 0;
	};
	const [first, ...others] = Array.from({ length: 40 }, (_, note) => `power/n${note}/main` as CardId) as [CardId, ...CardId[]];

	test('is on by default: cards that were learned together do not stay together, nor does one card from time to time', () => {
		expect(new Set([first, ...others].map((id) => rested(id, 5, DEFAULTS))).size).toBeGreaterThan(5);
		expect(new Set(Array.from({ length: 40 }, (_, time) => rested(first, time + 1, DEFAULTS))).size).toBeGreaterThan(5);
	});
	test('of one card at one repetition is the same each time, on every device', () => {
		expect(['a', 'b', 'c'].map((note) => rested(`power/${note}/main` as CardId, 5, DEFAULTS))).toEqual([104, 104, 96]);
	});
	test('that is off leaves the interval as it is', () => {
		for (const id of others) expect(rested(id, 5, { ...DEFAULTS, fuzz: false })).toBe(100);
	});
});

test('the defaults are those of the design', () => {
	expect(DEFAULTS).toEqual({
		desiredRetention: 0.9,
		newPerDay: 8,
		reviewsPerDay: 120,
		learningStepsMs: [MINUTE, 10 * MINUTE],
		relearningStepsMs: [10 * MINUTE],
		longestIntervalDays: 365,
		rolloverHour: 4,
		fuzz: true,
		leechLapses: 8
	});
});

describe('days', () => {
	test('a day that goes back counts as none, and the largest day seen stays', () => {
		const first = step(undefined, { ...answer('easy', 0), day: 100 }, DEFAULTS);
		const back = step(first, { ...answer('good', 1), day: 40 }, DEFAULTS);
		expect(back.lastDay).toBe(100);
		expect(back.memory).toEqual(step(first, { ...answer('good', 1), day: 100 }, DEFAULTS).memory);
	});
	test('no card comes back before the day it was answered', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(ratingArb, fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 30, size: 'max' }),
				(history) => {
					const state = stateAfter(history.map(([rating, day], index) => ({ ...answer(rating, index), day })));
					if (!state) return false;
					const due = dueOf(CARD, state, DEFAULTS);
					return due.kind === 'at' ? due.at > state.lastAt : due.day > state.lastDay;
				}
			)
		);
	});
});

describe('the intervals shown', () => {
	test('are those that the log will give', () => {
		fc.assert(
			fc.property(fc.array(ratingArb, { maxLength: 12 }), ratingArb, (history, chosen) => {
				const { state } = answeredWhenDue(history, DEFAULTS);
				const at = (state ? state.lastAt : 20_000 * DAY_MS) + 3 * DAY_MS;
				const day = Math.floor(at / DAY_MS);
				const shown = previewRests(CARD, state, { at, day }, DEFAULTS)[chosen];
				const due = dueOf(CARD, step(state, answer(chosen, at), DEFAULTS), DEFAULTS);
				if (shown.kind === 'away') return;
				expect(shown).toEqual(due.kind === 'at' ? { kind: 'wait', waitMs: due.at - at } : { kind: 'days', days: due.day - day });
			})
		);
	});
	test('say of the answer that makes a card a leech that it is put away', () => {
		const state = { ...blankState(), memory: { stability: 3, difficulty: 8 }, phase: 'review', reviews: 20, lapses: 7 } as const;
		const shown = previewRests(CARD, state, { at: 30 * DAY_MS, day: 30 }, DEFAULTS);
		expect(shown.again).toEqual({ kind: 'away' });
		expect(shown.hard.kind).toBe('days');
		expect(previewRests(CARD, { ...state, lapses: 6 }, { at: 30 * DAY_MS, day: 30 }, DEFAULTS).again.kind).toBe('wait');
	});
	test('never shrink from hard to easy once a card is in review', () => {
		fc.assert(
			fc.property(fc.array(ratingArb, { maxLength: 12 }), (history) => {
				const { state } = answeredWhenDue(['easy', ...history], DEFAULTS);
				if (state?.phase !== 'review') return;
				const at = state.lastAt + 5 * DAY_MS;
				const { hard, good, easy } = previewRests(CARD, state, { at, day: Math.floor(at / DAY_MS) }, DEFAULTS);
				const days = [hard, good, easy].map((rest) => (rest.kind === 'days' ? rest.days : 0));
				expect(days).toEqual([...days].sort((a, b) => a - b));
			})
		);
	});
});
