import type { CardId } from '#lib/core/card/card.ts';
import type { CardEvent, Day } from '#lib/core/review/entry.ts';
import { Acting } from './acting.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { awayEntry, type PutAway } from './put-away.ts';
import { dayOf } from './scope.ts';

/** What was done to a card on its page last, and whether it was taken back. */
export interface Done {
	readonly entry: CardEvent;
	readonly undone: boolean;
}

/** What a student does to a card outside a session. Each act is an entry, and undo takes back the last one. */
export class CardActs {
	readonly #journal: Journal;
	readonly #id: CardId;
	readonly #acting: Acting;
	#done = $state.raw<Done>();

	constructor(journal: Journal, id: CardId) {
		this.#journal = journal;
		this.#id = id;
		this.#acting = new Acting(journal);
	}

	get done(): Done | undefined {
		return this.#done;
	}

	putAway(how: PutAway): Promise<void> {
		return this.#do(() => awayEntry(this.#id, how, dayOf(this.#journal, now())));
	}

	/** Brings a card back that was put away; one that was put away until a day, from today on. */
	bringBack(): Promise<void> {
		const suspended = this.#journal.progress.cards.get(this.#id)?.suspended ?? false;
		return this.#do((base) => (suspended ? { kind: 'unsuspend', ...base } : { kind: 'bury', ...base, until: dayOf(this.#journal, now()) }));
	}

	/** Makes the card due on a day, until it is answered next. */
	setDue(due: Day): Promise<void> {
		return this.#do((base) => ({ kind: 'set-due', ...base, due }));
	}

	/** Makes the card new. */
	reset(): Promise<void> {
		return this.#do((base) => ({ kind: 'reset', ...base }));
	}

	/** Takes the last act back. */
	undo(): Promise<void> {
		return this.#acting.act(() => {
			if (this.#done === undefined || this.#done.undone) return;
			void this.#journal.retract(this.#done.entry.id);
			this.#done = { ...this.#done, undone: true };
		});
	}

	#do(entryOf: (base: Pick<CardEvent, 'id' | 'at' | 'cardId'>) => CardEvent): Promise<void> {
		return this.#acting.act(() => {
			const entry = entryOf({ id: newId(), at: now(), cardId: this.#id });
			void this.#journal.append(entry);
			this.#done = { entry, undone: false };
		});
	}
}
