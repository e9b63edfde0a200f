import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { packSegment, readSegment } from '#lib/core/review/segment.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import type { Base, Progress } from '#lib/core/schedule/progress.ts';
import { rebuild } from '#lib/core/schedule/rebuild.ts';
import { replay } from '#lib/core/schedule/replay.ts';
import { sameRules } from '#lib/core/schedule/rules.ts';
import type { CardList, CardStates } from '#lib/core/schedule/states.ts';
import { gather } from '#lib/core/session/gather.ts';
import { offerOf } from '#lib/core/session/offer.ts';
import { cardIdArb, logArb } from '../log-arbitraries.ts';

function baseOf(entries: readonly Entry[], later: readonly Entry[] = []): Base {
	const read = readSegment(packSegment(entries));
	if ('damage' in read) throw new Error(read.damage);
	return rebuild([read.segment], later);
}

/** What is asked of some cards on a day. */
function asked(list: CardList, progress: Progress, today: number) {
	return gather({ ...offerOf([]), ...list }, progress, today, sameRules(DEFAULTS));
}

/** The same, of one state after the other, each found by its card's key. */
function askedOneByOne(cards: readonly CardId[], progress: Progress, today: number) {
	const glance = (_: number, id: CardId) => progress.cards.get(id);
	const states: CardStates = {
		get: (id) => progress.cards.get(id),
		rowsOf: () => new Int32Array(cards.length),
		glance,
		answeredOn: (day) => progress.cards.answeredOn(day),
		lastDays: () => progress.cards.lastDays(),
		[Symbol.iterator]: () => progress.cards[Symbol.iterator]()
	};
	return asked({ cards }, { ...progress, cards: states }, today);
}

/** Cards that a log may name, cards that it never does, in any order. */
const cardsArb = fc.uniqueArray(
	fc.oneof(cardIdArb, fc.constantFrom('power/z/main', 'power/ü/main', 'other/a/main') as fc.Arbitrary<CardId>),
	{
		maxLength: 7
	}
);
const dayArb = fc.integer({ min: 0, max: 60 });

const review = (cardId: string, day: number): Entry => ({
	kind: 'review',
	id: `entry-${cardId}-${day}` as never,
	at: day * 86_400_000,
	day,
	cardId: cardId as CardId,
	rating: 'easy',
	outcome: 'self',
	hints: 0,
	tookMs: 4000
});
const LOG = ['a', 'b', 'c'].flatMap((card, at) => [review(card, at), review(card, at + 20)]).sort(compareEntries);
const cards = (...ids: readonly string[]): readonly CardId[] => ids as readonly CardId[];

describe('a checkpoint', () => {
	test('asks the same cards by the rows that it has kept as by their keys, whatever was answered since', () => {
		let continued = 0;
		fc.assert(
			fc.property(logArb, fc.nat(45), cardsArb, dayArb, (log, at, ids, today) => {
				const sorted = [...log].sort(compareEntries);
				const [before, after] = [sorted.slice(0, at), sorted.slice(at)];
				const base = baseOf(before, after);
				const list = { cards: ids, version: 'these' };
				const bytes = packCheckpoint(base, list);
				const read = bytes && readCheckpoint(bytes);
				const progress = read && replay(read, after);
				if (progress === undefined) return;
				continued += 1;
				const oneByOne = askedOneByOne(ids, progress, today);
				expect(asked(list, progress, today)).toEqual(oneByOne);
				expect(asked({ cards: ids }, progress, today)).toEqual(oneByOne);
			}),
			{ numRuns: 1000 }
		);
		expect(continued).toBeGreaterThan(300);
	});
	test('finds cards anew that are others than those whose rows it has kept', () => {
		const base = baseOf(LOG);
		const bytes = packCheckpoint(base, { cards: cards('a', 'b', 'c'), version: 'then' }) ?? new Uint8Array();
		const others: readonly CardList[] = [
			{ cards: cards('c', 'x', 'a'), version: 'now' },
			{ cards: cards('c', 'x', 'a') },
			{ cards: cards('c', 'a'), version: 'then' }
		];
		for (const list of others) {
			const read = readCheckpoint(bytes);
			expect(read && asked(list, read, 2000)).toEqual(asked({ cards: list.cards }, base, 2000));
		}
		expect(asked({ cards: cards('c', 'x', 'a') }, base, 2000)).toMatchObject({ reviews: [{ id: 'c' }, { id: 'a' }], fresh: ['x'] });
	});
	test('asks what is changed or wanted, and not what is away, although its interval is not over', () => {
		const about = (kind: string, cardId: string, more: object = {}): Entry =>
			({ kind, id: `${kind}-${cardId}`, at: 30 * 86_400_000, cardId, ...more }) as Entry;
		const log = [...LOG, about('changed', 'a'), about('set-due', 'b', { due: 31 }), about('suspend', 'c')].sort(compareEntries);
		const read = readCheckpoint(packCheckpoint(baseOf(log), { cards: cards('a', 'b', 'c'), version: 'then' }) ?? new Uint8Array());
		const today = read && asked({ cards: cards('a', 'b', 'c'), version: 'then' }, read, 31);
		expect(today).toMatchObject({ reviews: [{ id: 'a' }, { id: 'b' }], waiting: [], fresh: [] });
		expect(read && asked({ cards: cards('a', 'b', 'c'), version: 'then' }, read, 30)).toMatchObject({ reviews: [{ id: 'a' }] });
	});
	test('without rows finds the cards itself', () => {
		const base = baseOf(LOG);
		const read = readCheckpoint(packCheckpoint(base) ?? new Uint8Array());
		expect(read && asked({ cards: cards('b', 'x'), version: 'now' }, read, 2000)).toEqual(asked({ cards: cards('b', 'x') }, base, 2000));
	});
	test('is thrown away if any byte of it has changed, those of its rows too', () => {
		const bytes = packCheckpoint(baseOf(LOG), { cards: cards('a', 'b', 'c'), version: 'then' }) ?? new Uint8Array();
		expect(readCheckpoint(bytes)).toBeDefined();
		// What fills up to a multiple of 8 behind the head is under the sum as well.
		for (let at = 0; at < bytes.length; at++) {
			const damaged = bytes.slice();
			damaged[at] = (damaged[at] ?? 0) ^ 1;
			expect(readCheckpoint(damaged), `byte ${at}`).toBeUndefined();
		}
		expect(readCheckpoint(bytes.slice(0, -8))).toBeUndefined();
	});
	test.each([1, 2])('of layout %i, which an earlier version kept, is thrown away', (layout) => {
		expect(readCheckpoint(new Uint8Array(readFileSync(`tests/fixtures/checkpoint-${layout}.bin`)))).toBeUndefined();
	});
});
