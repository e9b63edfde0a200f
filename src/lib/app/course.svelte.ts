import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Review } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import type { Place } from '#lib/core/session/place.ts';
import { advance, startSession, type Session } from '#lib/core/session/session.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { keepPlace, placeIn } from './place.ts';
import { dayOf, idsIn, queueIn, rulesOn, type Scope } from './scope.ts';

/** The session of a scope on the learner's day: what comes next, what came before, and where it was left. */
export class Course {
	readonly scope: Scope;
	readonly #journal: Journal;
	readonly #ids: readonly CardId[];
	readonly #mine: ReadonlySet<CardId>;
	#day: Day;
	/** Where the session stands. It is moved on when the card's text is there. */
	session = $state.raw<Session>({ current: undefined, waiting: [], ahead: [], answered: 0, past: [] });

	static async of(journal: Journal, scope: Scope): Promise<Course> {
		return new Course(journal, scope, await idsIn(scope));
	}

	private constructor(journal: Journal, scope: Scope, ids: readonly CardId[]) {
		this.scope = scope;
		this.#journal = journal;
		this.#ids = ids;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		this.#mine = new Set(ids);
		this.#day = this.today;
	}

	get today(): Day {
		return dayOf(this.#journal, now());
	}

	get rules(): Rules {
		return rulesOn(this.#journal, this.#day);
	}

	/** The last answer of the session's day that counts. */
	get lastReview(): Review | undefined {
		return this.#journal.answersOn(this.#day).findLast(({ cardId }) => this.#mine.has(cardId));
	}

	/** The session at its start; where it was left today, if it was. */
	async resumed(): Promise<Session> {
		return this.#started(await placeIn(this.#journal, this.scope, this.#day));
	}

	/** The session after the card on the screen was answered; on a new day a new one. `slip`: the student was sure, and wrong. */
	next(slip: boolean): Session | undefined {
		const { current } = this.session;
		const state = current && this.#journal.progress.cards.get(current.id);
		if (!current || !state) return undefined;
		if (this.today !== this.#day) {
			this.#day = this.today;
			return this.#started();
		}
		const due = state.suspended ? ({ kind: 'day', day: Infinity } as const) : dueOf(current.id, state, this.rules.of(current.id));
		return advance(this.session, { kind: 'answer', due, now: now(), slip });
	}

	/** The session back at a card whose answer was taken back. */
	backTo(cardId: CardId): Session {
		const state = this.#journal.progress.cards.get(cardId);
		const due = state && !isNew(state) ? dueOf(cardId, state, this.rules.of(cardId)) : undefined;
		return advance(this.session, { kind: 'undo', cardId, due });
	}

	/** Remembers where the session stands. `answered`: the card on the screen is answered already. */
	keepPlace(answered: boolean): void {
		const { current, answered: behind } = this.session;
		keepPlace(this.#journal, this.scope, this.#day, behind + (answered ? 1 : 0), answered ? undefined : current?.id);
	}

	#started(place?: Place): Session {
		return startSession(queueIn(this.scope, this.#ids, this.#journal, this.#day), now(), place);
	}
}
