import type { Journal } from './journal.svelte.ts';

/** What a student does, one act at a time: each waits for the one before. */
export class Acting {
	readonly #journal: Journal;
	#last: Promise<unknown> = Promise.resolve();

	constructor(journal: Journal) {
		this.#journal = journal;
	}

	/** Does something once the act before it is done and its answer is kept; nothing while that cannot be kept. */
	act(action: () => void | Promise<void>): Promise<void> {
		return this.follow(async () => {
			const { failure, unsaved } = this.#journal;
			if (failure !== undefined || (unsaved.length > 0 && !(await this.#journal.settled()))) return;
			await action();
		});
	}

	/** Does something once the act before it is done, whether its answer is kept or not. */
	follow<T>(action: () => Promise<T>): Promise<T> {
		const acting = this.#last.then(action);
		this.#last = acting.catch(() => undefined); // the caller hears of it; the next act is not held up
		return acting;
	}
}
