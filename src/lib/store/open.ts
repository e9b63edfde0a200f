import { Database } from './database.ts';
import { dexieCopy } from './dexie-copy.ts';
import { isPassing } from './failure.ts';
import { KeptLog } from './kept-log.ts';
import type { LogStore } from './log-store.ts';
import { memoryCopy, memoryThings } from './memory-copy.ts';
import { exportRaw } from './newer.ts';
import { secondFactory } from './second-factory.ts';
import { dexieSettings, memorySettings, type Settings } from './settings.ts';
import { dexieTexts, memoryTexts, type Texts } from './texts.ts';

/** Why nothing is kept: the browser has no IndexedDB, refuses it here, or holds data of a newer version of the app. */
export type NotKept = 'missing' | 'refused' | 'newer';

export interface Store {
	readonly log: LogStore;
	readonly settings: Settings;
	readonly texts: Texts;
	/** Set when the log lasts only as long as the page. */
	readonly notKept?: NotKept;
	/** With `notKept: 'newer'`: everything that the newer version has stored, as a JSON text for a file (newer.ts). */
	readonly exportNewer?: () => Promise<string>;
	/** Whether a newer version of the app has taken the database in another tab: nothing more can be written here. */
	readonly isTaken?: () => boolean;
	/** Lets go of what is open, when everything that was begun is written. */
	close(): Promise<void>;
}

/** Waits before a database that would not open is tried again, in milliseconds. */
const RETRY_MS = [50, 250, 1000] as const;

/** What a page wants to hear while the store is opened. */
export interface Hearing {
	/** Told that a page of an older version does not let go of the database, which this one has to wait for; and when it has. */
	readonly onblocked?: (isBlocked: boolean) => void;
}

/** Opens the store; where the browser keeps nothing, one that lasts as long as the page. Never rejects. */
export async function openStore(name = 'entente', hearing: Hearing = {}): Promise<Store> {
	if (typeof indexedDB === 'undefined') return memoryStore('missing');
	const second = secondFactory();
	const opening = openDatabase(name, indexedDB, hearing);
	const factory = await second;
	// At once where the second copy is there as it should be, for then opening it writes nothing; else one after the other, because only
	// one copy at a time may be written.
	const beside = factory && (await Database.isThere(name, factory)) ? openDatabase(name, factory, hearing) : undefined;
	const database = await opening;
	if (!(database instanceof Database)) {
		if (beside) closeIfOpen(await beside);
		return database === 'newer' ? newerStore(name, indexedDB) : memoryStore('refused');
	}
	const mirror = await (beside ?? (factory && openDatabase(name, factory, hearing)));
	if (factory && mirror === 'newer') {
		// The first copy was lost since the newer version wrote both.
		database.close();
		return newerStore(name, factory);
	}
	return opened(database, mirror instanceof Database ? mirror : undefined);
}

function closeIfOpen(database: Database | string): void {
	if (database instanceof Database) database.close();
}

function opened(database: Database, mirror: Database | undefined): Store {
	const log = new KeptLog(dexieCopy(database), { second: mirror && dexieCopy(mirror) });
	const settings = dexieSettings(database);
	const texts = dexieTexts(database);
	return {
		log,
		settings: { ...settings, set: (setting, value) => log.writeBeside(() => settings.set(setting, value)) },
		isTaken: () => database.isTaken,
		texts: { ...texts, set: (deckId, text) => log.writeBeside(() => texts.set(deckId, text)) },
		close: async () => {
			await log.settled();
			database.close();
			mirror?.close();
		}
	};
}

/**
 * A database, or why it cannot be had. Chromium answers the first call after it has found its files damaged with an
 * "UnknownError" and the next ones as if nothing had been there: that one is worth another try.
 */
async function openDatabase(name: string, factory: IDBFactory, { onblocked }: Hearing): Promise<Database | 'refused' | 'newer'> {
	for (const wait of [...RETRY_MS, undefined]) {
		let database: Database | undefined;
		try {
			if (await Database.isNewer(name, factory)) return 'newer';
			database = new Database(name, factory);
			const told: true[] = [];
			database.on('blocked', () => {
				if (told.push(true) === 1) onblocked?.(true);
			});
			await database.open();
			if (told.length > 0) onblocked?.(false);
			return database;
		} catch (error) {
			database?.close();
			if (wait === undefined || !isPassing(error)) return 'refused';
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}
	return 'refused';
}

/** A store that lasts as long as the page. */
export function memoryStore(notKept: NotKept): Store {
	const things = memoryThings();
	return {
		log: new KeptLog(memoryCopy(things)),
		settings: memorySettings(things.settings),
		texts: memoryTexts(things.texts),
		notKept,
		close: () => Promise.resolve()
	};
}

function newerStore(name: string, factory: IDBFactory): Store {
	return { ...memoryStore('newer'), exportNewer: () => exportRaw(name, factory) };
}
