import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { EntryId, Rating, Review } from '#lib/core/review/entry.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { answer, blankState, type CardState } from '#lib/core/schedule/state.ts';
import { extraQueue, troubleIn } from '#lib/core/session/extra.ts';
import { soundings } from '#lib/core/session/soundings.ts';
import { minutesSpent } from '#lib/core/stats/pace.ts';

const DAY = 20_000;
const P = { ...DEFAULTS, fuzz: false };
const rules = { of: () => P } as unknown as Parameters<typeof soundings>[3];
const id = (name: string) => `d/${name}/main` as CardId;

/** The answers of a day, "a good" each, with the states that they leave. */
function dayOf(...said: readonly string[]): { answers: readonly Review[]; cards: ReadonlyMap<CardId, CardState> } {
	const cards = new Map<CardId, ReturnType<typeof blankState>>();
	const answers = said.map((one, index): Review => {
		const [name = '', rating = ''] = one.split(' ');
		const cardId = id(name);
		const state = cards.get(cardId) ?? blankState();
		cards.set(cardId, state);
		const at = DAY * 86_400_000 + index;
		answer(state, at, DAY, rating as Rating, 'self', undefined, P);
		return {
			kind: 'review',
			id: `r${index}` as EntryId,
			at,
			day: DAY,
			cardId,
			outcome: 'self',
			rating: rating as Rating,
			hints: 0,
			tookMs: 20_000
		};
	});
	return { answers, cards };
}
const depths = (...said: readonly string[]) => {
	const { answers, cards } = dayOf(...said);
	return soundings(answers, cards as unknown as Parameters<typeof soundings>[1], DAY, rules);
};

describe('soundings', () => {
	test('an answer rated again lies at the surface', () => {
		expect(depths('a again')).toEqual([0]);
	});
	test('an answer after which the card comes again the same day is shallow, its last one as deep as the card then rests', () => {
		expect(depths('a good', 'b easy', 'a easy')).toEqual([1, 3, 2]);
	});
	test('stand in the order of the answers', () => {
		expect(depths('a again', 'b easy', 'a good')).toEqual([0, 3, 1]);
	});
});

describe('trouble', () => {
	const { answers } = dayOf('a again', 'b again', 'c again', 'b again', 'd again', 'e good', 'c again', 'b again');
	const ids = ['a', 'b', 'c', 'd', 'e'].map(id);
	test('are the three cards that came back most often, the worst first', () => {
		expect(troubleIn(answers, ids).map(({ id, times }) => [id, times])).toEqual([
			[id('b'), 3],
			[id('c'), 2],
			[id('a'), 1]
		]);
	});
	test('comes with the last answer that was wrong', () => {
		expect(troubleIn(answers, ids)[0]?.last.id).toBe('r7');
	});
	test('is only of the cards that are studied', () => {
		expect(troubleIn(answers, [id('d'), id('e')]).map(({ id }) => id)).toEqual([id('d')]);
	});
	test('can be asked once more', () => {
		expect(extraQueue('trouble', ids, new Map() as never, answers, DAY, rules).ahead).toEqual(['b', 'c', 'a'].map(id));
	});
});

test('a session took at least a minute, and pauses are not counted', () => {
	expect(minutesSpent([])).toBe(1);
	expect(minutesSpent([{ tookMs: 60_000 }, { tookMs: 9_000_000 }, { tookMs: -5 }])).toBe(3);
});
