import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '#lib/store/open.ts';

beforeEach(() => {
	vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
	vi.unstubAllGlobals();
});

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

test('a database of a newer version is left alone, and named', async () => {
	const request = indexedDB.open('entente-newer', 9990);
	await new Promise((resolve) => {
		request.onsuccess = resolve;
	});
	request.result.close();
	expect((await openStore('entente-newer')).notKept).toBe('newer');
	const again = indexedDB.open('entente-newer');
	await new Promise((resolve) => {
		again.onsuccess = resolve;
	});
	expect(again.result.version).toBe(9990);
});
