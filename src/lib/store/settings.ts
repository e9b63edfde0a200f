import type { Database } from './database.ts';
import { putPlainly } from './plainly.ts';

/** Small things that are worth keeping but are not progress. A value is whatever structured cloning carries. */
export interface Settings {
	get(name: string): Promise<unknown>;
	set(name: string, value: unknown): Promise<void>;
	/** All that was ever set, by name. */
	all(): Promise<ReadonlyMap<string, unknown>>;
}

/** Settings in IndexedDB. */
export function dexieSettings(database: Database): Settings {
	return {
		get: (name) => database.settings.get(name),
		async set(name, value) {
			if (!(await putPlainly(database, 'settings', name, value))) await database.settings.put(value, name);
		},
		all: () =>
			database.transaction('r', database.settings, async () => {
				const [names, values] = await Promise.all([database.settings.toCollection().primaryKeys(), database.settings.toArray()]);
				return new Map(names.map((name, at) => [name, values[at]]));
			})
	};
}

/** Settings that last as long as the page. */
export function memorySettings(values = new Map<string, unknown>()): Settings {
	return {
		get: (name) => Promise.resolve(values.get(name)),
		set: (name, value) => {
			values.set(name, value);
			return Promise.resolve();
		},
		all: () => Promise.resolve(new Map(values))
	};
}
