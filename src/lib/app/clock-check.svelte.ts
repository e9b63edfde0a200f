import type { Day, Entry, Millis, Redate } from '#lib/core/review/entry.ts';
import {
	asksAboutClock,
	doubtClock,
	NO_CLOCK_MEMORY,
	readClockMemory,
	rememberWritten,
	trustClock,
	type ClockMemory
} from '#lib/core/schedule/clock-doubt.ts';
import { localDay, newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';

const SETTING = 'clock';

/** What the student is asked: whether the clock is right. */
export interface ClockQuestion {
	readonly says: Millis;
	/** When the clock was taken for right last: why it is asked. */
	readonly sureAt: Millis | undefined;
}

/** Watches whether this device's clock can be right, and puts right what was written while it was not (schedule/clock-doubt.ts). */
export class ClockCheck {
	readonly #journal: Journal;
	#memory: ClockMemory = NO_CLOCK_MEMORY;
	#question = $state.raw<ClockQuestion>();
	/** Reading and keeping the memory: one after the other. */
	#busy: Promise<unknown> = Promise.resolve();

	/** Begins to watch: from here on every entry of the journal is remembered. */
	constructor(journal: Journal) {
		this.#journal = journal;
		journal.onappend = (entries) => {
			void this.#remember(entries);
		};
	}

	/** What is to be asked; undefined while the clock is not in doubt. */
	get question(): ClockQuestion | undefined {
		return this.#question;
	}

	/** Looks at the clock, and at what another tab may have remembered. To be called before a session, and when the student comes back. */
	look(): Promise<void> {
		return this.#inTurn(async () => {
			this.#memory = await this.#read();
			this.#ask();
		});
	}

	/** The student says that the clock is right: entries that cannot be right are redated. Resolves when it is done or cannot be. */
	trust(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#journal.settled();
			const log = await this.#journal.entries();
			const at = now();
			const { memory, redatings } = trustClock(this.#memory, log, at, (moment) => this.#dayOf(moment));
			const redates = redatings.map((redating): Redate => ({ kind: 'redate', id: newId(), at, ...redating }));
			// Where they could not be written yet it is asked again; what they have moved by then is not moved twice.
			if (redates.length > 0 && !(await this.#journal.append(...redates))) return;
			await this.#keep(memory);
			this.#ask();
		});
	}

	/** The student says that it is wrong, and studies all the same. */
	studyAnyway(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#keep(doubtClock(this.#memory, this.#dayOf(now())));
			this.#ask();
		});
	}

	#remember(entries: readonly Entry[]): Promise<void> {
		return this.#inTurn(() => this.#keep(rememberWritten(this.#memory, entries)));
	}

	/** Where the memory cannot be kept it lasts as long as the page. */
	async #keep(memory: ClockMemory): Promise<void> {
		this.#memory = memory;
		await this.#journal.settings.set(SETTING, memory).catch(() => undefined);
	}

	async #read(): Promise<ClockMemory> {
		const kept = await this.#journal.settings.get(SETTING).catch(() => undefined);
		return kept === undefined ? this.#memory : readClockMemory(kept);
	}

	#inTurn(action: () => Promise<void>): Promise<void> {
		const turn = this.#busy.then(action);
		this.#busy = turn.catch(() => undefined);
		return turn;
	}

	#ask(): void {
		const at = now();
		const { sureAt } = this.#memory;
		this.#question = asksAboutClock(this.#memory, at, this.#dayOf(at)) ? { says: at, sureAt } : undefined;
	}

	#dayOf(at: Millis): Day {
		return localDay(at, this.#journal.parameters.rolloverHour);
	}
}
