import type { Stores } from '#lib/core/backup/backup.ts';
import { merge } from '#lib/core/review/log.ts';
import type { Damaged } from '#lib/store/copy.ts';
import { isJson } from '#lib/store/same.ts';
import { now } from '../clock.ts';
import type { Journal } from '../journal.svelte.ts';
import { EDITIONS, OF_THIS_DEVICE } from './names.ts';

/** What a backup is called, with the day it was made on: "entente-2026-11-22.entente". */
export const EXTENSION = '.entente';

/** A backup that was made, and how many answers are in it. */
export interface MadeBackup {
	readonly file: File;
	readonly answers: number;
	readonly at: number;
	/** What it lacks: parts of the log that the device has damaged. */
	readonly without: readonly Damaged[];
}

/** Everything in one file: the whole log, with what is not saved yet; settings, and the texts of decks. @throws what the storage throws */
export async function makeBackup(journal: Journal): Promise<MadeBackup> {
	const [{ writeBackup }, { browserMeans }] = await Promise.all([import('#lib/core/backup/write.ts'), import('#lib/store/means.ts')]);
	const at = now();
	const { segments, rows, damaged: without } = await journal.store.log.readWhole();
	// What was found damaged just now counts no more.
	await journal.caughtUp();
	const { answers } = journal.progress;
	const contents = { savedAt: at, segments, rows: merge(rows, journal.unsaved), stores: await storesOf(journal) };
	const pieces: Uint8Array[] = [];
	for await (const piece of writeBackup(contents, browserMeans)) pieces.push(piece);
	const name = `entente-${new Date(at).toISOString().slice(0, 10)}${EXTENSION}`;
	return { file: new File(pieces as Uint8Array<ArrayBuffer>[], name, { type: 'application/octet-stream' }), answers, at, without };
}

async function storesOf({ store: { settings, texts } }: Journal): Promise<Stores> {
	const all = await settings.all();
	// Handles of files and the like mean nothing elsewhere.
	const own = [...all].filter(([name, value]) => !OF_THIS_DEVICE.has(name) && isJson(value));
	const ids = await texts.keys();
	const kept = await Promise.all(ids.map(async (id) => [id, await texts.get(id)] as const));
	return {
		settings: Object.fromEntries(own),
		texts: Object.fromEntries(kept.filter(([, text]) => text !== undefined)),
		editions: Object.fromEntries(Object.entries(all.get(EDITIONS) ?? {}).filter(([id]) => ids.includes(id)))
	};
}
