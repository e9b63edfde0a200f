import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import { effectiveReviews } from '#lib/core/review/log.ts';
import { fold } from '#lib/core/schedule/state.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';

const CARD = 'd/a/main' as CardId;
let count = 0;

function review(rating: Review['rating'] = 'good', cardId = CARD): Review {
	count += 1;
	return {
		kind: 'review',
		id: `r${count}` as EntryId,
		at: count * 60_000,
		day: 20_000,
		cardId,
		outcome: 'self',
		rating,
		hints: 0,
		tookMs: 900
	};
}

/** A store whose writes fail while it is told so: a disk that is full for a time. */
function failingStore(): { store: Store; fail: (error: Error | undefined) => void } {
	const store = memoryStore('refused');
	let fault: Error | undefined;
	return {
		store: { ...store, log: { ...store.log, append: (entries) => (fault ? Promise.reject(fault) : store.log.append(entries)) } },
		fail: (error) => {
			fault = error;
		}
	};
}

/** What is derived must be what the log says, always. */
function expectTrue(journal: Journal): void {
	const reviews = effectiveReviews(journal.log);
	expect(journal.reviews).toEqual(reviews);
	expect(journal.states).toEqual(fold(reviews, journal.parameters));
}

beforeEach(() => {
	vi.useFakeTimers();
	count = 0;
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the journal', () => {
	test('counts an answer before it is written and calls it kept afterwards', async () => {
		const journal = new Journal(memoryStore('refused'), []);
		const writing = journal.record(review());
		expect(journal.states.has(CARD)).toBe(true);
		expect(journal.kept).toBe(0);
		expect(await writing).toBe(true);
		expect(journal.kept).toBe(1);
		expectTrue(journal);
	});

	test('takes an answer back as if it had never been given, and keeps both entries', async () => {
		const { store } = failingStore();
		const journal = new Journal(store, []);
		const [first, second] = [review('good'), review('again')];
		await journal.record(first);
		await journal.record(second);
		await journal.retract(second);
		expectTrue(journal);
		expect(journal.reviews).toEqual([first]);
		expect(journal.kept).toBe(1);
		expect(await store.log.read()).toHaveLength(3);
		await journal.retract(first);
		expect(journal.states.size).toBe(0);
	});

	test('replaces an answer in one write', async () => {
		const store = memoryStore('refused');
		const append = vi.spyOn(store.log, 'append');
		const journal = new Journal(store, []);
		const first = review('good');
		await journal.record(first);
		await journal.retract(first, review('hard'));
		expect(append).toHaveBeenCalledTimes(2);
		expect(journal.reviews.map(({ rating }) => rating)).toEqual(['hard']);
		expect(journal.kept).toBe(1);
		expectTrue(journal);
	});

	test('opened again on what was written it says the same', async () => {
		const { store } = failingStore();
		const journal = new Journal(store, []);
		for (const rating of ['good', 'again', 'easy'] as const) await journal.record(review(rating));
		await journal.retract(journal.reviews[1] ?? review());
		const again = new Journal(store, await store.log.read());
		expect(again.states).toEqual(journal.states);
		expect(again.kept).toBe(journal.kept);
	});
});

describe('a write that fails', () => {
	const full = new DOMException('full', 'QuotaExceededError');

	test('is named, keeps the answer, and is tried again until it succeeds', async () => {
		const { store, fail } = failingStore();
		const journal = new Journal(store, []);
		fail(full);
		expect(await journal.record(review())).toBe(false);
		expect(journal.failure).toBe('The storage of this device is full.');
		expect(journal.unsaved).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(journal.failure).toBeDefined();
		fail(undefined);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(journal.failure).toBeUndefined();
		expect(journal.unsaved).toEqual([]);
		expect(journal.kept).toBe(1);
		expect(await store.log.read()).toHaveLength(1);
	});

	test('can be tried at once', async () => {
		const { store, fail } = failingStore();
		const journal = new Journal(store, []);
		fail(new DOMException('closed', 'InvalidStateError'));
		await journal.record(review());
		expect(journal.failure).toBe('The browser closed its storage.');
		fail(undefined);
		expect(await journal.retry()).toBe(true);
		expect(journal.failure).toBeUndefined();
	});
});
