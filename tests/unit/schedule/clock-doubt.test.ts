import { describe, expect, test } from 'vitest';
import { actsOf } from '#lib/core/review/corrections.ts';
import type { EntryId } from '#lib/core/review/entry.ts';
import { NO_CLOCK_MEMORY, readClockMemory } from '#lib/core/schedule/clock-doubt.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { answerAt, dayOf, Device, HOUR, NOON } from './device.ts';

const MINUTE = 60_000;
const YEAR = 365 * DAY_MS;

/** A device that has written two answers, a day apart, the second at noon; it is an hour later. */
const inUse = () => new Device(NOON - DAY_MS).write('a').after(DAY_MS).write('b').after(HOUR);

describe('whether it is asked if the clock is right', () => {
	test.each([
		['before anything was written', () => new Device(NOON), false],
		['an hour after the last entry', inUse, false],
		['4 minutes before the last entry', () => inUse().after(-HOUR - 4 * MINUTE), false],
		['6 minutes before the last entry', () => inUse().after(-HOUR - 6 * MINUTE), true],
		['a year before it', () => inUse().after(-YEAR), true],
		['60 days after it', () => inUse().after(60 * DAY_MS - HOUR), false],
		['61 days after it', () => inUse().after(61 * DAY_MS), true],
		[
			'61 days after it, once it was answered',
			() =>
				inUse()
					.after(61 * DAY_MS)
					.yes(),
			false
		],
		[
			'40 days after that answer',
			() =>
				inUse()
					.after(61 * DAY_MS)
					.yes()
					.after(40 * DAY_MS),
			false
		],
		[
			'61 days after that answer',
			() =>
				inUse()
					.after(61 * DAY_MS)
					.yes()
					.after(61 * DAY_MS),
			true
		],
		['on the day on which the student went on all the same', () => inUse().after(YEAR).anyway().write('c').after(HOUR), false],
		['on the day after that', () => inUse().after(YEAR).anyway().write('c').after(DAY_MS), true],
		['when the clock is set right after that', () => inUse().after(YEAR).anyway().write('c').after(-YEAR), true],
		['when the clock is set right without an answer', () => inUse().after(YEAR).after(-YEAR), false],
		['after the clock leapt while the app was open', () => inUse().after(YEAR).write('c'), true],
		[
			'after the clock fell back while the app was open',
			() =>
				inUse()
					.after(-10 * DAY_MS)
					.write('c'),
			true
		]
	] as const)('%s: %#', (_, device, asks) => {
		expect(device().asks).toBe(asks);
	});
});

describe('a clock that is right', () => {
	test('has nothing moved, after a pause of three months', () => {
		const device = inUse()
			.after(90 * DAY_MS)
			.yes()
			.write('c');
		expect(device.hours(NOON)).toEqual([
			['a', -24],
			['b', 0],
			['c', 90 * 24 + 1]
		]);
		expect(device.asks).toBe(false);
	});
	test('has nothing moved if it was called wrong by mistake', () => {
		const device = inUse()
			.after(90 * DAY_MS)
			.anyway()
			.write('c')
			.after(DAY_MS)
			.yes();
		expect(device.log).toHaveLength(3);
		expect(device.memory).toEqual({ sureAt: device.now, written: ['entry-a', 'entry-b', 'entry-c'] });
	});
});

describe('a clock that leapt forward', () => {
	test('by three days, unasked: what was answered since goes back by three days when it is set right', () => {
		const device = inUse()
			.after(3 * DAY_MS)
			.write('c')
			.after(HOUR)
			.write('d')
			.after(20 * HOUR)
			.write('e');
		device.after(HOUR - 3 * DAY_MS);
		expect(device.asks).toBe(true);
		expect(device.yes().hours(NOON)).toEqual([
			['a', -24],
			['b', 0],
			['c', 1],
			['d', 2],
			['e', 22]
		]);
		expect(device.asks).toBe(false);
		expect(actsOf(device.log).at(-1)).toMatchObject({ day: dayOf(NOON + 22 * HOUR) });
	});
	test('by ten days and was not noticed for twenty: what lies before now goes back with the rest', () => {
		const device = inUse().after(10 * DAY_MS);
		for (const name of ['c', 'd', 'e']) device.write(name).after(8 * DAY_MS);
		device.after(HOUR - 18 * DAY_MS).yes();
		expect(device.hours(NOON + HOUR).slice(2)).toEqual([
			['c', 0],
			['d', 8 * 24],
			['e', 16 * 24]
		]);
	});
	test('by a year, "no", studied anyway for two days: goes back by a year', () => {
		const device = inUse().after(YEAR).anyway().write('c').after(DAY_MS).anyway().write('d').after(HOUR).after(-YEAR);
		expect(device.yes().hours(NOON)).toEqual([
			['a', -24],
			['b', 0],
			['c', 1],
			['d', 25]
		]);
	});
	test('by a year, and was called right: goes back by a year when it is set right', () => {
		const device = inUse()
			.after(YEAR)
			.yes()
			.write('c')
			.after(HOUR)
			.write('d')
			.after(HOUR - YEAR);
		expect(device.asks).toBe(true);
		expect(device.yes().hours(NOON).slice(2)).toEqual([
			['c', 1],
			['d', 2]
		]);
	});
	test('before the first entry: everything goes back', () => {
		const device = new Device(NOON + YEAR)
			.write('a')
			.after(HOUR)
			.write('b')
			.after(HOUR - YEAR)
			.yes();
		expect(device.hours(NOON)).toEqual([
			['a', 0],
			['b', 1]
		]);
	});
	test('by a time zone of nine hours: goes back by whole quarters of an hour', () => {
		const device = inUse()
			.after(9 * HOUR)
			.write('c')
			.after(10 * MINUTE - 9 * HOUR)
			.yes();
		expect(device.hours(NOON + HOUR).at(-1)).toEqual(['c', 0]);
	});
});

describe('a clock that fell back', () => {
	test('by a year, "no", studied anyway: what was answered lands after the entries before it, by whole days', () => {
		const device = inUse()
			.after(-YEAR)
			.anyway()
			.write('c')
			.after(HOUR)
			.write('d')
			.after(HOUR + YEAR);
		expect(device.asks).toBe(true);
		expect(device.yes().hours(NOON)).toEqual([
			['a', -24],
			['b', 0],
			['c', 1],
			['d', 2]
		]);
		expect(device.asks).toBe(false);
	});
	test('while the app was open: the doubt begins by itself', () => {
		const device = inUse()
			.after(-YEAR)
			.write('c')
			.after(HOUR)
			.write('d')
			.after(HOUR + YEAR)
			.yes();
		expect(device.hours(NOON).slice(2)).toEqual([
			['c', 1],
			['d', 2]
		]);
	});
	test('and leapt while it was in doubt: the widest gap closes until there is room', () => {
		const device = inUse()
			.after(-YEAR)
			.anyway()
			.write('c')
			.after(HOUR)
			.write('d')
			.after(5 * YEAR)
			.write('e')
			.after(HOUR)
			.write('f');
		device.now = NOON + 2 * DAY_MS;
		device.yes();
		const hours = device.hours(NOON);
		expect(hours.map(([name]) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
		expect(hours.every(([, hour]) => hour < 48)).toBe(true);
		const [c, d, e, f] = hours.slice(2).map(([, hour]) => hour) as [number, number, number, number];
		expect([d - c, f - e]).toEqual([1, 1]);
	});
	test('and back again within the doubt: the order in which it was written stays', () => {
		const device = inUse()
			.after(-YEAR)
			.anyway()
			.write('c')
			.after(-DAY_MS)
			.write('d')
			.after(YEAR + 3 * DAY_MS)
			.yes();
		expect(device.hours(NOON).map(([name]) => name)).toEqual(['a', 'b', 'c', 'd']);
	});
});

describe('what a device remembers', () => {
	test('is acts, not what is said about other entries', () => {
		const device = inUse().append({ kind: 'retraction', id: 'r' as EntryId, at: NOON + HOUR, entryId: 'entry-b' as EntryId });
		expect(device.memory).toEqual({ sureAt: NOON + HOUR, written: ['entry-a', 'entry-b'] });
	});
	test('has a bound; older acts that lie after now are moved all the same', () => {
		const device = new Device(NOON + YEAR);
		for (let count = 0; count < 700; count++) device.write(String(count)).after(MINUTE);
		expect(device.memory.written).toHaveLength(500);
		device.after(-YEAR).yes();
		expect(actsOf(device.log).every(({ at }) => at < device.now)).toBe(true);
		expect(actsOf(device.log).map(({ id }) => id)).toEqual(Array.from({ length: 700 }, (_, count) => `entry-${count}`));
	});
	test('of other devices is nothing: their entries are never moved', () => {
		const device = inUse();
		device.log = [...device.log, answerAt('theirs', NOON + YEAR)];
		device
			.after(180 * DAY_MS)
			.anyway()
			.write('c')
			.after(HOUR - 180 * DAY_MS)
			.yes();
		expect(device.hours(NOON)).toContainEqual(['theirs', 365 * 24]);
		expect(device.hours(NOON)).toContainEqual(['c', 1]);
	});
	test('is read back as it was; nonsense as nothing', () => {
		const { memory } = inUse().after(YEAR).anyway().write('c');
		expect(readClockMemory(structuredClone(memory))).toEqual(memory);
		for (const nonsense of [undefined, 7, {}, { written: [1] }, { sureAt: 'x', written: [] }]) {
			expect(readClockMemory(nonsense)).toEqual(NO_CLOCK_MEMORY);
		}
		expect(readClockMemory({ written: [], doubt: { written: 3 } })).toEqual({ written: [] });
	});
});
