import { describe, expect, test } from 'vitest';
import { localDay, localTime, startOfDay } from '#lib/app/clock.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { DAY_MS, dayAt } from '#lib/core/schedule/day.ts';
import { changesBetween, inZone, intlClock, type Change } from './zones.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONES = Intl.supportedValuesOf('timeZone');
const ROLLOVERS = Array.from({ length: 24 }, (_, hour) => hour);

/** Moments around a change: every quarter of an hour for a day on either side, and each side of every moment near the change. */
function momentsAround(change: Millis): readonly Millis[] {
	const moments: Millis[] = [];
	for (let at = change - 26 * HOUR; at <= change + 26 * HOUR; at += Math.abs(at - change) < 4 * HOUR ? 15 * MINUTE : HOUR)
		moments.push(at - 1, at);
	return moments;
}

/** What is wrong with the learner's days around a change of the zone that this process is in; nothing, if all is well. */
function faultsAround({ at: change, by }: Change, rollover: number): readonly string[] {
	const faults: string[] = [];
	const fault = (what: string, at: Millis) => faults.push(`${what} at ${new Date(at).toISOString()}, rollover ${rollover}`);
	const days = new Set<Day>();
	let last: Day | undefined;
	for (const at of momentsAround(change)) {
		const day = localDay(at, rollover);
		if (last !== undefined && day < last) fault('goes back', at);
		if (last !== undefined && day > last + 1) fault('leaves a day out', at);
		last = day;
		days.add(day);
	}
	const starts = [...days].map((day) => ({ day, at: startOfDay(day, rollover).getTime() }));
	for (const [index, { day, at }] of starts.entries()) {
		if (localDay(at, rollover) !== day || localDay(at - 1, rollover) !== day - 1) fault('does not begin where it should', at);
		const before = starts[index - 1];
		const hours = before === undefined ? 24 : (at - before.at) / HOUR;
		if (Math.abs(hours - 24) > Math.abs(by) / 60) fault(`lasts ${hours} hours`, at);
	}
	return faults;
}

describe('in every time zone, at every change of its clocks from 2015 to 2030, with every rollover hour', () => {
	test('days follow one another, each begins once, and lasts as long as the change makes it', () => {
		let changes = 0;
		const faults = ZONES.flatMap((zone) =>
			inZone(zone, () =>
				changesBetween(2015, 2031).flatMap((change) => {
					changes += 1;
					return ROLLOVERS.flatMap((rollover) => faultsAround(change, rollover).map((fault) => `${zone}: ${fault}`));
				})
			)
		);
		expect(faults).toEqual([]);
		expect(ZONES.length).toBeGreaterThan(400);
		expect(changes).toBeGreaterThan(4000);
	});
	test('the device reads what Intl reads', () => {
		for (const zone of ZONES) {
			const clock = intlClock(zone);
			inZone(zone, () => {
				for (const { at } of changesBetween(2023, 2027)) {
					for (const moment of [at - DAY_MS / 2, at - 1, at, at + DAY_MS / 2]) expect(localTime(moment)).toEqual(clock(moment));
				}
				expect(localTime(Date.UTC(2026, 6, 1))).toEqual(clock(Date.UTC(2026, 6, 1)));
			});
		}
	});
});

describe('a day begins', () => {
	const day = (iso: string) => Date.parse(iso) / DAY_MS;
	test.each([
		// Midnight is left out: the clock goes from 23:59 to 1:00.
		['America/Sao_Paulo', '2018-11-04', 0, '2018-11-04T03:00Z'],
		['Asia/Beirut', '2026-03-29', 0, '2026-03-28T22:00Z'],
		['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00Z'],
		['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z'],
		['America/Havana', '2026-03-08', 0, '2026-03-08T05:00Z'],
		// The rollover lies within what is left out.
		['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00Z'],
		['Australia/Lord_Howe', '2026-10-04', 2, '2026-10-03T15:30Z'],
		['Pacific/Chatham', '2026-09-27', 3, '2026-09-26T14:00Z'],
		['Antarctica/Troll', '2026-03-29', 2, '2026-03-29T01:00Z'],
		['Antarctica/Casey', '2020-10-04', 2, '2020-10-03T16:01Z'],
		// The rollover comes twice: the first one counts.
		['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00Z'],
		['Pacific/Chatham', '2026-04-05', 3, '2026-04-04T13:15Z']
	])('%s, %s, rollover %d: %s', (zone, date, rollover, start) => {
		inZone(zone, () => {
			expect(startOfDay(day(date), rollover).toISOString()).toBe(new Date(start).toISOString());
		});
	});
	test('in Samoa, which left out 30 December 2011, at the first moment after the gap', () => {
		inZone('Pacific/Apia', () => {
			expect(startOfDay(day('2011-12-30'), 0).toISOString()).toBe('2011-12-30T10:00:00.000Z');
			expect(startOfDay(day('2011-12-31'), 0).toISOString()).toBe('2011-12-30T10:00:00.000Z');
			expect(localDay(Date.parse('2011-12-30T09:59Z'), 0)).toBe(day('2011-12-29'));
			expect(localDay(Date.parse('2011-12-30T10:00Z'), 0)).toBe(day('2011-12-31'));
		});
	});
	test.each(['Pacific/Kwajalein', 'Pacific/Kiritimati', 'Pacific/Enderbury', 'Pacific/Fakaofo', 'Pacific/Apia'])(
		'%s: crossing the date line leaves a day out and never goes back',
		(zone) => {
			inZone(zone, () => {
				for (const { at, by } of changesBetween(1990, 2015).filter(({ by }) => Math.abs(by) > 12 * 60)) {
					expect(by).toBeGreaterThan(0);
					for (const rollover of ROLLOVERS) {
						const days = momentsAround(at).map((moment) => localDay(moment, rollover));
						expect(days).toEqual([...days].sort((a, b) => a - b));
						expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeLessThanOrEqual(4);
					}
				}
			});
		}
	);
});

test('without the memory of a day that has begun, Chatham would have yesterday again at 3:45', () => {
	inZone('Pacific/Chatham', () => {
		const at = Date.parse('2026-04-04T14:05Z');
		expect(dayAt(localTime(at), 3)).toBe(dayAt(localTime(at - 30 * MINUTE), 3) - 1);
		expect(localDay(at, 3)).toBe(localDay(at - 30 * MINUTE, 3));
	});
});
