import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Entry } from '#lib/core/review/entry.ts';
import type { Copy } from '#lib/store/copy.ts';
import { Database } from '#lib/store/database.ts';
import { dexieCopy } from '#lib/store/dexie-copy.ts';
import { memoryCopy } from '#lib/store/memory-copy.ts';

/** The files of one copy, which outlive the process that writes them. */
export interface Files {
	/** The copy as a newly started process finds it. */
	open(): Promise<Copy>;
	close(): void;
	wipe(): void;
}

export function memoryFiles(): Files {
	let copy = memoryCopy();
	return {
		open: () => Promise.resolve(copy),
		close: () => undefined,
		wipe: () => {
			copy = memoryCopy();
		}
	};
}

/** On fake-indexeddb. */
export function databaseFiles(): Files {
	let factory = new IDBFactory();
	let database: Database | undefined;
	return {
		open: async () => {
			database = new Database('log', factory);
			await database.open();
			return dexieCopy(database);
		},
		close: () => database?.close(),
		wipe: () => {
			factory = new IDBFactory();
		}
	};
}

/** A process that is killed at a chosen moment. */
export class Life {
	/** How many moments it has left: one before each transaction that writes, and one behind it. */
	left = Infinity;
	/** Whether the kill tears the file that is being written. */
	tears = false;
	dead = false;

	/** @throws if the process is dead, or dies in this moment */
	live(): void {
		this.left -= 1;
		if (this.left < 0) this.dead = true;
		if (this.dead) throw new Error('killed');
	}
}

/**
 * The files of one copy under Chromium's fault (decision record 6): a kill in the middle of a write may tear them. Torn files are
 * read as if nothing were wrong. When they are written by a later process they are spoilt, and the process after that finds them empty.
 */
export class Disk {
	readonly #files: Files;
	state: 'sound' | 'torn' | 'spoilt' = 'sound';

	constructor(files: Files) {
		this.#files = files;
	}

	/** The copy, as it is for the time of one process; `writeBeside` writes something else into its files. */
	async start(life: Life): Promise<Copy & { readonly writeBeside: () => Promise<void> }> {
		this.#files.close();
		if (this.state === 'spoilt') this.wipe();
		const copy = await this.#files.open();
		const reading =
			<Given extends readonly unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
			(...given: Given): Promise<Result> =>
				life.dead ? Promise.reject(new Error('killed')) : act(...given);
		const writing =
			<Given extends readonly unknown[], Result>(
				act: (...given: Given) => Promise<Result>,
				changes: (...given: Given) => Promise<boolean>
			) =>
			async (...given: Given): Promise<Result> => {
				const isChange = await changes(...given);
				const wasDead = life.dead;
				// Whoever was told by then that something is kept has heard it.
				if (life.left === 0) await new Promise(setImmediate);
				try {
					life.live();
				} catch (error) {
					if (!wasDead && life.tears && isChange) this.state = 'torn';
					throw error;
				}
				if (isChange && this.state === 'torn') this.state = 'spoilt';
				const result = await act(...given);
				life.live();
				return result;
			};
		const always = () => Promise.resolve(true);
		return {
			start: reading(copy.start),
			note: reading(copy.note),
			keys: reading(copy.keys),
			held: reading(copy.held),
			damaged: reading(copy.damaged),
			rowsAt: reading(copy.rowsAt),
			rowsUpTo: reading(copy.rowsUpTo),
			segmentsOf: reading(copy.segmentsOf),
			append: writing(copy.append, async (entries: readonly Entry[]) => (await copy.rowsAt(entries)).length < entries.length),
			addSegments: writing(copy.addSegments, async (segments) => {
				const here = (await copy.keys()).segmentIds;
				return segments.some(({ id }) => !here.includes(id));
			}),
			takeOut: writing(copy.takeOut, always),
			keepCheckpoint: writing(copy.keepCheckpoint, always),
			seal: writing(copy.seal, always),
			replace: writing(copy.replace, always),
			rest: writing(copy.rest, always),
			writeBeside: writing(() => Promise.resolve(), always),
			setAside: writing(copy.setAside, always)
		};
	}

	wipe(): void {
		this.#files.close();
		this.#files.wipe();
		this.state = 'sound';
	}

	close(): void {
		this.#files.close();
	}
}
