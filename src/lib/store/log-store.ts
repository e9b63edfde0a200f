import type { Entry } from '#lib/core/review/entry.ts';

/** Where the log is kept. Append-only: nothing is ever changed or removed. */
export interface LogStore {
	/** Every entry, in the order of the log. */
	read(): Promise<readonly Entry[]>;
	/**
	 * Appends all of the entries or none; resolves when they are kept. Appending an entry again changes nothing.
	 * @throws whatever the storage throws: quota, a closed or blocked database.
	 */
	append(entries: readonly Entry[]): Promise<void>;
}
