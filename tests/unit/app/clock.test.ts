import { afterEach, describe, expect, test, vi } from 'vitest';
import { newId } from '#lib/app/clock.ts';
import { isUuid } from '#lib/core/review/uuid.ts';

afterEach(() => {
	vi.useRealTimers();
});

describe('the ids of entries', () => {
	test('stand in the order in which they were made, within one millisecond too', () => {
		vi.useFakeTimers({ toFake: ['Date'], now: 1_790_000_000_000 });
		const ids = Array.from({ length: 10_000 }, () => newId());
		expect([...ids].sort()).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('stand in that order although the clock is set back', () => {
		vi.useFakeTimers({ toFake: ['Date'], now: 1_790_000_000_000 });
		const before = newId();
		vi.setSystemTime(1_600_000_000_000);
		expect(newId() > before).toBe(true);
	});

	test('are UUIDs of version 7, so that 16 bytes hold them', () => {
		const id = newId();
		expect(isUuid(id)).toBe(true);
		expect(id).toMatch(/^.{14}7.{4}[89ab]/u);
	});
});
