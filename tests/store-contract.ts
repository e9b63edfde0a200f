import { describe, expect, test } from 'vitest';
import type { CardId } from '#lib/core/card/card.ts';
import type { Entry, EntryId, Review } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import type { Store } from '#lib/store/open.ts';

/** A store under test: opened on a place of its own, and opened again on the same place as after a restart. */
export interface StoreUnderTest {
	open(): Promise<Store>;
	/** Closes what was opened last and opens the same place again. */
	reopen(): Promise<Store>;
	/** Whether what was kept is there after a restart. */
	readonly lasts: boolean;
}

const review = (id: string, at: number): Review => ({
	kind: 'review',
	id: id as EntryId,
	at,
	day: 20_000,
	cardId: 'd/a/main' as CardId,
	outcome: 'self',
	rating: 'good',
	hints: 0,
	tookMs: 1200
});
const future = { kind: 'from-the-future', id: 'f1' as EntryId, at: 15, what: { nested: [1, 'two', null] } };

/** What every store of the log promises. */
export function storeContract(name: string, place: () => StoreUnderTest): void {
	describe(`the log in ${name}`, () => {
		test('is empty at first', async () => {
			const { log } = await place().open();
			expect(await log.read()).toEqual([]);
		});
		test('gives back what was appended, in the order of the log: by time, then by id', async () => {
			const { log } = await place().open();
			await log.append([review('b', 30)]);
			await log.append([review('z', 10), review('a', 30), review('c', 20)]);
			expect((await log.read()).map(({ id }) => id)).toEqual(['z', 'c', 'a', 'b']);
		});
		test('keeps an entry of an unknown kind whole', async () => {
			const { log } = await place().open();
			await log.append([future]);
			expect(await log.read()).toEqual([future]);
		});
		test('is not changed by appending an entry again', async () => {
			const { log } = await place().open();
			await log.append([review('a', 1)]);
			await log.append([review('a', 1), review('b', 2)]);
			expect(await log.read()).toEqual([review('a', 1), review('b', 2)]);
		});
		test('takes many appends at once and loses none', async () => {
			const { log } = await place().open();
			const entries = Array.from({ length: 60 }, (_, index) => review(`e${String(index).padStart(2, '0')}`, index % 7));
			await Promise.all(entries.map((entry) => log.append([entry])));
			expect(await log.read()).toEqual(merge(entries, []));
		});
		test('appends all entries or none', async () => {
			const { log } = await place().open();
			const broken = { ...review('x', 3), at: Symbol('not storable') as unknown as number };
			await expect(Promise.resolve().then(() => log.append([review('a', 1), broken]))).rejects.toThrow();
			expect(await log.read()).toEqual([]);
			await log.append([review('a', 1)]);
			expect(await log.read()).toEqual([review('a', 1)]);
		});
		test('is there after a restart, if it lasts at all', async () => {
			const under = place();
			const entries: Entry[] = [
				review('a', 1),
				review('b', 2),
				{ kind: 'retraction', id: 'r' as EntryId, at: 3, entryId: 'a' as EntryId } as const
			];
			await (await under.open()).log.append(entries);
			const store = await under.reopen();
			expect(await store.log.read()).toEqual(under.lasts ? entries : []);
			expect(store.notKept === undefined).toBe(under.lasts);
		});
	});

	describe(`the settings in ${name}`, () => {
		test('give back what was set last, and nothing for what was never set', async () => {
			const { settings } = await place().open();
			expect(await settings.get('place')).toBeUndefined();
			await settings.set('place', { day: 1 });
			await settings.set('place', { day: 2, deckName: 'x' });
			expect(await settings.get('place')).toEqual({ day: 2, deckName: 'x' });
		});
	});
}
