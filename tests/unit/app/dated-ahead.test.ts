import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localDay } from '#lib/app/clock.ts';
import { Journal } from '#lib/app/journal.svelte.ts';
import type { CardId } from '#lib/core/card/card.ts';
import { isReview, type Entry, type EntryId, type Review } from '#lib/core/review/entry.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { refold } from '#lib/core/schedule/refold.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import { memoryStore, type Store } from '#lib/store/open.ts';
import { told } from '../log-arbitraries.ts';

const DAY_MS = 86_400_000;
const NOON = new Date(2026, 2, 3, 12).getTime();
const YEAR = 365 * DAY_MS;

function review(name: string, at: number, card = name): Review {
	const cardId = `d/${card}/main` as CardId;
	const id = `${name.padStart(8, '0')}-0000-4000-8000-000000000000` as EntryId;
	return { kind: 'review', id, at, day: localDay(at, 4), cardId, outcome: 'self', rating: 'good', hints: 0, tookMs: 900 };
}

/** A store whose log was sealed in part. */
function sealedStore(sealed: readonly Entry[], rows: readonly Entry[]): Store {
	const store = memoryStore('refused');
	void store.log.append(rows);
	return {
		...store,
		log: {
			...store.log,
			open: async () => ({ checkpoint: undefined, tail: await store.log.read() }),
			readWhole: async () => ({ segments: [packSegment(sealed)], rows: await store.log.read(), damaged: [] }),
			read: async () => [...sealed, ...(await store.log.read())]
		}
	};
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
	vi.useRealTimers();
});

/** A clock was a year ahead for two days; it was set right and the answers redated some days ago. */
function setRight(daysAgo: number): { readonly old: readonly Entry[]; readonly ahead: readonly Entry[]; readonly since: readonly Entry[] } {
	const right = NOON - daysAgo * DAY_MS;
	const ahead = ['b', 'c'].map((name, index) => review(name, right + YEAR - (3 - index) * DAY_MS));
	const entryIds = ahead.map(({ id }) => id);
	const redate: Entry = { kind: 'redate', id: 'r' as EntryId, at: right, entryIds, shiftMs: -YEAR, shiftDays: -365 };
	const days = Array.from({ length: daysAgo }, (_, index) => review(`d${index}`, right + index * DAY_MS + 1000, 'd'));
	return { old: [review('a', right - 9 * DAY_MS)], ahead, since: [redate, ...days] };
}

/** The journal says what the log says, shows today's answers, and counts a new one at once. */
async function expectAtWork(store: Store): Promise<void> {
	const today = localDay(NOON, 4);
	const journal = await Journal.on(store);
	const log = await journal.entries();
	expect(told(journal.progress)).toBe(told(fold(log)));
	const before = log.filter((entry): entry is Review => isReview(entry) && entry.day === today);
	expect(journal.answersOn(today)).toEqual(before);
	const next = review('e', NOON);
	const writing = journal.append(next);
	expect(journal.progress.cards.get(next.cardId)?.reviews).toBe(1);
	await writing;
	expect(journal.answersOn(today)).toEqual([...before, next]);
	expect(told(journal.progress)).toBe(told(fold([...log, next])));
}

describe.each([0, 1, 5, 40])('%d days after a clock that was a year ahead was set right', (daysAgo) => {
	const { old, ahead, since } = setRight(daysAgo);
	test('today’s answers are there, and new ones count at once', async () => {
		const store = memoryStore('refused');
		await store.log.append([...old, ...ahead, ...since]);
		await expectAtWork(store);
	});
	test('so too if the answers dated ahead were sealed meanwhile', async () => {
		await expectAtWork(sealedStore([...old, ...ahead], since));
	});
});

test('under a clock that fell back a year behind the checkpoint, answers count at once', async () => {
	const log = Array.from({ length: 9 }, (_, index) => review(`a${index}`, NOON - (9 - index) * DAY_MS));
	const { base } = refold([], log, localDay(NOON, 4) - 2, NOON);
	const bytes = packCheckpoint(base);
	const store = sealedStore(log, []);
	const { end } = base;
	if (bytes === undefined || end === undefined) throw new Error('A base of entries has an end.');
	const tail = log.filter((entry) => compareEntries(entry, end) > 0);
	const checked = { ...store, log: { ...store.log, open: () => Promise.resolve({ checkpoint: { bytes, end }, tail }) } };
	vi.setSystemTime(NOON - YEAR);
	const journal = await Journal.on(checked);
	const next = review('e', NOON - YEAR);
	void journal.append(next);
	expect(journal.progress.cards.get(next.cardId)?.reviews).toBe(1);
	await journal.settled();
	expect(told(journal.progress)).toBe(told(fold([...log, next])));
});
