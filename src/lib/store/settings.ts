import type { Database } from './database.ts';

/** Small things that are worth keeping but are not progress. A value is whatever structured cloning carries. */
export interface Settings {
	get(name: string): Promise<unknown>;
	set(name: string, value: unknown): Promise<void>;
}

/** Settings in IndexedDB. */
export function dexieSettings(database: Database): Settings {
	return {
		get: (name) => database.settings.get(name),
		async set(name, value) {
			await database.settings.put(value, name);
		}
	};
}

/** Settings that last as long as the page. */
export function memorySettings(): Settings {
	const values = new Map<string, unknown>();
	return {
		get: (name) => Promise.resolve(values.get(name)),
		set: (name, value) => {
			values.set(name, value);
			return Promise.resolve();
		}
	};
}
