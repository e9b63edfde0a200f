import type { CardId } from '#lib/core/card/card.ts';
import { isReview, type Entry, type Review } from '#lib/core/review/entry.ts';
import { effectiveReviews } from '#lib/core/review/log.ts';
import { DEFAULTS, type Parameters } from '#lib/core/schedule/parameters.ts';
import { fold, step, type CardState, type CardStates } from '#lib/core/schedule/state.ts';
import type { NotKept, Store } from '#lib/store/open.ts';
import type { Settings } from '#lib/store/settings.ts';
import { newId, now } from './clock.ts';

/** Waits before an answer that could not be written is tried again, in milliseconds; the last one repeats. */
const RETRY_MS = [1000, 3000, 10_000] as const;

/** What follows from the log. The parts grow in place, being large; the whole is replaced, so that readers notice. */
interface View {
	readonly log: Entry[];
	readonly reviews: Review[];
	readonly states: Map<CardId, CardState>;
}

/**
 * The log in this page, and what follows from it. An answer counts here at once, and is written meanwhile; until it is kept,
 * `unsaved` holds it and the screen takes no further one.
 */
export class Journal {
	readonly parameters: Parameters = DEFAULTS;
	readonly #store: Store;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- 100,000 cards: the view is replaced instead
	#view = $state.raw<View>({ log: [], reviews: [], states: new Map() });
	#kept = $state(0);
	#unsaved = $state.raw<readonly Entry[]>([]);
	#failure = $state<string>();
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<boolean> = Promise.resolve(true);

	/** Opens the store and reads the log. */
	static async open(): Promise<Journal> {
		const { openStore } = await import('#lib/store/open.ts');
		const store = await openStore();
		return new Journal(store, await store.log.read());
	}

	constructor(store: Store, log: readonly Entry[]) {
		this.#store = store;
		const reviews = [...effectiveReviews(log)];
		this.#view = { log: [...log], reviews, states: fold(reviews, this.parameters) };
		this.#kept = reviews.length;
	}

	/** Set when this browser keeps nothing: the answers last only as long as the page. */
	get notKept(): NotKept | undefined {
		return this.#store.notKept;
	}

	get settings(): Settings {
		return this.#store.settings;
	}

	get states(): CardStates {
		return this.#view.states;
	}

	/** The reviews that count, in order. */
	get reviews(): readonly Review[] {
		return this.#view.reviews;
	}

	/** Every entry, unsaved ones included. */
	get log(): readonly Entry[] {
		return this.#view.log;
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

	/** Counts an answer and writes it. Resolves to whether it is kept; while it is not, it is tried again by itself. */
	record(review: Review): Promise<boolean> {
		const { reviews, states } = this.#view;
		reviews.push(review);
		states.set(review.cardId, step(states.get(review.cardId), review, this.parameters));
		return this.#append([review]);
	}

	/** Takes an answer back; with `instead`, puts another in its place in the same write. */
	retract(review: Review, instead?: Review): Promise<boolean> {
		const { reviews, states } = this.#view;
		reviews.splice(reviews.indexOf(review), 1, ...(instead ? [instead] : []));
		const mine = reviews.filter(({ cardId }) => cardId === review.cardId);
		const state = fold(mine, this.parameters).get(review.cardId);
		if (state) states.set(review.cardId, state);
		else states.delete(review.cardId);
		const retraction = { kind: 'retraction', id: newId(), at: now(), entryId: review.id } as const;
		return this.#append(instead ? [retraction, instead] : [retraction]);
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

	#append(entries: readonly Entry[]): Promise<boolean> {
		this.#view.log.push(...entries);
		this.#view = { ...this.#view };
		this.#unsaved = [...this.#unsaved, ...entries];
		return this.retry();
	}

	/** One write at a time: whatever has come in since the last one. */
	async #write(): Promise<boolean> {
		const entries = this.#unsaved;
		if (entries.length === 0) return true;
		try {
			await this.#store.log.append(entries);
		} catch (error) {
			this.#failure = reasonOf(error);
			const wait = RETRY_MS[Math.min(this.#attempt, RETRY_MS.length - 1)];
			this.#attempt += 1;
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.retry(), wait);
			return false;
		}
		this.#unsaved = this.#unsaved.filter((entry) => !entries.includes(entry));
		this.#kept += entries.reduce((sum, entry) => sum + (isReview(entry) ? 1 : -1), 0);
		this.#failure = undefined;
		this.#attempt = 0;
		return true;
	}
}

/** Why a write failed, as a sentence. Dexie wraps the browser's error; the name that says most may be the inner one. */
function reasonOf(error: unknown): string {
	const { name, inner } = error as { readonly name?: string; readonly inner?: { readonly name?: string } | null };
	const names = [name, inner?.name];
	if (names.includes('QuotaExceededError')) return 'The storage of this device is full.';
	if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) return 'The browser closed its storage.';
	return 'The browser could not write it.';
}
