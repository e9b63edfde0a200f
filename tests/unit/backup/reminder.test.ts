import { describe, expect, test } from 'vitest';
import { reminderFor, type Known } from '#lib/core/backup/reminder.ts';

const DAY_MS = 86_400_000;
const NOW = 20_000 * DAY_MS;
const ago = (days: number, answers: number) => ({ at: NOW - days * DAY_MS, answers });
const reminder = (known: Partial<Known>) =>
	reminderFor({ now: NOW, answers: 0, last: undefined, later: undefined, isPersisted: false, ...known });

describe('a reminder of a backup', () => {
	test('comes after the first session, quietly, and not before', () => {
		expect(reminder({ answers: 4 })).toBeUndefined();
		expect(reminder({ answers: 12 })).toEqual({ loud: false, answers: 12, days: undefined });
	});
	test('comes again when what is in no backup is worth it', () => {
		expect(reminder({ answers: 149, last: ago(1, 0) })).toBeUndefined();
		expect(reminder({ answers: 150, last: ago(1, 0) })).toEqual({ loud: false, answers: 150, days: 1 });
		expect(reminder({ answers: 129, last: ago(14, 100) })).toBeUndefined();
		expect(reminder({ answers: 130, last: ago(14, 100) })).toEqual({ loud: false, answers: 30, days: 14 });
		expect(reminder({ answers: 100, last: ago(400, 100) })).toBeUndefined();
	});
	test('is loud when much would be lost', () => {
		expect(reminder({ answers: 712, last: ago(31, 300) })).toEqual({ loud: true, answers: 412, days: 31 });
		expect(reminder({ answers: 70, last: ago(31, 0) })).toMatchObject({ loud: true });
		expect(reminder({ answers: 300 })).toMatchObject({ loud: true });
	});
	test('takes twice as long where the browser has promised to keep everything', () => {
		expect(reminder({ answers: 290, last: ago(20, 0), isPersisted: true })).toBeUndefined();
		expect(reminder({ answers: 300, last: ago(20, 0), isPersisted: true })).toMatchObject({ loud: false });
	});
	test('keeps quiet after “Later” for three days and fifty answers', () => {
		expect(reminder({ answers: 12, later: ago(1, 12) })).toBeUndefined();
		expect(reminder({ answers: 61, later: ago(9, 12) })).toBeUndefined();
		expect(reminder({ answers: 62, later: ago(2, 12) })).toBeUndefined();
		expect(reminder({ answers: 62, later: ago(3, 12) })).toMatchObject({ loud: false });
	});
	test('is not kept quiet by a “Later” that was said of answers which are lost', () => {
		expect(reminder({ answers: 160, last: ago(40, 0), later: ago(30, 2000) })).toMatchObject({ loud: true });
		expect(reminder({ answers: 160, last: ago(40, 0), later: ago(30, 165) })).toBeUndefined();
	});
	test('is not silenced for ever by a clock that was ahead', () => {
		expect(reminder({ answers: 200, later: ago(-400, 150) })).toMatchObject({ loud: false });
		expect(reminder({ answers: 500, last: ago(-400, 150) })).toMatchObject({ loud: true, days: 0 });
	});
});
