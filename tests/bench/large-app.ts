// The built app with 100,000 cards, and a browser's store with 1,000,000 answers in it.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { readSegment } from '#lib/core/review/segment.ts';
import { generateLibrary } from './generate-library.ts';
import { LARGE } from './large.ts';

/** Builds the app with the large library into a folder of `place`, the log beside it; gives that folder. */
export function buildLargeApp(place: string, segments: readonly Uint8Array[]): string {
	const folder = join(place, 'build');
	generateLibrary(join(place, 'decks'), LARGE.cards);
	const env = { ...process.env, DECKS_FOLDER: join(place, 'decks'), BUILD_FOLDER: folder };
	execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	mkdirSync(join(folder, 'bench'), { recursive: true });
	writeLog(folder, segments);
	return folder;
}

function writeLog(folder: string, segments: readonly Uint8Array[]): void {
	const index = segments.map((bytes, number) => {
		const name = `segment-${number}.bin`;
		writeFileSync(join(folder, 'bench', name), bytes);
		const read = readSegment(bytes);
		if ('damage' in read) throw new Error(read.damage);
		return { name, id: createHash('sha256').update(bytes).digest('hex'), head: read.segment.head };
	});
	writeFileSync(join(folder, 'bench', 'index.json'), JSON.stringify(index));
}

/** Puts the log into the app's store, as sealed segments, and lets the app make its checkpoint. */
export async function fillStore(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.getByRole('link', { name: 'Show me the first card' }).waitFor();
	await page.evaluate(async () => {
		// On a first visit the app makes its store a little later.
		const isThere = async () => (await indexedDB.databases()).some(({ name, version }) => name === 'entente' && (version ?? 0) > 0);
		while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 100));
		const index = (await (await fetch('bench/index.json')).json()) as { name: string; id: string; head: unknown }[];
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('entente');
			opening.onsuccess = () => {
				resolve(opening.result);
			};
			opening.onerror = () => {
				reject(new Error('The store cannot be opened.'));
			};
		});
		for (const { name, id, head } of index) {
			const bytes = new Uint8Array(await (await fetch(`bench/${name}`)).arrayBuffer());
			await new Promise<void>((resolve) => {
				const transaction = database.transaction('segments', 'readwrite');
				transaction.objectStore('segments').put({ id, bytes, head });
				transaction.oncomplete = () => {
					resolve();
				};
			});
		}
		database.close();
	});
	await page.goto(url);
	// The app tidies when it has been open for a while and has nothing to do.
	await page.getByText(/answers saved on this device/).waitFor({ timeout: 120_000 });
	await page.waitForTimeout(15_000);
}
