import { openStore, type Store } from '#lib/store/open.ts';
import { secondFactory } from '#lib/store/second-factory.ts';
import { deleteDatabase, putAll, rawDatabase, resultOf } from './raw-database.ts';
import type { Row } from './row.ts';

/** A backup as a file: the segments one after the other, and where each begins. */
interface Backup {
	readonly file: Blob;
	readonly starts: readonly number[];
}

async function partsOf({ file, starts }: Backup): Promise<readonly Uint8Array[]> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	return starts.map((start, at) => bytes.slice(start, starts[at + 1]));
}

export function importRow(log: () => Promise<readonly Uint8Array[]>): Row {
	return {
		number: '10',
		what: 'import a backup of 1,000,000 reviews, against reading and putting its bytes',
		async prepare() {
			const segments = await log();
			const starts = segments.map((_, at) => segments.slice(0, at).reduce((sum, { length }) => sum + length, 0));
			const backup: Backup = { file: new Blob(segments as Uint8Array<ArrayBuffer>[]), starts };
			let store: Store | undefined;
			let database: IDBDatabase | undefined;
			return {
				runs: 7,
				most: 2,
				// Into an empty log each time, in a session that follows a rest.
				reset: async () => {
					database?.close();
					await store?.close();
					await deleteDatabase('row-10');
					await deleteDatabase('row-10-raw');
					await secondDeleted('row-10');
					store = await openStore('row-10');
					await store.log.open();
					await store.log.rest();
					await store.close();
					store = await openStore('row-10');
					await store.log.open();
					database = await rawDatabase('row-10-raw', { segments: { autoIncrement: true } });
				},
				product: async () => store?.log.addSegments(await partsOf(backup)),
				reference: async () => database && putAll(database, 'segments', await partsOf(backup)),
				end: async () => {
					database?.close();
					await store?.close();
				}
			};
		}
	};
}

async function secondDeleted(name: string): Promise<void> {
	const request = (await secondFactory())?.deleteDatabase(name);
	if (request) await resultOf(request);
}
