import type { Entry } from '#lib/core/review/entry.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { NOTE, type Note } from './copy.ts';
import type { Database } from './database.ts';

// The two writes that every answer costs, in the browser's own terms: Dexie's zones and promises take several times as long as the request
// itself, on the thread that is to paint the next card. Each resolves to whether its transaction has happened. If not, nothing has, and
// whoever asks goes Dexie's way, which knows what to do, or says what is wrong.

/** Adds rows of which none is there, and none stands where the checkpoint covers it. */
export function addPlainly(database: Database, entries: readonly Entry[]): Promise<boolean> {
	return happened(database, ['entries', 'derived'], (transaction) => {
		// Asked first: when the answer comes, all that is wanted is on its way, and the transaction can end without another turn.
		const asked = transaction.objectStore('derived').get(NOTE) as IDBRequest<Note | undefined>;
		asked.onsuccess = () => {
			const end = asked.result?.end;
			if (end !== undefined && entries.some((entry) => compareEntries(entry, end) <= 0)) transaction.abort();
			else transaction.commit();
		};
		const rows = transaction.objectStore('entries');
		for (const entry of entries) rows.add(entry);
	});
}

/** Puts a value under a name. */
export function putPlainly(database: Database, store: 'settings', name: string, value: unknown): Promise<boolean> {
	return happened(database, [store], (transaction) => {
		transaction.objectStore(store).put(value, name);
		transaction.commit();
	});
}

function happened(database: Database, stores: readonly string[], ask: (transaction: IDBTransaction) => void): Promise<boolean> {
	return new Promise((resolve) => {
		let transaction: IDBTransaction;
		try {
			// Strict, as all of this database's transactions are.
			transaction = database.backendDB().transaction(stores, 'readwrite', { durability: 'strict' });
		} catch {
			resolve(false); // it is closed, or lost its connection
			return;
		}
		transaction.oncomplete = () => {
			resolve(true);
		};
		transaction.onabort = () => {
			resolve(false);
		};
		try {
			ask(transaction);
		} catch {
			transaction.abort(); // a value that cannot be stored
		}
	});
}
