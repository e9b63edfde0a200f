import { STUDY_LOCK } from './when-quiet.ts';

/** Where studying happens: not known yet, in this tab, or in another one. */
export type Whose = 'asking' | 'mine' | 'elsewhere';

/**
 * One tab studies at a time, so that no card is asked twice. The first one has the turn until it leaves; another may take it over,
 * and gets it by itself when the first one leaves. Where the browser has no Web Locks, every tab has it.
 */
export class StudyTurn {
	#whose = $state<Whose>('asking');
	#leave = new AbortController();
	#release: (() => void) | undefined;
	readonly #onmine: (later: boolean) => void;

	/** @param onmine called each time this tab gets the turn; `later`: another tab has had it meanwhile */
	constructor(onmine: (later: boolean) => void) {
		this.#onmine = onmine;
		if (!('locks' in navigator)) this.#begin();
		else void this.#request({ ifAvailable: true });
		// WebKit does not end the loading of a page that comes after one with a lock; and a page kept for going back must not hold it.
		addEventListener('pagehide', this.#pause);
		addEventListener('pageshow', this.#resume);
	}

	readonly #pause = () => {
		this.#release?.();
	};

	readonly #resume = ({ persisted }: PageTransitionEvent) => {
		if (persisted && !this.#leave.signal.aborted) void this.#request({ ifAvailable: true });
	};

	get whose(): Whose {
		return this.#whose;
	}

	/** Takes the turn from the tab that has it. */
	takeOver(): void {
		this.#leave.abort(); // no longer waiting in the row
		this.#leave = new AbortController();
		void this.#request({ steal: true });
	}

	/** Gives the turn back, or stops waiting for it. */
	leave(): void {
		removeEventListener('pagehide', this.#pause);
		removeEventListener('pageshow', this.#resume);
		this.#leave.abort();
		this.#release?.();
	}

	/** Holds the lock until it is given back. A lock that is not free is waited for; one that is taken over ends in an error. */
	async #request(options: LockOptions): Promise<void> {
		const { signal } = this.#leave;
		try {
			const given = await navigator.locks.request(STUDY_LOCK, options, (lock) => {
				if (lock === null) return false;
				this.#begin();
				return new Promise<true>((release) => {
					this.#release = () => {
						release(true);
					};
				});
			});
			if (given) return;
		} catch {
			// taken over, or no longer wanted
		}
		if (signal.aborted) return;
		this.#whose = 'elsewhere';
		void this.#request({ signal });
	}

	#begin(): void {
		const later = this.#whose === 'elsewhere';
		this.#whose = 'mine';
		this.#onmine(later);
	}
}
