import type { CardId } from '#lib/core/card/card.ts';
import { actsOf, type Act } from '#lib/core/review/corrections.ts';
import type { Day, Entry, EntryId, Review } from '#lib/core/review/entry.ts';
import { compareEntries, merge } from '#lib/core/review/log.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { liveOf } from '#lib/core/schedule/live.ts';
import type { Parameters } from '#lib/core/schedule/parameters.ts';
import { parametersFor } from '#lib/core/schedule/presets.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import { movedOn, type Folded } from '#lib/core/schedule/refold.ts';
import { replay } from '#lib/core/schedule/replay.ts';
import type { Damaged } from '#lib/store/copy.ts';
import type { WholeLog } from '#lib/store/log-store.ts';
import { isFull } from '#lib/store/failure.ts';
import { LateStore } from '#lib/store/late-store.ts';
import type { NotKept, Store } from '#lib/store/open.ts';
import type { Settings } from '#lib/store/settings.ts';
import { localDay, newId, now } from './clock.ts';
import { actsWith, continued, continuedBy, foldedWhole } from './continued.ts';
import { allCards } from './library.ts';
import { reasonOf, takenReason } from './reason.ts';
import { SetAside } from './set-aside.svelte.ts';

/** Waits before an answer that could not be written is tried again, in milliseconds; the last one repeats. */
const RETRY_MS = [1000, 3000, 10_000] as const;

/** The log's end in this page, and what follows from the whole. Replaced whole. */
interface View extends Folded {
	/** The acts of the tail that count, in order. */
	readonly acts: readonly Act[];
	readonly parameters: Parameters;
}

/**
 * The log in this page, and what follows from it. An answer counts here at once, and is written meanwhile; until it is kept,
 * `unsaved` holds it and the screen takes no further one.
 */
export class Journal {
	#store = $state.raw<Store>() as Store;
	/** Told of entries that this device writes, when they are handed in. */
	onappend: ((entries: readonly Entry[]) => void) | undefined;
	#view = $state.raw<View>() as View;
	#kept = $state(0);
	#unsaved = $state.raw<readonly Entry[]>([]);
	#failure = $state<string>();
	/** Parts of the log that the device has damaged; the rest of it works. */
	readonly setAside = new SetAside();
	/** Whether the base is that of the checkpoint in the store. */
	#checkpointed = false;
	#full = $state(false);
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<boolean> = Promise.resolve(true);
	/** Whether an entry was handed in that reaches back into the base: it counts once it is kept and the log is read again. */
	#behind = false;
	/** Whether a part was set aside that still counts here, until the log is read again. */
	#outdated = false;
	#rereading: Promise<void> = Promise.resolve();
	/** Called each time when entries were kept. */
	onkept: (entries: readonly Entry[]) => void = () => undefined;

	/** Reads what is needed to start from an opened store: the checkpoint and what came after it; the whole log only if there is none. */
	static async on(store: Store): Promise<Journal> {
		const folded = continued(await store.log.open());
		if (folded !== undefined) return new Journal(store, folded, true, []);
		const whole = await store.log.readWhole();
		return new Journal(store, foldedWhole(whole), false, whole.damaged);
	}

	/** A journal on a store with nothing in it, which is opened later: then it is read, for another tab may have written to it. */
	static onNothing(store: LateStore): Journal {
		const journal = new Journal(store, foldedWhole({ segments: [], rows: [], damaged: [] }), false, []);
		store.onopened = (opened) => {
			journal.#use(opened);
			journal.reread().catch(() => undefined);
		};
		return journal;
	}

	private constructor(store: Store, folded: Folded, checkpointed: boolean, damaged: readonly Damaged[]) {
		this.#use(store);
		this.#show(folded);
		this.#kept = folded.progress.answers;
		this.#checkpointed = checkpointed;
		this.setAside.replace(damaged);
	}

	/** Opens a store that is not opened yet, so that an answer finds it open. Where that fails, the answer tries again, and says so. */
	openStore(): void {
		if (this.#store instanceof LateStore) this.#store.open().catch(() => undefined);
	}

	get store(): Store {
		return this.#store;
	}

	/** Set when this browser keeps nothing: the answers last only as long as the page. */
	get notKept(): NotKept | undefined {
		return this.store.notKept;
	}

	get settings(): Settings {
		return this.store.settings;
	}

	/** Everything that follows from the log. */
	get progress(): Progress {
		return this.#view.progress;
	}

	/** The student's general settings. */
	get parameters(): Parameters {
		return this.#view.parameters;
	}

	/** The acts of today and yesterday that count, and perhaps older ones, in order. */
	get acts(): readonly Act[] {
		return this.#view.acts;
	}

	/** What has been folded up to the last few days, and the entries behind that. */
	get folded(): Folded {
		return this.#view;
	}

	/** How many answers the store holds. */
	get kept(): number {
		return this.#kept;
	}

	/** Entries that the store does not hold yet. */
	get unsaved(): readonly Entry[] {
		return this.#unsaved;
	}

	/** Why the last write failed; undefined while none has. */
	get failure(): string | undefined {
		return this.#failure;
	}

	/** Whether the device had no room left to pack older answers together: answers are still kept. */
	get full(): boolean {
		return this.#full;
	}

	/** The answers to cards on a day, in order; today's or yesterday's. */
	answersOn(day: Day): readonly Review[] {
		return this.#view.acts.filter((act): act is Review => act.kind === 'review' && act.day === day);
	}

	/** Every entry, unsaved ones included, for a file. If the store cannot be read, at least what this page knows. */
	async entries(): Promise<readonly Entry[]> {
		const read = await this.store.log.read().catch(() => this.#view.tail);
		return merge(read, this.#unsaved);
	}

	/** Counts entries and writes them. Resolves to whether they are kept; while they are not, they are tried again by themselves. */
	append(...entries: readonly Entry[]): Promise<boolean> {
		this.#unsaved = [...this.#unsaved, ...entries];
		const { acts } = this.#view;
		const folded = continuedBy(this.#view, entries);
		if (folded !== undefined) this.#show(folded, folded.added && actsWith(acts, folded.added));
		else this.#behind = true;
		const writing = this.retry();
		this.onappend?.(entries);
		return writing.then(async (kept) => {
			await this.#rereading;
			return kept;
		});
	}

	/** Takes an entry back; with `instead`, puts another in its place in the same write. */
	retract(entryId: EntryId, instead?: Entry): Promise<boolean> {
		const retraction = { kind: 'retraction', id: newId(), at: now(), entryId } as const;
		return this.append(retraction, ...(instead ? [instead] : []));
	}

	/** Reads the store again: another tab may have written to it, or the whole log has to be folded anew. */
	async reread(): Promise<void> {
		await this.#writing;
		/** What the store must give back, or it was taken out. */
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		const stored = new Set(this.#view.tail.filter((entry) => !this.#unsaved.includes(entry)));
		const opened = await this.store.log.open();
		const known = continued(opened);
		const whole = known ? undefined : await this.store.log.readWhole();
		const folded = known ?? foldedWhole(whole as WholeLog);
		this.#checkpointed = known !== undefined;
		if (whole) this.setAside.replace(whole.damaged);
		else await this.setAside.look(this.store);
		// What this tab has written while the store was being read, or is about to write.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		const ids = new Set(folded.tail.map(({ id }) => id));
		const { end } = folded.base;
		const isMine = (entry: Entry) => !ids.has(entry.id) && !stored.has(entry);
		const mine = this.#view.tail.filter((entry) => isMine(entry) && (end === undefined || compareEntries(entry, end) > 0));
		this.#show(mine.length === 0 ? folded : (continuedBy(folded, mine) ?? folded));
		if (this.#unsaved.length === 0) this.#kept = this.progress.answers;
	}

	/** Resolves when what was found while the log was read counts no more. */
	caughtUp(): Promise<void> {
		return this.#rereading;
	}

	/** Resolves, when the writing that is under way has ended, to whether everything is kept. */
	settled(): Promise<boolean> {
		return this.#writing;
	}

	/** Tries at once to write what could not be written. */
	retry(): Promise<boolean> {
		clearTimeout(this.#timer);
		this.#writing = this.#writing.then(() => this.#write());
		return this.#writing;
	}

	/**
	 * Folds what is past into the base, keeps that as a checkpoint and seals what it covers, so that the next start is short. To be
	 * called when there is time. Nothing depends on it, so a failure is of no account.
	 */
	async tidy(): Promise<void> {
		const today = localDay(now(), this.parameters.rolloverHour);
		const { log } = this.store;
		if (this.#unsaved.length > 0 || this.#outdated) return;
		const folded = movedOn(this.#view, today - 1, now());
		if (folded !== undefined && (folded.tail.length < this.#view.tail.length || !this.#checkpointed)) {
			const bytes = packCheckpoint(folded.base, allCards());
			if (bytes !== undefined && folded.base.end !== undefined) {
				try {
					await log.keepCheckpoint(bytes, folded.base.end);
				} catch (error) {
					// It is the largest of all that is written, so it is what a device without room refuses first.
					this.#full = isFull(error);
					throw error;
				}
			}
			this.#checkpointed = true;
			// Answers may have come in meanwhile.
			const { end } = folded.base;
			const tail = this.#view.tail.filter((entry) => end === undefined || compareEntries(entry, end) > 0);
			const progress = replay(folded.base, tail);
			if (progress !== undefined) this.#show({ base: folded.base, tail, progress });
			// The new table is searched for the first time now, which takes a while, and not when a card is waited for.
			folded.base.cards.rowOf('' as CardId);
		}
		const sealed = await log.seal(today - 1);
		// A copy that was damaged unseen is mended; what this page did not know of is read.
		if ((await log.verify()).length > 0) await this.reread();
		this.#full = sealed === 'full';
	}

	#use(store: Store): void {
		this.#store = store;
		store.log.ondamaged = (found) => {
			this.setAside.add(found);
			this.#outdated = true;
			this.#rereading = this.#rereading.then(() => this.#forget()).catch(() => undefined);
		};
	}

	/** Progress follows from the log: what is not in it any more counts no more, here and in other tabs. */
	async #forget(): Promise<void> {
		await this.reread();
		this.#outdated = false;
		this.onkept([]);
	}

	/** @param acts those of the tail, where they are known */
	#show({ base, tail, progress }: Folded, acts = actsOf(liveOf(base, tail), base.pending)): void {
		this.#view = { base, tail, progress, acts, parameters: parametersFor(progress.presets) };
	}

	/** One write at a time: whatever has come in since the last one. */
	async #write(): Promise<boolean> {
		const entries = this.#unsaved;
		if (entries.length === 0) return true;
		try {
			await this.store.log.append(entries);
		} catch (error) {
			this.#failure = this.store.isTaken?.() ? takenReason() : reasonOf(error);
			const wait = RETRY_MS[Math.min(this.#attempt, RETRY_MS.length - 1)];
			this.#attempt += 1;
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.retry(), wait);
			return false;
		}
		this.#unsaved = this.#unsaved.filter((entry) => !entries.includes(entry));
		this.onkept(entries);
		// With more on the way, the count waits for that: it never says more than is kept.
		if (this.#unsaved.length === 0) this.#kept = this.progress.answers;
		this.#failure = undefined;
		this.#attempt = 0;
		if (this.#behind) this.#rereading = this.reread();
		this.#behind = false;
		return true;
	}
}
