import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Choice, Confidence, Day, Entry, EntryId, Review, RunId } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { remember } from '#lib/core/schedule/memory.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { sameRules } from '#lib/core/schedule/rules.ts';
import { allowancesLeft } from '#lib/core/session/limit.ts';
import type { Offer, PoolScenario } from '#lib/core/session/offer.ts';
import { drawScenario, lastSeen, RESTING_DAYS } from '#lib/core/session/pool.ts';
import { queueOf } from '#lib/core/session/queue.ts';
import { resumeRun, choiceEntry, askedIn } from '#lib/core/session/scenario.ts';
import { advance, startSession } from '#lib/core/session/session.ts';
import { given, option, RUN, scenario, step } from './scenarios.ts';

const DAY_MS = 86_400_000;
const [USE, RECALL] = ['power/anarchy/use', 'power/anarchy/forward'] as [CardId, CardId];
const scenariosNamed = (...names: readonly string[]): readonly PoolScenario[] =>
	names.map((name) => ({ id: `power/${name}`, uses: [USE] }));
let count = 0;

function choice(day: Day, more: Partial<Choice> = {}): Choice {
	count += 1;
	return {
		kind: 'choice',
		id: `c${String(count).padStart(4, '0')}` as EntryId,
		at: day * DAY_MS + count,
		day,
		run: RUN,
		scenario: 'power/buyer',
		step: 'offer',
		option: 0,
		outcome: 'right',
		uses: [USE],
		hints: 0,
		tookMs: 900,
		...more
	};
}

function recall(day: Day, rating: Review['rating']): Review {
	count += 1;
	const id = `r${String(count).padStart(4, '0')}` as EntryId;
	return { kind: 'review', id, at: day * DAY_MS + count, day, cardId: RECALL, outcome: 'self', rating, hints: 0, tookMs: 900 };
}

/** The use cards that a day asks. */
function usesOn(day: Day, log: readonly Entry[], pool = scenariosNamed('buyer', 'dam')): readonly CardId[] {
	const offer: Offer = { cards: [RECALL], uses: [USE], pool };
	return queueOf(offer, fold(log), day, sameRules({ ...DEFAULTS, fuzz: false })).ahead.filter((id) => id === USE);
}

describe('drawing a scenario', () => {
	const pool = scenariosNamed('a', 'b', 'c', 'd');
	const seenArb = fc
		.array(fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }), { minLength: 4, maxLength: 4 })
		.map((days) => new Map(days.flatMap((day, index) => (day === undefined ? [] : [[pool[index]?.id ?? '', day] as const]))));

	test('takes one never seen first, else the one longest unseen, and none that was seen within 30 days', () => {
		fc.assert(
			fc.property(seenArb, fc.integer({ min: 200, max: 240 }), (seen, today) => {
				const drawn = drawScenario(USE, pool, seen, today);
				const rested = pool.filter(({ id }) => today - (seen.get(id) ?? -Infinity) >= RESTING_DAYS);
				if (drawn === undefined) {
					expect(rested).toEqual([]);
					return;
				}
				const longest = Math.min(...rested.map(({ id }) => seen.get(id) ?? -Infinity));
				expect(rested).toContain(drawn);
				expect(seen.get(drawn.id) ?? -Infinity).toBe(longest);
			})
		);
	});
	test('rests a scenario for 30 days, to the day', () => {
		const seen = lastSeen(fold([choice(100, { scenario: 'power/a' })]).runs);
		expect(drawScenario(USE, scenariosNamed('a'), seen, 129)).toBeUndefined();
		expect(drawScenario(USE, scenariosNamed('a'), seen, 130)?.id).toBe('power/a');
	});
	test('counts a scenario as seen on the last day of any run through it', () => {
		const other = 'run-2' as RunId;
		const { runs } = fold([
			choice(100, { scenario: 'power/a' }),
			choice(120, { scenario: 'power/a' }),
			choice(90, { run: other, scenario: 'power/a' })
		]);
		expect(lastSeen(runs)).toEqual(new Map([['power/a', 120]]));
	});
	test('takes only a scenario that is about the concept, and the same one each time', () => {
		const drawn = drawScenario(USE, pool, new Map(), 100);
		expect(drawScenario(USE, [...pool].reverse(), new Map(), 100)).toBe(drawn);
		expect(drawScenario('power/cost/use' as CardId, pool, new Map(), 100)).toBeUndefined();
	});
});

describe('the use card of a concept', () => {
	test('opens on the day after its recall has left learning', () => {
		expect(usesOn(100, [])).toEqual([]);
		const learning = [recall(100, 'good')];
		expect(usesOn(101, learning)).toEqual([]);
		const left = [...learning, recall(101, 'good')];
		expect(usesOn(101, left)).toEqual([]);
		expect(usesOn(102, left)).toEqual([USE]);
	});
	test('stays open when its recall is forgotten again', () => {
		expect(usesOn(140, [recall(100, 'easy'), recall(140, 'again')])).toEqual([USE]);
	});
	test('of a scenario that is about no concept is open from the start', () => {
		const own = 'power/buyer/use' as CardId;
		const offer: Offer = { cards: [], uses: [own], pool: [{ id: 'power/buyer', uses: [own] }] };
		expect(queueOf(offer, fold([]), 100, sameRules(DEFAULTS))).toMatchObject({ ahead: [own], uses: 1 });
	});
	test('is asked once a day, and then on the day on which it is due', () => {
		const log = [recall(90, 'easy'), choice(100), choice(101, { run: 'run-2' as RunId, scenario: 'power/dam' })];
		const state = fold(log).cards.get(USE);
		const due = state && dueOf(USE, state, { ...DEFAULTS, fuzz: false });
		expect(usesOn(101, log)).toEqual([]);
		expect(due?.kind).toBe('day');
		const day = due?.kind === 'day' ? due.day : 0;
		const pool = scenariosNamed('buyer', 'dam', 'treaty');
		expect(usesOn(day - 1, log, pool)).toEqual([]);
		expect(usesOn(day, log, pool)).toEqual([USE]);
	});
	test('waits while every scenario about it was seen within 30 days', () => {
		const log = [recall(90, 'easy'), choice(100, { outcome: 'wrong' })];
		const pool = scenariosNamed('buyer');
		for (let day = 101; day < 130; day++) expect(usesOn(day, log, pool)).toEqual([]);
		expect(usesOn(130, log, pool)).toEqual([USE]);
	});
	test('is asked within limits of its own while new, and with the reviews after that', () => {
		const uses = Array.from({ length: 30 }, (_, index) => `power/c${index}/use` as CardId);
		const pool = uses.map((use, index) => ({ id: `power/s${index}`, uses: [use] }));
		const learned = uses.map((use) => ({ ...recall(90, 'easy'), cardId: use.replace('/use', '/forward') as CardId }));
		const offer: Offer = { cards: [], uses, pool };
		const rules = sameRules({ ...DEFAULTS, newPerDay: 8, reviewsPerDay: 5 });
		expect(queueOf(offer, fold(learned), 100, rules)).toMatchObject({ uses: 8 });
		const asked = uses.slice(0, 3).map((use) => choice(100, { run: use as string as RunId, uses: [use] }));
		expect(queueOf(offer, fold([...learned, ...asked]), 100, rules)).toMatchObject({ uses: 5 });
		const all = uses.map((use) => choice(50, { run: use as string as RunId, uses: [use] }));
		expect(queueOf(offer, fold([...learned, ...all]), 100, rules)).toMatchObject({ uses: 5 });
	});
	test('takes nothing of the new cards of the day, and a review only when it is due again', () => {
		const others = Array.from({ length: 20 }, (_, index) => `power/n${index}/main` as CardId);
		const offer: Offer = { cards: others, uses: [USE], pool: scenariosNamed('buyer', 'dam') };
		const freshAfter = (log: readonly Entry[]) => queueOf(offer, fold(log), 100, sameRules(DEFAULTS)).fresh;
		const before = [recall(90, 'easy'), choice(60, { run: 'run-2' as RunId })];
		expect(freshAfter([recall(90, 'easy'), choice(100)])).toBe(DEFAULTS.newPerDay);
		expect(freshAfter([...before, choice(100)])).toBe(DEFAULTS.newPerDay);
		const { general } = allowancesLeft(fold([...before, choice(100)]).cards, 100, sameRules(DEFAULTS));
		expect(general).toEqual({ fresh: DEFAULTS.newPerDay, reviews: DEFAULTS.reviewsPerDay - 1, newUses: DEFAULTS.newPerDay });
	});
	test('is put away like any card', () => {
		const log: Entry[] = [recall(90, 'easy'), { kind: 'suspend', id: 's' as EntryId, at: 95 * DAY_MS, cardId: USE }];
		expect(usesOn(100, log)).toEqual([]);
	});
});

describe('recall and use of one concept', () => {
	const cardArb = fc
		.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean())
		.map(([n, use]) => `power/c${n}/${use ? 'use' : 'forward'}` as CardId);
	test('stand at least five cards apart, unless nothing else is left', () => {
		fc.assert(
			fc.property(fc.uniqueArray(cardArb, { maxLength: 12 }), fc.nat(25), (pairs, others) => {
				const plain = Array.from({ length: others }, (_, index) => `power/n${index}/main` as CardId);
				let session = startSession({ ahead: [...pairs, ...plain], waiting: [], fresh: 0, uses: 0 }, 0);
				const asked: CardId[] = [];
				const isNear = (id: CardId) => asked.slice(-5).some((other) => other !== id && noteKey(other) === noteKey(id));
				while (session.current) {
					const { id } = session.current;
					if (isNear(id)) expect(session.ahead.every(isNear)).toBe(true);
					asked.push(id);
					session = advance(session, { kind: 'answer', due: { kind: 'day', day: 200 }, now: 1 });
				}
				expect(asked).toHaveLength(pairs.length + others);
			})
		);
	});
});

describe('the review that a run gives', () => {
	const state = (log: readonly Entry[]) => fold(log).cards.get(USE);

	test('is one for each concept, from the first graded choice about it', () => {
		const log = [choice(100, { outcome: 'none', option: -1 }), choice(100, { outcome: 'wrong' }), choice(100, { outcome: 'right' })];
		expect(state(log)).toMatchObject({ reviews: 1, phase: 'review', memory: remember(undefined, 0, 'again') });
		expect(fold(log)).toMatchObject({ answers: 3 });
	});
	test('is one more in another run', () => {
		expect(state([choice(100), choice(140, { run: 'run-2' as RunId })])?.reviews).toBe(2);
	});
	test('from a choice about two concepts is one for each', () => {
		const log = [
			choice(100, { uses: [USE, 'power/cost/use' as CardId] }),
			choice(100, { uses: ['power/cost/use' as CardId], outcome: 'wrong' })
		];
		expect([...fold(log).cards].map(([id, { reviews }]) => [id, reviews]).sort()).toEqual([
			['power/anarchy/use', 1],
			['power/cost/use', 1]
		]);
	});
	test.each([
		['right', 'sure', 0, 'good'],
		['right', 'unsure', 0, 'good'],
		['right', 'guess', 0, 'again'],
		['wrong', 'sure', 0, 'again']
	] as const)(
		'%s and %s on a new card with %i hints is %s, without steps within the day',
		(outcome, confidence: Confidence, hints, rating) => {
			const memory = remember(undefined, 0, rating);
			expect(state([choice(100, { outcome, confidence, hints })])).toMatchObject({ memory, phase: 'review', waitMs: 0, lapses: 0 });
		}
	);
	test('with a hint is hard at most', () => {
		expect(state([choice(100, { hints: 1 })])).toMatchObject({ memory: remember(undefined, 0, 'hard') });
	});
	const known = [choice(0, { run: 'a' as RunId }), choice(1, { run: 'b' as RunId })];
	test('by a right guess on a faint card is again, without a lapse; on a card that is held it is good', () => {
		expect(state([...known, choice(300, { confidence: 'guess', run: 'c' as RunId })])).toMatchObject({ phase: 'review', lapses: 0 });
		expect(state([...known, choice(3, { confidence: 'guess', run: 'c' as RunId })])).toMatchObject({ phase: 'review', lapses: 0 });
		expect(state([...known, choice(300, { outcome: 'wrong', run: 'c' as RunId })])).toMatchObject({ phase: 'review', lapses: 1 });
	});
	test('goes when its choice is taken back: the next graded choice about the concept counts instead', () => {
		const [wrong, right] = [choice(100, { outcome: 'wrong' }), choice(100)];
		const undo: Entry = { kind: 'retraction', id: 'u' as EntryId, at: 101 * DAY_MS, entryId: wrong.id };
		expect(state([wrong, undo])).toBeUndefined();
		expect(state([wrong, right, undo])).toEqual(state([right]));
		expect(fold([wrong, undo]).runs.size).toBe(0);
	});
});

test('a run that is resumed after two days goes on where it was, and counts for no concept twice', () => {
	const note = scenario(
		[
			step('offer', [option('take', false), option('sell half', true)], 'anarchy'),
			step('request', [option('hand over', false), option('keep', true)], 'anarchy', 'cost')
		],
		[option('read on', true)]
	);
	const first = resumeRun('power', note, RUN, []);
	const left = [choiceEntry(first, 0, given(1, 100))];
	const second = resumeRun('power', note, RUN, left);
	const log: Entry[] = [...left, choiceEntry(second, 0, given(2, 100))];
	const run = resumeRun('power', note, RUN, fold(log).runs.get(RUN)?.path ?? []);
	expect(askedIn(run)?.step.id).toBe('request');
	log.push(choiceEntry(run, 1, given(3, 102)));
	const { cards, runs } = fold(log);
	expect(cards.get(USE)).toMatchObject({ reviews: 1, lastDay: 100, memory: remember(undefined, 0, 'again') });
	expect(cards.get('power/cost/use' as CardId)).toMatchObject({ reviews: 1, lastDay: 102, memory: remember(undefined, 0, 'good') });
	expect(runs.get(RUN)).toMatchObject({ lastDay: 102, counted: ['power/buyer/use', USE, 'power/cost/use'] });
	expect(askedIn(resumeRun('power', note, RUN, runs.get(RUN)?.path ?? []))).toBeUndefined();
});
