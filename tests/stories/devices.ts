import type { Page } from '@playwright/test';

/** Throws away the log in both its copies, as a browser does that runs short of room, and leaves everything else. */
export async function evictLog(page: Page, url: string): Promise<void> {
	// No page of the app holds the databases open; a file of its origin can delete them.
	await page.goto('about:blank');
	const other = await page.context().newPage();
	await other.goto(`${url}manifest.webmanifest`);
	await other.evaluate(async () => {
		interface Buckets {
			readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
		}
		const bucket = await (navigator as Buckets).storageBuckets?.open('second-copy');
		for (const factory of [indexedDB, bucket?.indexedDB]) {
			if (!factory) continue;
			await new Promise<void>((resolve, reject) => {
				const deleting = factory.deleteDatabase('entente');
				deleting.onsuccess = () => {
					resolve();
				};
				deleting.onerror = () => {
					reject(new Error('not deleted'));
				};
			});
		}
	});
	await other.close();
}

/** Damages every sealed part of the log in both its copies, as a device may; nothing of the app notices by that. Resolves to how many. */
export function damageLog(page: Page): Promise<number> {
	return page.evaluate(async () => {
		interface Buckets {
			readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
		}
		const resultOf = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => {
					resolve(request.result);
				};
				request.onerror = () => {
					reject(new Error('not damaged'));
				};
			});
		const bucket = await (navigator as Buckets).storageBuckets?.open('second-copy');
		let damaged = 0;
		for (const factory of [indexedDB, bucket?.indexedDB]) {
			if (!factory) continue;
			const database = await resultOf(factory.open('entente'));
			const store = database.transaction('segments', 'readwrite').objectStore('segments');
			for (const segment of await resultOf(store.getAll() as IDBRequest<{ readonly bytes: Uint8Array }[]>)) {
				const at = segment.bytes.length - 20;
				segment.bytes[at] = (segment.bytes[at] ?? 0) ^ 1;
				await resultOf(store.put(segment));
				damaged += 1;
			}
			database.close();
		}
		return damaged;
	});
}

/** How many of the log's copies have a note of a checkpoint. */
export function checkpoints(page: Page): Promise<number> {
	return page.evaluate(async () => {
		interface Buckets {
			readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
		}
		const bucket = await (navigator as Buckets).storageBuckets?.open('second-copy');
		const counts = [indexedDB, bucket?.indexedDB].map(
			(factory) =>
				new Promise<number>((resolve) => {
					if (!factory) {
						resolve(0);
						return;
					}
					const opening = factory.open('entente');
					opening.onsuccess = () => {
						const counting = opening.result.transaction('derived').objectStore('derived').count('note');
						counting.onsuccess = () => {
							opening.result.close();
							resolve(counting.result);
						};
					};
				})
		);
		return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
	});
}
