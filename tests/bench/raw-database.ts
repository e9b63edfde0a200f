/** IndexedDB with nothing in between, as what the store is measured against. */
export async function rawDatabase(name: string, stores: Readonly<Record<string, IDBObjectStoreParameters>>): Promise<IDBDatabase> {
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => {
		for (const [store, parameters] of Object.entries(stores)) request.result.createObjectStore(store, parameters);
	};
	return resultOf(request);
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => {
			resolve(request.result);
		};
		request.onerror = () => {
			reject(request.error ?? new Error('The request failed.'));
		};
	});
}

/** Puts values in one transaction that is on the disk when this resolves. */
export function putAll(database: IDBDatabase, store: string, values: readonly unknown[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
		for (const value of values) transaction.objectStore(store).put(value);
		transaction.oncomplete = () => {
			resolve();
		};
		transaction.onabort = () => {
			reject(transaction.error ?? new Error('The transaction was aborted.'));
		};
	});
}

/** Puts a value under a key of its own. */
export async function putAt(database: IDBDatabase, store: string, key: string, value: unknown): Promise<void> {
	await resultOf(database.transaction(store, 'readwrite').objectStore(store).put(value, key));
}

export async function deleteDatabase(name: string): Promise<void> {
	await resultOf(indexedDB.deleteDatabase(name));
}
