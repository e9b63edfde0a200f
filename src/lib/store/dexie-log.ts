import type { LogStore } from './log-store.ts';
import type { Database } from './database.ts';

/** The log in IndexedDB: one row an entry, one transaction an append. */
export function dexieLog(database: Database): LogStore {
	return {
		read: () => database.entries.orderBy(':id').toArray(),
		async append(entries) {
			// An explicit transaction: without one, a row that cannot be stored would leave the rows before it behind.
			await database.transaction('rw', database.entries, () => database.entries.bulkPut(entries));
		}
	};
}
