import { Database } from './database.ts';
import { dexieLog } from './dexie-log.ts';
import type { LogStore } from './log-store.ts';
import { memoryLog } from './memory-log.ts';
import { mirroredLog } from './mirrored-log.ts';
import { secondFactory } from './second-factory.ts';
import { serial } from './serial.ts';
import { dexieSettings, memorySettings, type Settings } from './settings.ts';

/** Why nothing is kept: the browser has no IndexedDB, refuses it here, or holds data of a newer version of the app. */
export type NotKept = 'missing' | 'refused' | 'newer';

export interface Store {
	readonly log: LogStore;
	readonly settings: Settings;
	/** Set when the log lasts only as long as the page. */
	readonly notKept?: NotKept;
	close(): void;
}

/** Waits before a database that would not open is tried again, in milliseconds. */
const RETRY_MS = [50, 250, 1000] as const;

/** Opens the store; where the browser keeps nothing, one that lasts as long as the page. Never rejects. */
export async function openStore(name = 'entente'): Promise<Store> {
	if (typeof indexedDB === 'undefined') return memoryStore('missing');
	const second = secondFactory();
	const database = await openDatabase(name, indexedDB);
	if (typeof database === 'string') return memoryStore(database);
	// One after the other: opening may write, and only one copy at a time may be written.
	const factory = await second;
	const mirror = factory && (await openDatabase(name, factory));
	return opened(database, mirror instanceof Database ? mirror : undefined);
}

function opened(database: Database, mirror: Database | undefined): Store {
	const oneAtATime = serial();
	const log = mirror ? mirroredLog(dexieLog(database), dexieLog(mirror)) : dexieLog(database);
	const settings = dexieSettings(database);
	return {
		log: {
			read: () => oneAtATime(() => log.read()),
			append: (entries) => oneAtATime(() => log.append(entries))
		},
		settings: {
			get: (setting) => settings.get(setting),
			set: (setting, value) => oneAtATime(() => settings.set(setting, value))
		},
		close: () => {
			database.close();
			mirror?.close();
		}
	};
}

/**
 * A database, or why it cannot be had. Chromium answers the first call after it has found its files damaged with an
 * "UnknownError" and the next ones as if nothing had been there: that one is worth another try.
 */
async function openDatabase(name: string, factory: IDBFactory): Promise<Database | 'refused' | 'newer'> {
	for (const wait of [...RETRY_MS, undefined]) {
		let database: Database | undefined;
		try {
			if (await Database.isNewer(name, factory)) return 'newer';
			database = new Database(name, factory);
			await database.open();
			return database;
		} catch (error) {
			database?.close();
			if (wait === undefined || !isPassing(error)) return 'refused';
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}
	return 'refused';
}

function isPassing(error: unknown): boolean {
	const { name = '', inner } = error as { name?: string; inner?: { name?: string } | null };
	return name === 'UnknownError' || inner?.name === 'UnknownError';
}

/** A store that lasts as long as the page. */
export function memoryStore(notKept: NotKept): Store {
	return { log: memoryLog(), settings: memorySettings(), notKept, close: () => undefined };
}
