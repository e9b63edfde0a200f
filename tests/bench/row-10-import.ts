import { findFrame, FRAME_SIZE, readFrame } from '#lib/core/backup/frame.ts';
import { readBackup } from '#lib/core/backup/read.ts';
import { writeBackup } from '#lib/core/backup/write.ts';
import { blobSource, browserMeans } from '#lib/store/means.ts';
import { openStore, type Store } from '#lib/store/open.ts';
import { planRestore } from '#lib/store/plan-restore.ts';
import { secondFactory } from '#lib/store/second-factory.ts';
import { deleteDatabase, putAll, rawDatabase, resultOf } from './raw-database.ts';
import type { Row } from './row.ts';

/** All of a log as a backup. */
async function backupOf(segments: readonly Uint8Array[]): Promise<Blob> {
	const pieces: Uint8Array[] = [];
	for await (const piece of writeBackup({ savedAt: 0, segments, rows: [], stores: {} }, browserMeans)) pieces.push(piece);
	return new Blob(pieces as Uint8Array<ArrayBuffer>[]);
}

/** From the file to the log: read, checked, compared, added. */
async function restored({ log }: Store, file: Blob): Promise<void> {
	const read = await readBackup(blobSource(file), browserMeans);
	if ('fault' in read || read.damage) throw new Error('The backup is damaged.');
	const { segments } = await planRestore(log, read.backup);
	await log.restore(segments, { settings: new Map(), texts: new Map() });
}

/** The bytes of each part, as the file holds them: where they are is known beforehand. */
async function unpackedParts(file: Blob, places: readonly Place[]): Promise<readonly Uint8Array[]> {
	return Promise.all(
		places.map(async ({ from, to }) => {
			const stream = file.slice(from, to).stream().pipeThrough(new DecompressionStream('gzip'));
			return new Uint8Array(await new Response(stream).arrayBuffer());
		})
	);
}

interface Place {
	readonly from: number;
	readonly to: number;
}

async function placesIn(file: Blob): Promise<readonly Place[]> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const places: Place[] = [];
	for (let at = findFrame(bytes, 0); at >= 0; at = findFrame(bytes, places.at(-1)?.to ?? bytes.length)) {
		const from = at + FRAME_SIZE;
		places.push({ from, to: from + (readFrame(bytes, at)?.length ?? 0) });
	}
	return places;
}

export function importRow(log: () => Promise<readonly Uint8Array[]>): Row {
	return {
		number: '10',
		what: 'restore a backup of 1,000,000 reviews, against reading, unpacking and putting its bytes',
		async prepare() {
			const file = await backupOf(await log());
			const places = await placesIn(file);
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
				product: async () => store && restored(store, file),
				reference: async () => database && putAll(database, 'segments', await unpackedParts(file, places)),
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
