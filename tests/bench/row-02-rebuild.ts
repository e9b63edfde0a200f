import { entriesOf } from '#lib/core/review/segment.ts';
import { rebuild } from '#lib/core/schedule/rebuild.ts';
import { openStore } from '#lib/store/open.ts';
import { segmentIn } from '../logs.ts';
import { putAll, rawDatabase, resultOf } from './raw-database.ts';
import type { Row } from './row.ts';

/** The reference reads what the product reads and folds, as it would stand without segments: one row a review. */
export function rebuildRow(log: () => Promise<readonly Uint8Array[]>): Row {
	return {
		number: '2',
		what: 'read a log of 1,000,000 reviews and fold it, against getAll of as many rows',
		async prepare() {
			const segments = await log();
			const store = await openStore('row-2');
			await store.log.open();
			await store.log.addSegments(segments);
			const database = await rawDatabase('row-2-raw', { entries: { keyPath: ['at', 'id'] } });
			for (const bytes of segments) await putAll(database, 'entries', entriesOf(segmentIn(bytes)));
			return {
				runs: 7,
				most: 0.15,
				product: async () => {
					const whole = await store.log.readWhole();
					return rebuild(whole.segments.map(segmentIn));
				},
				reference: () => resultOf(database.transaction('entries').objectStore('entries').getAll()),
				end: async () => {
					database.close();
					await store.close();
				}
			};
		}
	};
}
