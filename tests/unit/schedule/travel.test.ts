import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Entry, EntryId, Millis, Rating } from '#lib/core/review/entry.ts';
import { DAY_MS, dayBy, dayStart, type LocalClock } from '#lib/core/schedule/day.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { sameRules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { offerOf } from '#lib/core/session/offer.ts';
import { queueOf } from '#lib/core/session/queue.ts';
import { ratingArb } from '../log-arbitraries.ts';
import { HOUR, NOON } from './device.ts';

const ROLLOVER = 4;
/** Between the first and the last place on earth that has a date. */
const WORLD_HOURS = 26;
const IDS = ['a', 'b', 'c', 'd', 'e'].map((note) => `d/${note}/main` as CardId);
const PARAMETERS = { ...DEFAULTS, fuzz: false };

/** The wall clock of a place so many hours ahead of UTC. */
function placeAt(hours: number): LocalClock {
	return (at) => {
		const local = new Date(at + hours * HOUR);
		return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, date: local.getUTCDate(), hour: local.getUTCHours() };
	};
}

/** Where a learner studies, and how long after the last time. */
interface Stop {
	readonly offset: number;
	readonly hours: number;
	readonly ratings: readonly Rating[];
}

const stopArb = (offset: fc.Arbitrary<number>): fc.Arbitrary<Stop> =>
	fc.record({
		offset,
		hours: fc.integer({ min: 1, max: 60 }),
		ratings: fc.array(ratingArb, { minLength: IDS.length, maxLength: IDS.length })
	});

/** Around the world within a week, so many hours a stop: a positive step goes east. */
function around(step: number): fc.Arbitrary<readonly Stop[]> {
	const offsets = Array.from({ length: 8 }, (_, index) => ((((index * step + 12) % 24) + 24) % 24) - 12);
	return fc.tuple(...offsets.map((offset) => stopArb(fc.constant(offset)).map((stop) => ({ ...stop, hours: 21 }))));
}

const journeys: readonly (readonly [string, fc.Arbitrary<readonly Stop[]>])[] = [
	['eastward around the world in a week', fc.array(around(3.5), { minLength: 1, maxLength: 3 }).map((weeks) => weeks.flat())],
	['westward around the world in a week', fc.array(around(-3.5), { minLength: 1, maxLength: 3 }).map((weeks) => weeks.flat())],
	['to and fro across the date line', fc.array(stopArb(fc.constantFrom(14, -12, 12, -11)), { maxLength: 20, size: 'max' })],
	['anywhere', fc.array(stopArb(fc.integer({ min: -48, max: 56 }).map((quarters) => quarters / 4)), { maxLength: 20, size: 'max' })]
];

/** Follows a learner who answers whatever the queue asks, and holds each queue to what is due. */
function follow(stops: readonly Stop[]): { readonly log: readonly Entry[]; readonly now: Millis; readonly today: Day } {
	const log: Entry[] = [];
	let now = NOON;
	let today = 0;
	for (const { offset, hours, ratings } of stops) {
		now += hours * HOUR;
		today = dayBy(placeAt(offset), now, ROLLOVER);
		const { cards, runs, pace } = fold(log);
		const { waiting, ahead } = queueOf(offerOf(IDS), { cards, runs, pace }, today, sameRules(PARAMETERS));
		const asked = new Set([...waiting.map(({ id }) => id), ...ahead]);
		for (const [index, id] of IDS.entries()) {
			const state = cards.get(id);
			if (state !== undefined && !isNew(state)) {
				const due = dueOf(id, state, PARAMETERS);
				const isDue = due.kind === 'at' || due.day <= today;
				expect(asked.has(id)).toBe(isDue);
				// By the real time that has passed it is asked neither much too early nor much too late.
				const rested = (now - state.lastAt) / HOUR;
				const rest = due.kind === 'at' ? 0 : (due.day - state.lastDay) * 24;
				if (isDue) expect(rested).toBeGreaterThanOrEqual(rest - 24 - WORLD_HOURS);
				else expect(rested).toBeLessThanOrEqual(rest + 24 + WORLD_HOURS);
			}
			if (!asked.has(id)) continue;
			now += 10_000;
			const cardId = id;
			const entryId = `e${log.length}` as EntryId;
			const rating = ratings[index] ?? 'good';
			log.push({ kind: 'review', id: entryId, at: now, day: today, cardId, outcome: 'self', rating, hints: 0, tookMs: 9000 });
			const [before, after] = [state, fold(log).cards.get(id)];
			expect(after?.lastDay).toBeGreaterThanOrEqual(before?.lastDay ?? -Infinity);
			expect(after?.memory?.stability).toBeGreaterThan(0);
		}
	}
	return { log, now, today };
}

describe.each(journeys)('a learner who travels %s', (_, journeyArb) => {
	test('is asked each card on the day on which it is due where they are, and no card waits much longer than it should', () => {
		fc.assert(
			fc.property(journeyArb, (stops) => {
				follow(stops);
			}),
			{ numRuns: 250 }
		);
	});
	test('finds no card stuck in the future at home', () => {
		fc.assert(
			fc.property(journeyArb, fc.integer({ min: -12, max: 14 }), (stops, home) => {
				const { log, now } = follow(stops);
				const today = dayBy(placeAt(home), now, ROLLOVER);
				for (const [id, state] of fold(log).cards) {
					expect(Math.abs(state.lastDay - dayBy(placeAt(home), state.lastAt, ROLLOVER))).toBeLessThanOrEqual(2);
					const due = dueOf(id, state, PARAMETERS);
					if (due.kind === 'day') expect(due.day).toBeLessThanOrEqual(today + 2 + PARAMETERS.longestIntervalDays);
				}
			}),
			{ numRuns: 100 }
		);
	});
});

test('the days of a journey follow real time, give or take the width of the world', () => {
	const offset = fc.integer({ min: -12, max: 14 });
	fc.assert(
		fc.property(offset, offset, fc.integer({ min: 0, max: 400 * 24 }), fc.integer({ min: 0, max: 23 }), (from, to, hours, rollover) => {
			const days = dayBy(placeAt(to), NOON + hours * HOUR, rollover) - dayBy(placeAt(from), NOON, rollover);
			expect(Math.abs(days * 24 - hours)).toBeLessThan(24 + WORLD_HOURS);
		})
	);
});

test('in a place without changes a day begins at the rollover hour', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: -48, max: 56 }),
			fc.integer({ min: 0, max: 30_000 }),
			fc.integer({ min: 0, max: 23 }),
			(quarters, day, rollover) => {
				expect(dayStart(placeAt(quarters / 4), day, rollover)).toBe(day * DAY_MS + (rollover - quarters / 4) * HOUR);
			}
		)
	);
});
