import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { answer, blankState, happen, type CardState } from '#lib/core/schedule/state.ts';
import { whyAsked } from '#lib/core/session/why.ts';
import { whyWords } from '#lib/words/why.ts';

const ID = 'd/anarchy/main' as CardId;
const DAY = 20_000;
const P = { ...DEFAULTS, fuzz: false };

/** A card answered on these days, counted from the first. */
function answered(...ratings: readonly (readonly [day: number, rating: 'again' | 'good' | 'easy'])[]): CardState {
	const state = blankState();
	for (const [day, rating] of ratings) answer(state, (DAY + day) * 86_400_000, DAY + day, rating, 'self', undefined, P);
	return state;
}
const why = (state: CardState | undefined, day = 0, extra?: 'leeches' | 'mistakes' | 'ahead') =>
	whyWords(whyAsked(ID, state, DAY + day, P, extra));

describe('why a card is asked now', () => {
	test('it is new', () => {
		expect(why(undefined)).toBe('It is new to you. New cards come in the order of their deck, a few each day.');
		expect(why(blankState())).toBe(why(undefined));
	});
	test('it is being learned', () => {
		expect(why(answered([0, 'again']))).toBe('You are just learning it: it comes back 1 minute after the last look, until you know it.');
	});
	test('it was forgotten and is learned again', () => {
		expect(why(answered([0, 'easy'], [15, 'again']), 15)).toBe(
			'You did not know it, so you look at it again 10 minutes later, until you do.'
		);
	});
	test('it is due: how long ago it was answered, and how likely it is known', () => {
		const state = answered([0, 'easy']);
		const due = whyAsked(ID, state, DAY, P, undefined);
		expect(due).toMatchObject({ kind: 'memory', restedDays: 0, recall: 1, goal: 0.9 });
		const rest = due.kind === 'memory' ? -due.overdueDays : 0;
		expect(rest).toBeGreaterThan(3);
		expect(why(state, rest)).toBe(
			`You answered it last ${rest} days ago. The chance that you still know it is about 90 %; cards come back when it falls to 90 %. It is due today.`
		);
		expect(why(state, rest + 2)).toMatch(/It has been due for 2 days\.$/u);
		expect(why(state, rest - 1, 'ahead')).toMatch(/It is due in 1 day: you study ahead\.$/u);
		expect(why(state, 0)).toMatch(/^You answered it today\./u);
	});
	test('its author has changed it', () => {
		const state = { ...answered([0, 'easy']) };
		happen(state, { kind: 'changed', id: 'e' as never, at: 0, cardId: ID });
		expect(why(state)).toBe('Its author has changed what is right since you last answered it.');
	});
	test('the student wanted it on that day', () => {
		const state = { ...answered([0, 'easy']) };
		happen(state, { kind: 'set-due', id: 'e' as never, at: 0, cardId: ID, due: DAY + 1 });
		expect(why(state, 1)).toBe('You asked for it on this day.');
	});
	test('it went wrong today, or was put away as a leech, and is studied once more', () => {
		expect(why(answered([0, 'again']), 0, 'mistakes')).toBe('It went wrong today, and you study such cards once more.');
		expect(why({ ...answered([0, 'easy']), lapses: 8 }, 9, 'leeches')).toMatch(/^It was put away after it was forgotten on 8 days/u);
	});
});
