// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { openStore } from '#lib/store/open.ts';
import { storedSegments } from '#lib/store/sound.ts';
import { review, reviewsOn } from '../../logs.ts';

const rows: readonly Entry[] = [...reviewsOn(10, 0, 5), { kind: 'from-the-future', id: 'f' as never, at: 12 * 86_400_000 }];
const sealed = reviewsOn(5, 100, 30);

/**
 * What each version of the app has made of the database of the version before, in IndexedDB's own words: written down once, and
 * never changed. A new version adds a step.
 */
const SHIPPED: readonly {
	readonly version: number;
	readonly make: (database: IDBDatabase) => void;
	readonly fill: (write: Write) => Promise<void>;
}[] = [
	{
		version: 10,
		make: (database) => {
			database.createObjectStore('entries', { keyPath: ['at', 'id'] });
			database.createObjectStore('settings');
		},
		fill: async (write) => {
			for (const row of rows) await write('entries', row);
			await write('settings', { day: 3 }, 'place');
		}
	},
	{
		version: 20,
		make: (database) => {
			database.createObjectStore('segments', { keyPath: 'id' });
			for (const name of ['derived', 'texts']) database.createObjectStore(name);
			database.createObjectStore('damaged', { keyPath: 'id' });
		},
		fill: async (write) => {
			for (const segment of await storedSegments([packSegment(sealed)])) await write('segments', segment);
			await write('texts', 'old text', 'power');
		}
	}
];
const NEWEST = SHIPPED.at(-1)?.version ?? 0;
/** What the log holds after the steps up to a version. */
const logAt = (version: number): readonly Entry[] => (version === 10 ? merge(rows, []) : merge(rows, sealed));

type Write = (store: string, value: unknown, key?: IDBValidKey) => Promise<void>;

let factory = new IDBFactory();
beforeEach(() => {
	factory = new IDBFactory();
	vi.stubGlobal('indexedDB', factory);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

function opened(version: number, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('entente', version);
		request.onupgradeneeded = () => {
			upgrade(request.result);
		};
		request.onsuccess = () => {
			resolve(request.result);
		};
		request.onerror = () => {
			reject(new Error('not opened'));
		};
	});
}

/** Makes the database as some version left it. @param steps whether every version before has opened it too */
async function shipped(version: number, steps: boolean): Promise<void> {
	const upTo = SHIPPED.filter((step) => step.version <= version);
	const opening = steps ? upTo.map((step) => [step]) : [upTo];
	for (const part of opening) {
		const database = await opened(part.at(-1)?.version ?? 0, (made) => {
			for (const { make } of part) make(made);
		});
		const write: Write = (store, value, key) =>
			new Promise((resolve) => {
				const transaction = database.transaction(store, 'readwrite');
				transaction.objectStore(store).put(value, key);
				transaction.oncomplete = () => {
					resolve();
				};
			});
		for (const { fill } of part) await fill(write);
		database.close();
	}
}

describe.each(SHIPPED.map(({ version }) => version))('a database of schema %i', (version) => {
	test.each([
		['step by step', true],
		['made at once', false]
	])('%s, opens in this version with everything in it, and is written on', async (_, steps) => {
		await shipped(version, steps);
		const store = await openStore('entente');
		expect(store.notKept).toBeUndefined();
		await store.log.open();
		expect(await store.log.read()).toEqual(logAt(version));
		expect(await store.settings.get('place')).toEqual({ day: 3 });
		expect(await store.texts.get('power')).toBe(version < 20 ? undefined : 'old text');
		await store.log.append([review('new', 13 * 86_400_000)]);
		await store.texts.set('power', 'new text');
		await store.close();
		const again = await openStore('entente');
		await again.log.open();
		expect(await again.log.read()).toEqual(merge(logAt(version), [review('new', 13 * 86_400_000)]));
		await again.close();
	});
});

test('the newest schema that is written down here is the one that this version makes', async () => {
	const store = await openStore('entente');
	await store.close();
	const database = await opened(NEWEST, () => {
		throw new Error('This version makes an older schema than is written down.');
	});
	expect(database.version).toBe(NEWEST);
	const made = [...database.objectStoreNames].map((name) => [name, database.transaction(name).objectStore(name).keyPath] as const);
	database.close();
	factory = new IDBFactory();
	await shipped(NEWEST, false);
	const known = await opened(NEWEST, () => undefined);
	expect([...known.objectStoreNames].map((name) => [name, known.transaction(name).objectStore(name).keyPath])).toEqual(made);
	known.close();
});

describe('a page of an older version that is still open', () => {
	test('lets go of the database when this one asks, and nothing has to be said', async () => {
		await shipped(10, true);
		const old = await opened(10, () => undefined);
		old.onversionchange = () => {
			old.close();
		};
		const onblocked = vi.fn();
		const store = await openStore('entente', { onblocked });
		expect(await store.log.read()).toEqual(logAt(10));
		expect(onblocked).not.toHaveBeenCalled();
		await store.close();
	});
	test('and does not let go is named, and this one goes on by itself when it is closed', async () => {
		await shipped(10, true);
		const old = await opened(10, () => undefined);
		const onblocked = vi.fn((isBlocked: boolean) => {
			if (isBlocked)
				setTimeout(() => {
					old.close();
				}, 50);
		});
		const store = await openStore('entente', { onblocked });
		expect(onblocked.mock.calls).toEqual([[true], [false]]);
		expect(store.notKept).toBeUndefined();
		expect(await store.log.read()).toEqual(logAt(10));
		await store.close();
	});
});

test('a page whose database a newer version takes knows why it can write no more', async () => {
	const store = await openStore('entente');
	await store.log.open();
	await store.log.append([review('a', 1)]);
	expect(store.isTaken?.()).toBe(false);
	const newer = await opened(9990, () => undefined);
	expect(store.isTaken?.()).toBe(true);
	await expect(store.log.append([review('b', 2)])).rejects.toThrow();
	newer.close();
});
