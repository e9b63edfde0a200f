import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import type { LogStore } from './log-store.ts';

/** A log that lasts as long as the page: for browsers that refuse to keep anything. */
export function memoryLog(): LogStore {
	let log: readonly Entry[] = [];
	return {
		read: () => Promise.resolve(log),
		append: (entries) => {
			log = merge(log, entries);
			return Promise.resolve();
		}
	};
}
