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
