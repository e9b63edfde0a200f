import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClockCheck } from '#lib/app/clock-check.svelte.ts';
import { localDay } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import type { EntryId, Review } from '#lib/core/review/entry.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';
import { told } from '../log-arbitraries.ts';

const DAY_MS = 86_400_000;
const NOON = new Date(2026, 2, 3, 12).getTime();
const CARD = 'd/a/main' as CardId;
let count = 0;

function review(): Review {
	count += 1;
	const at = Date.now();
	const id = `r${count}` as EntryId;
	return { kind: 'review', id, at, day: localDay(at, 4), cardId: CARD, outcome: 'self', rating: 'easy', hints: 0, tookMs: 900 };
}

/** The app as it is opened on a store. */
async function opened(store: Store): Promise<{ journal: Journal; clock: ClockCheck }> {
	const journal = await Journal.on(store);
	const clock = new ClockCheck(journal);
	await clock.look();
	return { journal, clock };
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOON });
	count = 0;
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the clock', () => {
	test('is not asked about before the first answer, nor on the days after it', async () => {
		const store = memoryStore('refused');
		const { journal, clock } = await opened(store);
		expect(clock.question).toBeUndefined();
		await journal.append(review());
		vi.setSystemTime(NOON + 10 * DAY_MS);
		expect((await opened(store)).clock.question).toBeUndefined();
	});

	test('is asked about once after three months, and then not again', async () => {
		const store = memoryStore('refused');
		await (await opened(store)).journal.append(review());
		vi.setSystemTime(NOON + 90 * DAY_MS);
		const { journal, clock } = await opened(store);
		expect(clock.question).toEqual({ says: NOON + 90 * DAY_MS, sureAt: NOON });
		await clock.trust();
		expect(clock.question).toBeUndefined();
		expect((await opened(store)).clock.question).toBeUndefined();
		expect(await journal.entries()).toHaveLength(1);
	});

	test('a year ahead, gone on with all the same, and then set right: the answers are redated and the card is due on its day', async () => {
		const store = memoryStore('refused');
		const first = await opened(store);
		await first.journal.append(review());
		const due = first.journal.progress.cards.get(CARD)?.memory;
		vi.setSystemTime(NOON + 366 * DAY_MS);
		const wrong = await opened(store);
		await wrong.clock.studyAnyway();
		expect(wrong.clock.question).toBeUndefined();
		await wrong.journal.append(review());
		vi.setSystemTime(NOON + DAY_MS + 3_600_000);
		const right = await opened(store);
		expect(right.clock.question).toBeDefined();
		await right.clock.trust();
		expect(right.clock.question).toBeUndefined();
		const state = right.journal.progress.cards.get(CARD);
		expect(state).toMatchObject({ reviews: 2, lastAt: NOON + DAY_MS, lastDay: localDay(NOON + DAY_MS, 4) });
		expect(state?.memory?.stability).toBeGreaterThan(due?.stability ?? Infinity);
		expect(told(right.journal.progress)).toBe(told(fold(await right.journal.entries())));
	});

	test('a year behind while the app is open, and then set right: two taps on "Yes" move nothing twice', async () => {
		const store = memoryStore('refused');
		const { journal, clock } = await opened(store);
		await journal.append(review());
		vi.setSystemTime(NOON - 365 * DAY_MS);
		await journal.append(review());
		vi.setSystemTime(NOON + 3_600_000);
		await clock.look();
		expect(clock.question).toBeDefined();
		await Promise.all([clock.trust(), clock.trust()]);
		expect(journal.progress.cards.get(CARD)?.lastAt).toBe(NOON + 3_600_000 - 1);
		await journal.append(review());
		expect(told(journal.progress)).toBe(told(fold(await journal.entries())));
	});

	test('is asked about again where the redating could not be written yet', async () => {
		const store = memoryStore('refused');
		const append = store.log.append.bind(store.log);
		const { journal, clock } = await opened(store);
		vi.setSystemTime(NOON + 20 * DAY_MS);
		await journal.append(review());
		vi.setSystemTime(NOON);
		await clock.look();
		store.log.append = () => Promise.reject(new Error('full'));
		await clock.trust();
		expect(clock.question).toBeDefined();
		store.log.append = append;
		expect(await journal.retry()).toBe(true);
		await clock.trust();
		expect(clock.question).toBeUndefined();
		expect((await journal.entries()).filter(({ kind }) => kind === 'redate')).toHaveLength(1);
	});
});

test('time stands all but still while the clock is set back by a little, and follows it when it is set back by more', async () => {
	const { now } = await import('#lib/app/clock.ts');
	vi.setSystemTime(NOON + 5000 * DAY_MS);
	const before = now();
	vi.setSystemTime(before - 60_000);
	expect([now(), now()]).toEqual([before + 1, before + 2]);
	vi.setSystemTime(before - 3_600_000);
	expect(now()).toBe(before - 3_600_000);
});
