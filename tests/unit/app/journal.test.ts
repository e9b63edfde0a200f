import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';
import { told } from '../log-arbitraries.ts';

const CARD = 'd/a/main' as CardId;
const full = new DOMException('full', 'QuotaExceededError');
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
	const append = store.log.append.bind(store.log);
	store.log.append = (entries) => (fault ? Promise.reject(fault) : append(entries));
	return {
		store,
		fail: (error) => {
			fault = error;
		}
	};
}

/** What is derived must be what the log says, always. */
async function expectTrue(journal: Journal): Promise<void> {
	expect(told(journal.progress)).toBe(told(fold(await journal.entries())));
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
		const journal = await Journal.on(memoryStore('refused'));
		const writing = journal.append(review());
		expect(journal.progress.cards.get(CARD)?.reviews).toBe(1);
		expect(journal.kept).toBe(0);
		expect(await writing).toBe(true);
		expect(journal.kept).toBe(1);
		await expectTrue(journal);
	});

	test('takes an answer back as if it had never been given, and keeps both entries', async () => {
		const { store } = failingStore();
		const journal = await Journal.on(store);
		const [first, second] = [review('good'), review('again')];
		await journal.append(first);
		await journal.append(second);
		await journal.retract(second.id);
		await expectTrue(journal);
		expect(journal.acts).toEqual([first]);
		expect(journal.kept).toBe(1);
		expect(await store.log.read()).toHaveLength(3);
		await journal.retract(first.id);
		expect(journal.progress.cards.get(CARD)).toBeUndefined();
	});

	test('replaces an answer in one write', async () => {
		const store = memoryStore('refused');
		const append = vi.spyOn(store.log, 'append');
		const journal = await Journal.on(store);
		const first = review('good');
		await journal.append(first);
		await journal.retract(first.id, review('hard'));
		expect(append).toHaveBeenCalledTimes(2);
		expect(journal.acts.map((act) => act.kind === 'review' && act.rating)).toEqual(['hard']);
		expect(journal.kept).toBe(1);
		await expectTrue(journal);
	});

	test('opened again on what was written it says the same', async () => {
		const { store } = failingStore();
		const journal = await Journal.on(store);
		for (const rating of ['good', 'again', 'easy'] as const) await journal.append(review(rating));
		await journal.retract(journal.acts[1]?.id ?? review().id);
		const again = await Journal.on(store);
		expect(told(again.progress)).toBe(told(journal.progress));
		expect(again.kept).toBe(journal.kept);
	});
});

describe('a start', () => {
	const DAY = 86_400_000;
	const old = (rating: Review['rating'], days: number) => {
		const at = Date.now() - days * DAY;
		return { ...review(rating), at, day: Math.floor(at / DAY) };
	};

	test('after tidying reads the checkpoint and the last days, never the whole log, and says the same', async () => {
		const store = memoryStore('refused');
		const first = await Journal.on(store);
		for (let days = 40; days >= 0; days--) await first.append(old('good', days));
		const before = told(first.progress);
		await first.tidy();
		expect(told(first.progress)).toBe(before);
		const readWhole = vi.spyOn(store.log, 'readWhole');
		const again = await Journal.on(store);
		expect(readWhole).not.toHaveBeenCalled();
		expect(told(again.progress)).toBe(before);
		expect(again.folded.tail.length).toBeLessThan(5);
		expect(again.kept).toBe(41);
	});

	test('with an old entry taken back after tidying folds the whole log again', async () => {
		const store = memoryStore('refused');
		const journal = await Journal.on(store);
		const [first, second] = [old('good', 30), old('again', 20)];
		await journal.append(first, second, old('good', 0));
		await journal.tidy();
		await journal.retract(second.id);
		await expectTrue(journal);
		expect(journal.progress.cards.get(CARD)?.reviews).toBe(2);
		expect(told((await Journal.on(store)).progress)).toBe(told(journal.progress));
	});

	test('with a checkpoint that cannot be read folds the whole log', async () => {
		const store = memoryStore('refused');
		const journal = await Journal.on(store);
		await journal.append(old('good', 30), old('again', 20));
		await journal.tidy();
		await store.log.keepCheckpoint(new Uint8Array([1, 2, 3]), { at: Date.now(), id: 'x' as EntryId });
		expect(told((await Journal.on(store)).progress)).toBe(told(journal.progress));
	});

	test('reads what another tab has written, and keeps what this one is writing', async () => {
		const { store, fail } = failingStore();
		const [mine, theirs] = [await Journal.on(store), await Journal.on(store)];
		await theirs.append(old('good', 3));
		fail(full);
		await mine.append(old('easy', 1));
		await mine.reread();
		expect(mine.progress.answers).toBe(2);
		expect(mine.kept).toBe(0);
		fail(undefined);
		await mine.retry();
		expect(mine.kept).toBe(2);
		await theirs.reread();
		expect(told(theirs.progress)).toBe(told(mine.progress));
	});
});

describe('a device without room', () => {
	test.each(['keepCheckpoint', 'seal'] as const)(
		'is named when tidying finds no room (%s), answers are kept on, and it is over once there is',
		async (method) => {
			const store = memoryStore('refused');
			const journal = await Journal.on(store);
			await journal.append(review('good'), { ...review('good'), day: 20_500, at: 20_500 * 86_400_000 });
			const original = store.log[method].bind(store.log);
			Object.assign(store.log, { [method]: () => (method === 'seal' ? Promise.resolve('full') : Promise.reject(full)) });
			await journal.tidy().catch(() => undefined);
			expect(journal.full).toBe(true);
			expect(await journal.append(review('easy'))).toBe(true);
			await expectTrue(journal);
			Object.assign(store.log, { [method]: original });
			await journal.tidy();
			expect(journal.full).toBe(false);
			await expectTrue(journal);
		}
	);
});

describe('a write that fails', () => {
	test('is named, keeps the answer, and is tried again until it succeeds', async () => {
		const { store, fail } = failingStore();
		const journal = await Journal.on(store);
		fail(full);
		expect(await journal.append(review())).toBe(false);
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
		const journal = await Journal.on(store);
		fail(new DOMException('closed', 'InvalidStateError'));
		await journal.append(review());
		expect(journal.failure).toBe('The browser closed its storage.');
		fail(undefined);
		expect(await journal.retry()).toBe(true);
		expect(journal.failure).toBeUndefined();
	});
});
