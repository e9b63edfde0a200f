// @vitest-environment node
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { openStore } from '#lib/store/open.ts';
import { review, reviewsOn } from '../../logs.ts';

const files = { usual: new IDBFactory(), bucket: new IDBFactory() };

function useFiles(): void {
	vi.stubGlobal('indexedDB', files.usual);
	vi.stubGlobal('navigator', { storageBuckets: { open: () => Promise.resolve({ indexedDB: files.bucket }) } });
}
function wipe(which: 'usual' | 'bucket'): void {
	files[which] = new IDBFactory();
	useFiles();
}

beforeEach(() => {
	files.usual = new IDBFactory();
	files.bucket = new IDBFactory();
	vi.stubGlobal('indexedDB', files.usual);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

function opened(factory: IDBFactory, name: string, version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
	return new Promise((resolve) => {
		const request = factory.open(name, version);
		request.onupgradeneeded = () => upgrade?.(request.result);
		request.onsuccess = () => {
			resolve(request.result);
		};
	});
}

test('where the browser has no IndexedDB the store says so, and the log works as long as the page lasts', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const store = await openStore('a');
	expect(store.notKept).toBe('missing');
	await store.log.append([{ kind: 'x', id: 'a' as never, at: 1 }]);
	expect(await store.log.read()).toHaveLength(1);
});

test('where the browser refuses to open it the store says so', async () => {
	const refusing = new IDBFactory();
	refusing.open = () => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	};
	vi.stubGlobal('indexedDB', refusing);
	expect((await openStore('b')).notKept).toBe('refused');
});

test('a database that does not open the first time is opened again', async () => {
	const flaky = new IDBFactory();
	const healthy = new IDBFactory();
	let calls = 0;
	flaky.databases = () => {
		calls += 1;
		return calls === 1 ? Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')) : healthy.databases();
	};
	vi.stubGlobal('indexedDB', flaky);
	const store = await openStore('flaky');
	expect(store.notKept).toBeUndefined();
	expect(calls).toBe(2);
	await store.close();
});

describe('where the browser has a second set of files', () => {
	test.each(['usual', 'bucket'] as const)('the log survives the loss of the %s files, time after time', async (which) => {
		useFiles();
		for (const id of ['a', 'b', 'c']) {
			const store = await openStore('mirror');
			await store.log.open();
			await store.log.append([review(id, 1)]);
			await store.close();
			wipe(which);
		}
		const store = await openStore('mirror');
		expect((await store.log.open()).tail.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		await store.close();
	});
});

describe('a database that version 1 has made', () => {
	const entries: Entry[] = [
		...reviewsOn(10, 0, 5),
		{ kind: 'retraction', id: 'r' as never, at: 11 * 86_400_000, entryId: 'x' as never },
		{ kind: 'from-the-future', id: 'f' as never, at: 12 * 86_400_000 }
	];

	/** As the app's version 1 did it. */
	async function version1(name: string, factory: IDBFactory): Promise<void> {
		const database = new Dexie(name, { indexedDB: factory, IDBKeyRange });
		database.version(1).stores({ entries: '[at+id]', settings: '' });
		await database.table('entries').bulkPut(entries);
		await database.table('settings').put({ day: 3 }, 'place');
		database.close();
	}

	test.each([1, 2])('opens with everything in it, in %i copies', async (copies) => {
		await version1('entente', files.usual);
		if (copies === 2) {
			await version1('entente', files.bucket);
			useFiles();
		}
		const store = await openStore('entente');
		expect(store.notKept).toBeUndefined();
		expect(await store.log.open()).toEqual({ checkpoint: undefined, tail: entries });
		expect(await store.settings.get('place')).toEqual({ day: 3 });
		await store.log.append([review('new', 13 * 86_400_000)]);
		await store.texts.set('deck', 'text');
		await store.close();
		expect((await opened(files.usual, 'entente')).version).toBe(20);
		const again = await openStore('entente');
		expect(await again.log.read()).toHaveLength(entries.length + 1);
		await again.close();
	});
	test('is left as it is by a page of version 1 that is still open, until that lets go of it', async () => {
		await version1('entente', files.usual);
		const old = new Dexie('entente', { indexedDB: files.usual, IDBKeyRange });
		old.version(1).stores({ entries: '[at+id]', settings: '' });
		await old.open();
		const store = await openStore('entente');
		expect(store.notKept).toBeUndefined();
		expect(old.isOpen()).toBe(false); // it was told of the new version, and has closed
		expect(await store.log.read()).toHaveLength(entries.length);
		await store.close();
	});
});

describe('a database of a newer version', () => {
	const make = (database: IDBDatabase): void => {
		const things = database.createObjectStore('things', { keyPath: ['at', 'id'] });
		things.put({ at: 1, id: 'a', bytes: new Uint8Array([0, 1, 255]), when: new Date(5), nothing: undefined, list: [1n, NaN, null] });
		database.createObjectStore('blobs').put(new Uint8Array(100_000).fill(7), 'large');
		database.createObjectStore('empty');
	};

	test('is left alone, and named', async () => {
		(await opened(files.usual, 'entente-newer', 9990, make)).close();
		const store = await openStore('entente-newer');
		expect(store.notKept).toBe('newer');
		await store.close();
		expect((await opened(files.usual, 'entente-newer')).version).toBe(9990);
	});

	test('can be saved whole as one text, which changes nothing in it', async () => {
		(await opened(files.usual, 'entente-newer', 9990, make)).close();
		const { exportNewer } = await openStore('entente-newer');
		const told = JSON.parse((await exportNewer?.()) ?? '') as {
			about: unknown;
			stores: Record<string, { keys: unknown[]; values: unknown[] }>;
		};
		expect(told.about).toMatchObject({ format: 'entente-raw/1', version: 9990 });
		expect(told.stores['things']).toEqual({
			keys: [[1, 'a']],
			values: [
				{
					at: 1,
					id: 'a',
					bytes: { $type: 'bytes', of: 'Uint8Array', value: 'AAH/' },
					when: { $type: 'date', value: 5 },
					nothing: { $type: 'undefined' },
					list: [{ $type: 'bigint', value: '1' }, { $type: 'number', value: 'NaN' }, null]
				}
			]
		});
		expect(told.stores['empty']).toEqual({ keys: [], values: [] });
		const [large] = told.stores['blobs']?.values as [{ value: string }];
		expect(Buffer.from(large.value, 'base64')).toEqual(Buffer.alloc(100_000, 7));
		expect((await opened(files.usual, 'entente-newer')).version).toBe(9990);
	});

	test('is found in the second copy too, when the first was lost since', async () => {
		useFiles();
		(await opened(files.bucket, 'entente', 9990, make)).close();
		const store = await openStore('entente');
		expect(store.notKept).toBe('newer');
		expect(await store.exportNewer?.()).toContain('AAH/');
	});
});

test('a page whose database a newer version takes away says so at the next write, and does not write into it', async () => {
	const store = await openStore('taken');
	await store.log.open();
	await store.log.append([review('a', 1)]);
	const newer = await opened(files.usual, 'taken', 9990);
	await expect(store.log.append([review('b', 2)])).rejects.toThrow(expect.objectContaining({ name: 'DatabaseClosedError' }));
	newer.close();
});
