import type { Millis } from '#lib/core/review/entry.ts';
import { DAY_MS, type LocalClock } from '#lib/core/schedule/day.ts';

/** A moment at which a zone's clocks are set forward or back. */
export interface Change {
	/** The first moment under the new offset. */
	readonly at: Millis;
	/** By how many minutes; negative for back. */
	readonly by: number;
}

/** Runs something with this process in a time zone: what `Date` says is what the app sees there. */
export function inZone<T>(zone: string, action: () => T): T {
	const { TZ } = process.env;
	process.env['TZ'] = zone;
	try {
		return action();
	} finally {
		if (TZ === undefined) delete process.env['TZ'];
		else process.env['TZ'] = TZ;
	}
}

/** The changes of the zone that this process is in, between two years; found by bisection between days a week apart. */
export function changesBetween(from: number, to: number): readonly Change[] {
	const offsetAt = (at: Millis) => -new Date(at).getTimezoneOffset();
	const changes: Change[] = [];
	for (let week = Date.UTC(from, 0, 1); week < Date.UTC(to, 0, 1); week += 7 * DAY_MS) {
		const offset = offsetAt(week);
		if (offsetAt(week + 7 * DAY_MS) === offset) continue;
		let before = week;
		let at = week + 7 * DAY_MS;
		while (at - before > 1) {
			const middle = Math.floor((before + at) / 2);
			if (offsetAt(middle) === offset) before = middle;
			else at = middle;
		}
		changes.push({ at, by: offsetAt(at) - offset });
	}
	return changes;
}

/** A zone's wall clock as Intl has it: another source than `Date`. */
export function intlClock(timeZone: string): LocalClock {
	const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
		timeZone,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		hourCycle: 'h23'
	});
	return (at) => {
		const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
		return { year: parts['year'] ?? NaN, month: parts['month'] ?? NaN, date: parts['day'] ?? NaN, hour: parts['hour'] ?? NaN };
	};
}
