/** The part of the Storage Buckets API that is used here (Chromium 122 and later; https://wicg.github.io/storage-buckets/). */
interface StorageBuckets {
	open(name: string, options?: { readonly durability?: 'strict' | 'relaxed' }): Promise<{ readonly indexedDB: IDBFactory }>;
	keys(): Promise<readonly string[]>;
}

const BUCKET = 'second-copy';

/**
 * An IndexedDB in files of its own, beside the usual one, where the browser has such a thing. Chromium keeps all databases of an
 * origin in one LevelDB and deletes it whole when it finds it damaged, which a killed process may cause (decision record 6);
 * Firefox and Safari keep each database in an SQLite file and do not.
 */
export async function secondFactory(): Promise<IDBFactory | undefined> {
	try {
		const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };
		return (await storageBuckets?.open(BUCKET, { durability: 'strict' }))?.indexedDB;
	} catch {
		return undefined; // not allowed here: one copy has to do
	}
}

/** Whether there ever was one. @throws where that cannot be asked */
export async function hasSecondFactory(): Promise<boolean> {
	const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };
	return (await storageBuckets?.keys())?.includes(BUCKET) ?? false;
}
