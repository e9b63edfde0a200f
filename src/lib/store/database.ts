import { Dexie, type Table } from 'dexie';
import type { Entry, EntryId, Millis } from '#lib/core/review/entry.ts';

/** The version of the schema below. A change raises it and adds a `version(n)` with its upgrade; none is ever removed. */
const VERSION = 1;
/** Dexie's version 1 is IndexedDB's 10. */
const DEXIE_FACTOR = 10;

/** The schema. A row of `entries` is an entry of the log; the key is the log's own order. */
export class Database extends Dexie {
	declare readonly entries: Table<Entry, [Millis, EntryId]>;
	/** Small things worth remembering that are not progress, by name. */
	declare readonly settings: Table<unknown, string>;

	/** @param factory where it lives: the browser's usual IndexedDB, or that of a bucket */
	constructor(name: string, factory: IDBFactory) {
		// Strict: a transaction has happened when it is on the disk, not when the system has promised to write it.
		super(name, { chromeTransactionDurability: 'strict', indexedDB: factory, IDBKeyRange });
		this.version(VERSION).stores({ entries: '[at+id]', settings: '' });
	}

	/**
	 * Whether a newer version of the app has made the database of that name. To be asked before opening: Dexie would open it all
	 * the same, and mend its schema to what this version knows.
	 */
	static async isNewer(name: string, factory: IDBFactory): Promise<boolean> {
		if (!('databases' in factory)) return false; // Firefox before 126 cannot be asked
		const installed = (await factory.databases()).find((database) => database.name === name);
		return (installed?.version ?? 0) > VERSION * DEXIE_FACTOR;
	}
}
