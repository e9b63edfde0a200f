// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasNothing } from '#lib/store/has-nothing.ts';
import { LateStore } from '#lib/store/late-store.ts';
import { memoryStore, openStore } from '#lib/store/open.ts';
import { review } from '../../logs.ts';

const ANSWER = review('r1', 1000);

let bucket: IDBFactory;
let names: string[];

beforeEach(() => {
	bucket = new IDBFactory();
	names = [];
	vi.stubGlobal('indexedDB', new IDBFactory());
	const open = (name: string) => {
		names.push(name);
		return Promise.resolve({ indexedDB: bucket });
	};
	vi.stubGlobal('navigator', { storageBuckets: { open, keys: () => Promise.resolve(names) } });
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a browser holds nothing', () => {
	test('before the store is opened for the first time, and not after', async () => {
		expect(await hasNothing('entente')).toBe(true);
		await (await openStore('entente')).close();
		expect(await hasNothing('entente')).toBe(false);
	});

	test('for certain only if the second copy is not there either', async () => {
		await (await openStore('entente')).close();
		vi.stubGlobal('indexedDB', new IDBFactory());
		expect(await hasNothing('entente')).toBe(false);
	});

	test.each([
		['has no IndexedDB', undefined],
		['cannot be asked', { open: () => undefined }],
		['refuses to say', { databases: () => Promise.reject(new Error('SecurityError')) }]
	])('not for certain if it %s', async (_, factory) => {
		vi.stubGlobal('indexedDB', factory);
		expect(await hasNothing('entente')).toBe(false);
	});
});

describe('a store that is opened late', () => {
	test('is not opened by being asked for settings or texts, or by going out of sight', async () => {
		const open = vi.fn(() => openStore('entente'));
		const store = new LateStore(open);
		expect(await store.settings.get('place')).toBeUndefined();
		expect((await store.settings.all()).size).toBe(0);
		expect(await store.texts.keys()).toEqual([]);
		await store.log.rest();
		await store.close();
		expect(open).not.toHaveBeenCalled();
	});

	test('is not opened by a setting either, which waits for the first answer and is kept with it', async () => {
		const open = vi.fn(() => openStore('entente'));
		const store = new LateStore(open);
		const setting = store.settings.set('place', 3);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(open).not.toHaveBeenCalled();
		await store.log.append([ANSWER]);
		await setting;
		expect(await store.settings.get('place')).toBe(3);
		await store.close();
	});

	test('says of a setting, too, that it could not be opened', async () => {
		const store = new LateStore(() => Promise.reject(new TypeError('Failed to fetch')));
		const setting = store.settings.set('place', 3);
		await expect(store.log.append([ANSWER])).rejects.toThrow('Failed to fetch');
		await expect(setting).rejects.toThrow('Failed to fetch');
	});

	test('is opened once, by what is written first, and keeps all of it', async () => {
		const open = vi.fn(() => openStore('entente'));
		const store = new LateStore(open);
		await Promise.all([store.log.append([ANSWER]), store.settings.set('place', 3), store.texts.set('deck', 'text')]);
		expect(open).toHaveBeenCalledOnce();
		expect(await store.log.read()).toEqual([ANSWER]);
		expect(await store.settings.get('place')).toBe(3);
		expect(await store.texts.get('deck')).toBe('text');
		await store.close();
		const again = await openStore('entente');
		await again.log.open();
		expect(await again.log.read()).toEqual([ANSWER]);
		await again.close();
	});

	test('that could not be opened is tried again at the next answer, which is kept then', async () => {
		let isThere = false;
		const store = new LateStore(() => (isThere ? openStore('entente') : Promise.reject(new TypeError('Failed to fetch'))));
		await expect(store.log.append([ANSWER])).rejects.toThrow('Failed to fetch');
		isThere = true;
		await store.log.append([ANSWER]);
		expect(await store.log.read()).toEqual([ANSWER]);
		await store.close();
	});

	test('tells which store it has become', async () => {
		const memory = memoryStore('refused');
		const store = new LateStore(() => Promise.resolve(memory));
		store.onopened = vi.fn();
		await store.open();
		expect(store.onopened).toHaveBeenCalledExactlyOnceWith(memory);
	});
});
