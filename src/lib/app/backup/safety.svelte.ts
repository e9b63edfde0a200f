import { reminderFor, type Reminder, type Saved } from '#lib/core/backup/reminder.ts';
import { now } from '../clock.ts';
import type { Journal } from '../journal.svelte.ts';
import type { MadeBackup } from './make-backup.ts';
import { LAST, LATER } from './names.ts';

/** Whether the browser has promised to keep what is stored: asked and promised, not promised, or it cannot be asked. */
export type Promised = 'yes' | 'no' | 'unknown';

/** The last backup: when, how many answers there were, and the parts of the log that it lacks because they were damaged by then. */
interface Last extends Saved {
	readonly without: readonly string[];
}

/** How safe the answers are, as far as it can be known. Everything is asked of the browser anew each time the app starts. */
export class Safety {
	readonly #journal: Journal;
	#promised = $state<Promised>('unknown');
	#used = $state<number>();
	#room = $state<number>();
	#last = $state.raw<Last>();
	#later = $state.raw<Saved>();

	private constructor(journal: Journal) {
		this.#journal = journal;
	}

	static async of(journal: Journal): Promise<Safety> {
		const safety = new Safety(journal);
		await safety.look();
		return safety;
	}

	/** Whether the browser has promised to keep the answers. */
	get promised(): Promised {
		return this.#promised;
	}

	/** How many bytes the app takes on this device, with its own files; undefined where the browser does not say. */
	get used(): number | undefined {
		return this.#used;
	}

	/** How many bytes the browser would give it, in all. */
	get room(): number | undefined {
		return this.#room;
	}

	/** The last backup; undefined if there was none. */
	get last(): Saved | undefined {
		return this.#last;
	}

	/** How many answers are in no backup. */
	get unsaved(): number {
		return Math.max(0, this.#journal.progress.answers - (this.#held?.answers ?? 0));
	}

	/** Whether answers are missing here that the last backup lacks too. */
	get lacks(): boolean {
		return this.#journal.setAside.parts.some(({ id }) => this.#last?.without.includes(id));
	}

	/** Whether it is time for a backup, and how loudly to say so. */
	get reminder(): Reminder | undefined {
		if (this.#journal.notKept) return undefined; // said louder elsewhere
		const { answers } = this.#journal.progress;
		return reminderFor({ now: now(), answers, last: this.#held, later: this.#later, isPersisted: this.#promised === 'yes' });
	}

	/** Whether the browser answers by itself when it is asked to keep the answers. Firefox alone asks the student. */
	get answersByItself(): boolean {
		return !('mozInnerScreenX' in globalThis);
	}

	/** Asks the browser to keep the answers. */
	async ask(): Promise<void> {
		const { storage } = navigator as Partial<Navigator>;
		if (this.#promised !== 'no' || typeof storage?.persist !== 'function') return;
		this.#promised = (await storage.persist().catch(() => false)) ? 'yes' : 'no';
	}

	/** Notes that a backup was made. */
	async saved({ at, answers, without }: Pick<MadeBackup, 'at' | 'answers' | 'without'>): Promise<void> {
		this.#last = { at, answers, without: without.map(({ id }) => id) };
		this.#later = undefined;
		await this.#journal.settings.set(LAST, this.#last).catch(() => undefined);
	}

	/** Not now. */
	async postpone(): Promise<void> {
		this.#later = { at: now(), answers: this.#journal.progress.answers };
		await this.#journal.settings.set(LATER, this.#later).catch(() => undefined);
	}

	/** The last backup with as many answers as it shares with this device: what was lost here since then is in no count of today's. */
	get #held(): Saved | undefined {
		const last = this.#last;
		return last && { at: last.at, answers: Math.max(0, last.answers - this.#journal.setAside.answersSince(last.without)) };
	}

	/** Looks again at what the browser and the settings say. */
	async look(): Promise<void> {
		const { storage } = navigator as Partial<Navigator>;
		const { settings } = this.#journal;
		const [isPersisted, estimate, last, later] = await Promise.all([
			asked(() => storage?.persisted()),
			asked(() => storage?.estimate()),
			settings.get(LAST).catch(() => undefined),
			settings.get(LATER).catch(() => undefined),
			this.#journal.setAside.look(this.#journal.store)
		]);
		this.#promised = isPersisted === undefined ? 'unknown' : isPersisted ? 'yes' : 'no';
		this.#used = estimate?.usage;
		this.#room = estimate?.quota;
		const saved = savedIn(last);
		this.#last = saved && { ...saved, without: withoutIn(last) };
		const said = savedIn(later);
		this.#later = said && (this.#last === undefined || said.at > this.#last.at) ? said : undefined;
	}
}

/** What a browser says; undefined where it has no such thing, or refuses. */
async function asked<Answer>(ask: () => Promise<Answer> | undefined): Promise<Answer | undefined> {
	try {
		return await ask();
	} catch {
		return undefined;
	}
}

function savedIn(value: unknown): Saved | undefined {
	const { at, answers } = (value ?? {}) as Partial<Saved>;
	return Number.isFinite(at) && Number.isFinite(answers) ? { at: at ?? 0, answers: answers ?? 0 } : undefined;
}

function withoutIn(value: unknown): readonly string[] {
	const { without } = value as { readonly without?: unknown };
	return Array.isArray(without) ? without.map(String) : [];
}
