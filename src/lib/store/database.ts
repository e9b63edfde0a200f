import { Dexie, type Table } from 'dexie';
import type { Entry, EntryId, Millis } from '#lib/core/review/entry.ts';
import type { StoredSegment } from './copy.ts';

/** The version of the schema below. A change raises it and adds a `version(n)` with its upgrade; none is ever removed. */
const VERSION = 2;
/** Dexie's version 1 is IndexedDB's 10. */
const DEXIE_FACTOR = 10;

/** The schema. A row of `entries` is an entry of the log that is not sealed; the key is the log's own order. */
export class Database extends Dexie {
	declare readonly entries: Table<Entry, [Millis, EntryId]>;
	/** Sealed parts of the log, by the SHA-256 of their bytes. */
	declare readonly segments: Table<StoredSegment, string>;
	/** Segments whose bytes are damaged, as they were found. */
	declare readonly damaged: Table<StoredSegment, string>;
	/** What follows from the log and may be thrown away at any time: the checkpoint's bytes, and a note of what they cover. */
	declare readonly derived: Table<unknown, string>;
	/** Small things worth remembering that are not progress, by name. */
	declare readonly settings: Table<unknown, string>;
	/** The last known text of each deck, by the deck's id. */
	declare readonly texts: Table<string, string>;
	/** Whether a newer version of the app has taken the database: this one can write no more. */
	isTaken = false;

	/** @param factory where it lives: the browser's usual IndexedDB, or that of a bucket */
	constructor(name: string, factory: IDBFactory) {
		// Strict: a transaction has happened when it is on the disk, not when the system has promised to write it.
		super(name, { chromeTransactionDurability: 'strict', indexedDB: factory, IDBKeyRange });
		this.version(1).stores({ entries: '[at+id]', settings: '' });
		// Only new stores: what version 1 kept stands as it is, and is sealed in time.
		this.version(VERSION).stores({ segments: 'id', damaged: 'id', derived: '', texts: '' });
		// For good: left to itself, Dexie would open it again at the next request and write into what a newer version has made of it.
		this.on('versionchange', ({ newVersion }) => {
			if (newVersion === null) return true; // it is deleted, and made anew at the next request
			this.isTaken = true;
			this.close();
			return false;
		});
	}

	/**
	 * Whether a newer version of the app has made the database of that name. To be asked before opening: Dexie would open it all
	 * the same, and mend its schema to what this version knows.
	 */
	static async isNewer(name: string, factory: IDBFactory): Promise<boolean> {
		return ((await versionIn(name, factory)) ?? 0) > VERSION * DEXIE_FACTOR;
	}

	/** Whether the database of that name is there as this version makes it; false where nobody can say. */
	static async isThere(name: string, factory: IDBFactory): Promise<boolean> {
		return (await versionIn(name, factory).catch(() => undefined)) === VERSION * DEXIE_FACTOR;
	}
}

/** The version of a database as IndexedDB counts; undefined where there is none, or the browser cannot be asked. */
async function versionIn(name: string, factory: IDBFactory): Promise<number | undefined> {
	if (!('databases' in factory)) return undefined; // Firefox before 126
	return (await factory.databases()).find((database) => database.name === name)?.version;
}
