// @vitest-environment node
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { openStore, type Store } from '#lib/store/open.ts';
import { planRestore } from '#lib/store/plan-restore.ts';
import { segmentId } from '#lib/store/sound.ts';
import { baseOf, review, reviewsOn, segmentIn } from '../../logs.ts';

/** So many are sealed; for any other write a few do. */
const MANY = 2005;
const theirs = reviewsOn(9, 5000, 20);
const STORES = ['entries', 'segments', 'derived', 'settings', 'texts', 'damaged'] as const;

/** Whatever an app writes, each by itself; gives what is in the log by then, if it could be written. */
const WRITES: readonly (readonly [name: string, write: (store: Store) => Promise<unknown>])[] = [
	['an answer', (store) => store.log.append([review('late', 11 * 86_400_000)])],
	['a setting', (store) => store.settings.set('theme', 'dark')],
	['a text', (store) => store.texts.set('power', 'text')],
	[
		'a checkpoint',
		async ({ log }) => {
			const base = baseOf(await log.readWhole());
			const bytes = packCheckpoint(base);
			if (bytes && base.end) await log.keepCheckpoint(bytes, base.end);
		}
	],
	['a sealed part', (store) => store.log.seal(12)],
	['a restored backup', (store) => restored(store)],
	['a rest', (store) => store.log.rest()]
];

async function restored({ log }: Store): Promise<void> {
	const bytes = packSegment(theirs);
	const { segments } = await planRestore(log, { parts: [{ id: await segmentId(bytes), bytes, segment: segmentIn(bytes) }] });
	await log.restore(segments, { settings: new Map([['size', 3]]), texts: new Map([['deck', 'text']]) });
}

/** No room for anything in one store; resolves to how often that was met. */
function fill(name: string): { met: number } {
	const full = { met: 0 };
	for (const method of ['add', 'put'] as const) {
		const original = Reflect.get(IDBObjectStore.prototype, method) as (...given: unknown[]) => IDBRequest;
		vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: { name: string }, ...given: unknown[]) {
			if (this.name !== name) return original.apply(this, given);
			full.met += 1;
			throw new DOMException('no room', 'QuotaExceededError');
		} as never);
	}
	return full;
}

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

let met = 0;

describe.each([1, 2])('with %i copies', (copies) => {
	describe.each(WRITES)('no room for %s', (what, write) => {
		test.each(STORES)('in “%s” loses nothing and leaves nothing half done, and it is written once there is room', async (name) => {
			vi.stubGlobal('indexedDB', new IDBFactory());
			const bucket = new IDBFactory();
			if (copies === 2) vi.stubGlobal('navigator', { storageBuckets: { open: () => Promise.resolve({ indexedDB: bucket }) } });
			const store = await openStore();
			await store.log.open();
			await store.log.append(reviewsOn(10, 0, what === 'a sealed part' ? MANY : 20));
			await WRITES[3]?.[1](store);
			const before = await store.log.read();

			const full = fill(name);
			const failed = await write(store).then(
				() => false,
				() => true
			);
			await store.close().catch(() => undefined);
			vi.restoreAllMocks();
			met += full.met;

			const again = await openStore();
			await again.log.open();
			const after = await again.log.read();
			const added = after.filter(({ id }) => !before.some((entry) => entry.id === id));
			expect(merge(before, after)).toEqual(after);
			if (failed) expect(added).toEqual([]);
			await write(again);
			await again.close();
			const third = await openStore();
			await third.log.open();
			expect(merge(before, await third.log.read())).toEqual(await third.log.read());
			await third.close();
		});
	});

	test('was met', () => {
		console.log(`${copies} copies: no room for a write ${met} times`);
		expect(met).toBeGreaterThan(8);
		met = 0;
	});
});
