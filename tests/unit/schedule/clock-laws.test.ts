import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actsOf, NO_CORRECTIONS } from '#lib/core/review/corrections.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { ratingArb, told } from '../log-arbitraries.ts';
import { dayOf, Device, HOUR, NOON } from './device.ts';

const MINUTE = 60_000;
/** The clock may be set back by so much without a question. */
const LEEWAY_MS = 5 * MINUTE;
const cardArb = fc.constantFrom('d/a/main', 'd/b/main', 'd/c/main');

/** What the student says of the clock. */
function settle(device: Device, isRight: boolean): void {
	if (isRight) device.yes();
	else device.anyway();
}

/** What follows from a log, but for where its entries stand and what they say about others. */
function meaning(log: readonly Entry[]): string {
	return told({ ...fold(log), end: undefined, pending: NO_CORRECTIONS });
}

const answersArb = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 40 * 24 * 60 }), cardId: cardArb, rating: ratingArb }), {
	minLength: 1,
	maxLength: 25,
	size: 'max'
});

describe('a clock that leapt forward by whole days', () => {
	test('leaves no trace once it is set right within a day of the last answer; half a day, after a leap of one', () => {
		let moved = 0;
		fc.assert(
			fc.property(
				answersArb,
				fc.nat(),
				fc.integer({ min: 1, max: 900 }),
				fc.integer({ min: 1, max: 24 * 60 - 1 }),
				fc.boolean(),
				(answers, place, days, late, isCalledRight) => {
					const leap = place % answers.length;
					const [leapt, right] = [new Device(NOON).write('first'), new Device(NOON).write('first')];
					for (const [index, { gap, cardId, rating }] of answers.entries()) {
						// A pause as long as the leap hides it.
						const pause = (index > leap ? Math.min(gap, days * 24 * 60 - 1) : gap) * MINUTE;
						right.after(pause).write(String(index), cardId, rating);
						leapt.after(pause + (index === leap ? days * DAY_MS : 0));
						if (leapt.asks) settle(leapt, isCalledRight);
						leapt.write(String(index), cardId, rating);
					}
					leapt.after((days === 1 ? late / 2 : late) * MINUTE - days * DAY_MS);
					if (!leapt.asks) return; // the leap was shorter than the time since
					leapt.yes();
					moved += 1;
					expect(meaning(leapt.log)).toBe(meaning(right.log));
				}
			),
			{ numRuns: 1500 }
		);
		expect(moved).toBeGreaterThan(1000);
	});
});

describe('a clock that fell back by whole days', () => {
	test('leaves no trace once it is set right within a day of the last answer; half a day, after a fall of one', () => {
		fc.assert(
			fc.property(
				answersArb,
				fc.nat(),
				fc.integer({ min: 1, max: 900 }),
				fc.integer({ min: 1, max: 24 * 60 - 1 }),
				(answers, place, days, late) => {
					const fall = place % answers.length;
					const [fallen, right] = [new Device(NOON).write('first'), new Device(NOON).write('first')];
					for (const [index, { gap, cardId, rating }] of answers.entries()) {
						// A pause as long as the fall hides it.
						const pause = (index === fall ? Math.min(gap, days * 24 * 60 - 10) : gap) * MINUTE;
						right.after(pause).write(String(index), cardId, rating);
						fallen.after(pause - (index === fall ? days * DAY_MS : 0));
						if (fallen.asks) settle(fallen, false);
						fallen.write(String(index), cardId, rating);
					}
					fallen.after((days === 1 ? late / 2 : late) * MINUTE + days * DAY_MS);
					expect(fallen.asks).toBe(true);
					fallen.yes();
					expect(meaning(fallen.log)).toBe(meaning(right.log));
				}
			),
			{ numRuns: 1500 }
		);
	});
});

describe('a clock set to anything, again and again, by a student who answers anything', () => {
	const actArb = fc.oneof(
		{ weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), cardId: cardArb, rating: ratingArb }) },
		{
			weight: 2,
			arbitrary: fc.record({
				kind: fc.constant('wait' as const),
				ms: fc.oneof(fc.integer({ max: 3 * HOUR }), fc.integer({ max: 90 * DAY_MS }))
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('set' as const),
				wrong: fc.oneof(fc.constant(0), fc.integer({ min: -DAY_MS, max: DAY_MS }), fc.integer({ min: -900 * DAY_MS, max: 900 * DAY_MS }))
			})
		},
		{ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('yes' as const, 'anyway' as const) }) }
	);
	test('and at last set right: nothing lies after now, the order is kept, no card is stuck in the future', () => {
		let asked = 0;
		fc.assert(
			fc.property(fc.array(actArb, { maxLength: 60, size: 'max' }), (acts) => {
				const device = new Device(NOON);
				let wrong = 0;
				let written = 0;
				for (const act of acts) {
					device.after(1000);
					if (act.kind === 'write') device.write(String(written++), act.cardId, act.rating);
					else if (act.kind === 'wait') device.after(Math.abs(act.ms));
					else if (act.kind === 'set') {
						device.after(act.wrong - wrong);
						wrong = act.wrong;
					} else if (device.asks) settle(device, act.kind === 'yes');
				}
				device.after(DAY_MS - wrong);
				// Once a day is enough.
				if (device.memory.doubt !== undefined && !device.asks) device.after(DAY_MS);
				if (device.asks) {
					asked += 1;
					device.yes();
				}
				expect(device.asks).toBe(false);

				const today = dayOf(device.now + LEEWAY_MS);
				const counted = actsOf(device.log);
				const at = new Map(counted.map((act) => [act.id, act.at]));
				expect(counted.every((act) => act.at <= device.now + LEEWAY_MS)).toBe(true);
				expect(counted.every((act) => !('day' in act) || (act.day <= today && act.day === dayOf(act.at)))).toBe(true);
				let newest = -Infinity;
				for (let index = 0; index < written; index++) {
					const mine = at.get(`entry-${index}` as Entry['id']) ?? NaN;
					expect(mine).toBeGreaterThanOrEqual(newest - LEEWAY_MS);
					newest = Math.max(newest, mine);
				}
				for (const [id, state] of fold(device.log).cards) {
					const due = dueOf(id, state, DEFAULTS);
					expect(state.lastDay).toBeLessThanOrEqual(today);
					expect(due.kind === 'day' ? due.day <= today + DEFAULTS.longestIntervalDays : due.at <= device.now + DAY_MS).toBe(true);
				}
			}),
			{ numRuns: 3000 }
		);
		expect(asked).toBeGreaterThan(300);
	});
});
