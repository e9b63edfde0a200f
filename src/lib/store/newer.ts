/**
 * Everything in a database of a newer version of the app, as one JSON text, whatever it holds: so that a student can save it to a file.
 * It is read as it is, and not changed. What JSON has no word for is written as `{"$type": …}`: bytes in base64, dates in
 * milliseconds since 1970-01-01 UTC. @throws what the browser throws: a refused or a damaged database
 */
export async function exportRaw(name: string, factory: IDBFactory): Promise<string> {
	const request = factory.open(name);
	let isNew = false;
	request.onupgradeneeded = () => {
		isNew = true;
		request.transaction?.abort(); // there is none: nothing is made instead
	};
	const database = await resultOf(request).catch((error: unknown) => {
		if (isNew) return undefined;
		throw error;
	});
	if (database === undefined) throw new Error(`There is no database “${name}”.`);
	try {
		const stores = await readAll(database);
		const told = await Promise.all(
			stores.map(async ({ store, keys, values }) => [store, { keys: await tell(keys), values: await tell(values) }])
		);
		const about = {
			what: 'Everything that a newer version of Entente has stored in this browser.',
			format: 'entente-raw/1',
			version: database.version
		};
		return JSON.stringify({ about, stores: Object.fromEntries(told) as unknown });
	} finally {
		database.close();
	}
}

interface RawStore {
	readonly store: string;
	readonly keys: readonly unknown[];
	readonly values: readonly unknown[];
}

async function readAll(database: IDBDatabase): Promise<readonly RawStore[]> {
	const names = [...database.objectStoreNames];
	if (names.length === 0) return [];
	const transaction = database.transaction(names);
	return Promise.all(
		names.map(async (store) => {
			const [keys, values] = await Promise.all([
				resultOf(transaction.objectStore(store).getAllKeys()),
				resultOf(transaction.objectStore(store).getAll() as IDBRequest<unknown[]>)
			]);
			return { store, keys, values };
		})
	);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => {
			resolve(request.result);
		};
		request.onerror = () => {
			reject(request.error ?? new Error('The browser could not read its storage.'));
		};
	});
}

/** A value that structured cloning has given, as a value that JSON carries. */
async function tell(value: unknown): Promise<unknown> {
	if (typeof value === 'bigint') return { $type: 'bigint', value: String(value) };
	if (typeof value === 'number' && !Number.isFinite(value)) return { $type: 'number', value: String(value) };
	if (value === undefined) return { $type: 'undefined' };
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return Promise.all(value.map(tell));
	if (value instanceof Date) return { $type: 'date', value: value.getTime() };
	if (value instanceof Blob) return { $type: 'bytes', of: value.type, value: base64(new Uint8Array(await value.arrayBuffer())) };
	if (value instanceof ArrayBuffer) return { $type: 'bytes', of: 'ArrayBuffer', value: base64(new Uint8Array(value)) };
	if (ArrayBuffer.isView(value)) {
		const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
		return { $type: 'bytes', of: Object.prototype.toString.call(value).slice(8, -1), value: base64(bytes) };
	}
	if (value instanceof Map) return { $type: 'map', value: await tell([...value]) };
	if (value instanceof Set) return { $type: 'set', value: await tell([...value]) };
	const pairs = await Promise.all(Object.entries(value).map(async ([key, inner]) => [key, await tell(inner)] as const));
	return Object.fromEntries(pairs);
}

/** So many bytes are written at a time: a multiple of 3, and few enough to be arguments of one call. */
const AT_ONCE = 3 * 8192;

function base64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += AT_ONCE) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))));
	return parts.join('');
}
