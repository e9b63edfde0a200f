import type { Backup, Sealed } from '#lib/core/backup/backup.ts';
import { newsFor, type News } from '#lib/core/backup/compare.ts';
import type { Millis } from '#lib/core/review/entry.ts';
import type { Beside } from '#lib/store/copy.ts';
import { planRestore, segmentsOf, type RestorePlan } from '#lib/store/plan-restore.ts';
import { now } from '../clock.ts';
import { catchUp } from '../editions.ts';
import type { Journal } from '../journal.svelte.ts';
import { EDITIONS, OF_THIS_DEVICE, RESTORED } from './names.ts';
import { leaveTrace } from './trace.ts';

/** What a restore will add; nothing has been written. */
export interface Preview extends RestorePlan {
	/** Settings that are not here yet, by name. */
	readonly settings: ReadonlyMap<string, unknown>;
	/** Texts of decks whose version is not the one that is kept here, with their versions. */
	readonly texts: ReadonlyMap<string, { readonly text: string; readonly version: unknown }>;
}

/** What the last restore has added, so that it can be taken back. */
export interface Restored {
	readonly at: Millis;
	readonly segmentIds: readonly string[];
	readonly entries: number;
	readonly answers: number;
	/** Settings that it has added. */
	readonly settings: readonly string[];
	/** The texts and versions that stood here before, by the deck's id. */
	readonly texts: Readonly<Record<string, { readonly text: string | undefined; readonly version: unknown }>>;
}

type Versions = Readonly<Record<string, unknown>>;

/** What a backup would add to what is here. */
export async function previewOf(journal: Journal, backup: Backup): Promise<Preview> {
	const { settings } = journal;
	const here = await settings.all();
	const fresh = Object.entries(backup.stores['settings'] ?? {}).filter(([name]) => !OF_THIS_DEVICE.has(name) && !here.has(name));
	const mine = (here.get(EDITIONS) ?? {}) as Versions;
	const theirs = backup.stores['editions'] ?? {};
	const texts = Object.entries(backup.stores['texts'] ?? {}).flatMap(([id, text]) =>
		typeof text === 'string' && theirs[id] !== undefined && mine[id] !== theirs[id] ? [[id, { text, version: theirs[id] }] as const] : []
	);
	return { ...(await planRestore(journal.store.log, backup)), settings: new Map(fresh), texts: new Map(texts) };
}

/** Adds what was previewed, all of it or nothing, and works out what texts have changed since. @throws what the storage throws */
export async function restore(journal: Journal, { news, segments, settings, texts }: Preview): Promise<Restored> {
	const before = await Promise.all(
		Array.from(
			texts.keys(),
			async (id) => [id, { text: await journal.store.texts.get(id), version: (await versionsIn(journal))[id] }] as const
		)
	);
	const restored: Restored = {
		at: now(),
		segmentIds: segments.map(({ id }) => id),
		entries: news.entries,
		answers: news.answers,
		settings: [...settings.keys()],
		texts: Object.fromEntries(before)
	};
	const versions = { ...(await versionsIn(journal)), ...Object.fromEntries(Array.from(texts, ([id, { version }]) => [id, version])) };
	const beside: Beside = {
		settings: new Map([...settings, [EDITIONS, versions], [RESTORED, restored]]),
		texts: new Map(Array.from(texts, ([id, { text }]) => [id, text]))
	};
	await alone(() => journal.store.log.restore(segments, beside));
	await afterwards(journal);
	// What the authors have changed since the backup is written into the log now; if it fails, the next start does it.
	await catchUp(journal).catch(() => undefined);
	return restored;
}

/** The last restore that can be taken back; undefined if there is none. */
export async function lastRestored({ settings }: Journal): Promise<Restored | undefined> {
	const value = (await settings.get(RESTORED).catch(() => undefined)) as Partial<Restored> | undefined;
	return Array.isArray(value?.segmentIds) ? (value as Restored) : undefined;
}

/** Takes out what a restore has added. What was answered since stays. @throws what the storage throws */
export async function takeBack(journal: Journal, { segmentIds, settings, texts }: Restored): Promise<void> {
	const versions = { ...(await versionsIn(journal)) };
	for (const [id, { version }] of Object.entries(texts)) {
		if (version === undefined) Reflect.deleteProperty(versions, id);
		else versions[id] = version;
	}
	const beside: Beside = {
		settings: new Map<string, unknown>([
			...settings.map((name) => [name, undefined] as const),
			[EDITIONS, versions],
			[RESTORED, undefined]
		]),
		texts: new Map(Object.entries(texts).map(([id, { text }]) => [id, text]))
	};
	await alone(() => journal.store.log.takeOut(segmentIds, beside));
	await afterwards(journal);
}

/** How a backup and the log here compare, for a rehearsal. */
export interface Compared {
	/** What is here and not in the backup: all entries, and the answers among them that count. */
	readonly onlyHere: Pick<News, 'entries' | 'answers'>;
	/** What is in the backup and not here. */
	readonly onlyThere: Pick<News, 'entries' | 'answers'>;
}

/** Compares a backup with what is here, and changes nothing. */
export async function compared({ store: { log } }: Journal, { parts }: Backup): Promise<Compared> {
	const here = segmentsOf(await log.readWhole());
	const asParts = here.map((segment): Sealed => ({ id: '', bytes: new Uint8Array(), segment }));
	const theirs = parts.map(({ segment }) => segment);
	return { onlyHere: newsFor(theirs, asParts), onlyThere: newsFor(here, parts) };
}

/** What follows a change of the whole log: it is folded anew here and in other tabs, and a checkpoint is kept for the next start. */
async function afterwards(journal: Journal): Promise<void> {
	await journal.reread();
	journal.onkept([]);
	await leaveTrace(journal, now());
	void journal.tidy().catch(() => undefined);
}

/** One page restores at a time. */
async function alone(act: () => Promise<void>): Promise<void> {
	const { locks } = navigator as Partial<Navigator>;
	await (locks ? locks.request('entente-restore', act) : act());
}

async function versionsIn({ settings }: Journal): Promise<Versions> {
	const value = await settings.get(EDITIONS).catch(() => undefined);
	return typeof value === 'object' && value !== null ? (value as Versions) : {};
}
