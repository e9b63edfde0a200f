import type { Millis } from '#lib/core/review/entry.ts';
import { m } from '#lib/messages/messages.js';
import type { Said } from '#lib/words/backup-faults.ts';
import type { Journal } from '../journal.svelte.ts';
import { reasonOf } from '../reason.ts';
import type { Compared, Preview, Restored } from './restore.ts';

/** Where restoring stands, and what there is to say about it. */
export type Stage =
	| { readonly kind: 'idle' }
	| { readonly kind: 'reading'; readonly name: string; readonly share: number }
	/** The file is not read, or could not be added; nothing has changed. */
	| { readonly kind: 'refused'; readonly name: string; readonly said: Said }
	/** What will be added, to be confirmed; `damage` if that is not all that the file should hold. */
	| {
			readonly kind: 'preview';
			readonly name: string;
			readonly savedAt: Millis | undefined;
			readonly preview: Preview;
			readonly damage?: Said;
	  }
	| { readonly kind: 'adding'; readonly name: string }
	| { readonly kind: 'done'; readonly restored: Restored }
	| { readonly kind: 'taken-back' }
	/** A rehearsal: the file was read and compared. */
	| {
			readonly kind: 'checked';
			readonly name: string;
			readonly savedAt: Millis | undefined;
			readonly compared: Compared;
			readonly damage?: Said;
	  };

/** Reads a backup, shows what it would add, adds it when that is confirmed, and takes it back. One file at a time. */
export class Restoring {
	readonly #journal: Journal;
	#stage = $state.raw<Stage>({ kind: 'idle' });
	#last = $state.raw<Restored>();

	constructor(journal: Journal) {
		this.#journal = journal;
		void this.#lookForLast();
	}

	get stage(): Stage {
		return this.#stage;
	}

	/** The last restore that can be taken back. */
	get last(): Restored | undefined {
		return this.#last;
	}

	/** Reads a file. @param rehearse whether to compare it alone, and offer nothing to be added */
	async read(file: File, rehearse = false): Promise<void> {
		const { name } = file;
		this.#stage = { kind: 'reading', name, share: 0 };
		try {
			const [{ readBackup }, { blobSource, browserMeans }, { damageSaid, faultSaid }, { compared, previewOf }] = await Promise.all([
				import('#lib/core/backup/read.ts'),
				import('#lib/store/means.ts'),
				import('#lib/words/backup-faults.ts'),
				import('./restore.ts')
			]);
			const read = await readBackup(blobSource(file), browserMeans, (share) => {
				this.#stage = { kind: 'reading', name, share };
			});
			if ('fault' in read) {
				this.#stage = { kind: 'refused', name, said: faultSaid(read.fault) };
				return;
			}
			const { savedAt } = read.backup;
			const about = { name, savedAt, ...(read.damage ? { damage: damageSaid(read.damage) } : {}) };
			this.#stage = rehearse
				? { kind: 'checked', ...about, compared: await compared(this.#journal, read.backup) }
				: { kind: 'preview', ...about, preview: await previewOf(this.#journal, read.backup) };
		} catch {
			this.#stage = { kind: 'refused', name, said: { what: m.restore_cannot_read(), todo: m.restore_cannot_read_todo() } };
		}
	}

	/** Adds what the preview shows. */
	async confirm(): Promise<void> {
		const stage = this.#stage;
		if (stage.kind !== 'preview') return;
		this.#stage = { kind: 'adding', name: stage.name };
		try {
			const { restore } = await import('./restore.ts');
			const restored = await restore(this.#journal, stage.preview);
			this.#last = restored;
			this.#stage = { kind: 'done', restored };
		} catch (error) {
			this.#stage = { kind: 'refused', name: stage.name, said: { what: reasonOf(error), todo: m.restore_not_added() } };
		}
	}

	/** Takes back what the last restore has added. */
	async takeBack(): Promise<void> {
		const restored = this.#last;
		if (restored === undefined) return;
		try {
			const { takeBack } = await import('./restore.ts');
			await takeBack(this.#journal, restored);
			this.#last = undefined;
			this.#stage = { kind: 'taken-back' };
		} catch (error) {
			this.#stage = { kind: 'refused', name: '', said: { what: reasonOf(error), todo: m.restore_not_taken_back() } };
		}
	}

	/** Leaves everything as it is. */
	cancel(): void {
		this.#stage = { kind: 'idle' };
	}

	async #lookForLast(): Promise<void> {
		const { lastRestored } = await import('./restore.ts');
		this.#last ??= await lastRestored(this.#journal);
	}
}
