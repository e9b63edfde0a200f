import type { LogStore } from './log-store.ts';
import type { Store } from './open.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';

/**
 * A store of which is known that nothing is in it (has-nothing.ts): it is opened when the log is first written or asked for, so that the
 * first card of a first visit does not wait for what opens it. Until then there are no settings and no texts; a setting is only written
 * when something else has had it opened, for where a session stands is noted before the first card is painted.
 */
export class LateStore implements Store {
	readonly log: LogStore;
	readonly settings: Settings;
	readonly texts: Texts;
	/** Told when it has been opened: from then on that store is to be used. */
	onopened: (store: Store) => void = () => undefined;
	readonly #openStore: () => Promise<Store>;
	#opening: Promise<Store> | undefined;
	#store: Store | undefined;
	/** Resolves when it is to be opened for the first time. */
	readonly #asked: Promise<void>;
	#ask: () => void = () => undefined;

	/** @param openStore opens it for good; rejects where what it needs could not be loaded, and is then called again the next time */
	constructor(openStore: () => Promise<Store>) {
		this.#openStore = openStore;
		this.#asked = new Promise((resolve) => {
			this.#ask = resolve;
		});
		const log = async () => (await this.open()).log;
		this.log = {
			open: async () => (await log()).open(),
			readWhole: async () => (await log()).readWhole(),
			damaged: async () => (await this.#store?.log.damaged()) ?? [],
			ondamaged: () => undefined,
			read: async () => (await log()).read(),
			append: async (entries) => (await log()).append(entries),
			keepCheckpoint: async (bytes, end) => (await log()).keepCheckpoint(bytes, end),
			seal: async (before) => (await log()).seal(before),
			addSegments: async (segments) => (await log()).addSegments(segments),
			restore: async (segments, beside) => (await log()).restore(segments, beside),
			takeOut: async (segmentIds, beside) => (await log()).takeOut(segmentIds, beside),
			verify: async () => (await log()).verify(),
			// Nothing was written that could have been torn.
			rest: async () => this.#store?.log.rest()
		};
		this.settings = {
			get: async (name) => this.#store?.settings.get(name),
			set: async (name, value) => {
				await this.#asked;
				await (await this.open()).settings.set(name, value);
			},
			all: async () => (await this.#store?.settings.all()) ?? new Map()
		};
		this.texts = {
			get: async (id) => this.#store?.texts.get(id),
			set: async (id, text) => (await this.open()).texts.set(id, text),
			keys: async () => (await this.#store?.texts.keys()) ?? []
		};
	}

	/** Opens it, if that has not been done. */
	open(): Promise<Store> {
		this.#ask();
		this.#opening ??= this.#openNow().catch((error: unknown) => {
			this.#opening = undefined;
			throw error;
		});
		return this.#opening;
	}

	async close(): Promise<void> {
		await this.#store?.close();
	}

	async #openNow(): Promise<Store> {
		const store = await this.#openStore();
		await store.log.open();
		this.#store = store;
		this.onopened(store);
		return store;
	}
}
