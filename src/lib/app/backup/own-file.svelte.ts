import { m } from '#lib/messages/messages.js';
import type { Journal } from '../journal.svelte.ts';
import { EXTENSION, makeBackup } from './make-backup.ts';
import { FILE, FILE_WITHOUT } from './names.ts';
import type { Safety } from './safety.svelte.ts';

/** The part of the File System Access API that is used here (Chromium on computers). */
interface Picker {
	showSaveFilePicker(options: {
		readonly suggestedName: string;
		readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
	}): Promise<FileSystemFileHandle>;
}
interface Permitted extends FileSystemFileHandle {
	queryPermission?(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission?(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/**
 * What a browser lets us do with a file of the student's choice: nothing, not chosen yet, written after each session, to be allowed
 * again first, left alone because it may be the last to hold what the device has damaged, or gone.
 */
export type FileState = 'unavailable' | 'none' | 'ready' | 'asks' | 'held' | 'failed';

/** A backup that is written by itself into one file of the student's choice. */
export class OwnFile {
	readonly #journal: Journal;
	readonly #safety: Safety;
	#handle = $state.raw<Permitted>();
	#state = $state<FileState>('unavailable');

	private constructor(journal: Journal, safety: Safety) {
		this.#journal = journal;
		this.#safety = safety;
	}

	static async of(journal: Journal, safety: Safety): Promise<OwnFile> {
		const own = new OwnFile(journal, safety);
		if (journal.notKept || !('showSaveFilePicker' in globalThis)) return own;
		own.#handle = (await journal.settings.get(FILE).catch(() => undefined)) as Permitted | undefined;
		await own.#look();
		return own;
	}

	get state(): FileState {
		return this.#state;
	}

	/** The file's name; undefined while none is chosen. */
	get name(): string | undefined {
		return this.#handle?.name;
	}

	/** Lets the student choose a file, and writes it. For a tap. */
	async choose(): Promise<void> {
		try {
			const handle = await (globalThis as unknown as Picker).showSaveFilePicker({
				suggestedName: `entente${EXTENSION}`,
				types: [{ description: m.backup_own_file_kind(), accept: { 'application/octet-stream': [EXTENSION] } }]
			});
			await this.#journal.settings.set(FILE, handle);
			this.#handle = handle;
		} catch {
			return; // thought better of it
		}
		await this.allow();
	}

	/** Asks the browser to let the file be written again, and writes it. For a tap. */
	async allow(): Promise<void> {
		await this.#handle?.requestPermission?.({ mode: 'readwrite' }).catch(() => undefined);
		await this.#look();
		await this.#write(true);
	}

	/**
	 * Writes everything into the file, if it may be written without asking and something is not in it yet. The old file stays until the new one
	 * is whole; and longer, where the new one would lack what the device has damaged and the old one may still hold.
	 */
	write(): Promise<void> {
		return this.#write(false);
	}

	/** @param anyway whether the student wants it written, whatever it lacks */
	async #write(anyway: boolean): Promise<void> {
		const handle = this.#handle;
		if (handle === undefined || this.#state === 'asks') return;
		try {
			const made = await makeBackup(this.#journal);
			const lacks = made.without.map(({ id }) => id);
			if (anyway) await this.#journal.settings.set(FILE_WITHOUT, lacks);
			else if (!(await this.#mayLack(lacks))) {
				this.#state = 'held';
				return;
			}
			const stream = await handle.createWritable();
			await stream.write(made.file);
			await stream.close();
			await this.#safety.saved(made);
			this.#state = 'ready';
		} catch {
			this.#state = 'failed';
		}
	}

	/** Writes it no longer. The file stays as it is. */
	async forget(): Promise<void> {
		await this.#journal.settings.set(FILE, undefined);
		this.#handle = undefined;
		await this.#look();
	}

	/** Whether the student wants the file written without these parts of the log. */
	async #mayLack(ids: readonly string[]): Promise<boolean> {
		if (ids.length === 0) return true;
		const known = await this.#journal.settings.get(FILE_WITHOUT).catch(() => undefined);
		return Array.isArray(known) && ids.every((id) => known.includes(id));
	}

	async #look(): Promise<void> {
		const handle = this.#handle;
		if (handle === undefined) {
			this.#state = 'none';
			return;
		}
		const permission = (await handle.queryPermission?.({ mode: 'readwrite' }).catch(() => undefined)) ?? 'granted';
		const lacks = this.#journal.setAside.parts.map(({ id }) => id);
		this.#state = permission !== 'granted' ? 'asks' : (await this.#mayLack(lacks)) ? 'ready' : 'held';
	}
}
