import type { Review } from '#lib/core/review/entry.ts';
import { openStore, type Store } from '#lib/store/open.ts';
import { generateEntries } from './generate-log.ts';
import { putAll, rawDatabase } from './raw-database.ts';
import type { Row } from './row.ts';

/** A student looks at a card for longer; this is enough for the second copy to be written meanwhile. */
const PAUSE_MS = 25;

/** The store as a student's second session finds it: the app went out of sight, and was started again. */
async function secondSession(): Promise<Store> {
	const first = await openStore('row-5');
	await first.log.open();
	await first.log.append(generateEntries({ reviews: 100, cards: 20 }));
	await first.log.rest();
	await first.close();
	const store = await openStore('row-5');
	await store.log.open();
	return store;
}

export const saveRow = (): Row => ({
	number: '5',
	what: 'one answer saved, with its second copy behind it, against one raw strict put',
	async prepare() {
		const store = await secondSession();
		const database = await rawDatabase('row-5-raw', { entries: { keyPath: ['at', 'id'] } });
		const reviews = generateEntries({ reviews: 1000, cards: 100 }, 2);
		let next = 0;
		const review = (): Review => {
			next += 1;
			const [entry] = reviews.slice(next % reviews.length);
			if (entry === undefined) throw new RangeError('There are no more reviews.');
			return { ...entry, at: Date.now() + next };
		};
		return {
			runs: 200,
			most: 1.5,
			by: 'p95',
			reset: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
			product: () => store.log.append([review()]),
			reference: () => putAll(database, 'entries', [review()]),
			end: async () => {
				database.close();
				await store.close();
			}
		};
	}
});
