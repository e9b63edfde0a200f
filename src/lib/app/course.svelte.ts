import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis, Review, RunId } from '#lib/core/review/entry.ts';
import { dueOf, isAway, type Due } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew, type CardState } from '#lib/core/schedule/state.ts';
import { behindOf, type Behind } from '#lib/core/session/behind.ts';
import type { Place } from '#lib/core/session/place.ts';
import { advance, comingUp, startSession, type Action, type Session } from '#lib/core/session/session.ts';
import { isUse } from '#lib/core/session/siblings.ts';
import { soundings, type Sounding } from '#lib/core/session/soundings.ts';
import { whyAsked, type Why } from '#lib/core/session/why.ts';
import { loadMarked } from '#lib/markdown/lex.svelte.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, type ShelvedCard } from './library.ts';
import { keepPlace, placeIn } from './place.ts';
import type { Away } from './put-away.ts';
import type { LiveRun } from './scenario-run.svelte.ts';
import { dayOf, idsIn, queueIn, rulesOn, type Scope } from './scope.ts';
import { UseCards, type Ran } from './use-cards.ts';

/** A session with the text of what it asks: a card, or a run that asks a use card. */
export interface Loaded {
	readonly session: Session;
	readonly card?: ShelvedCard | undefined;
	readonly run?: LiveRun;
	/** Its text could not be had. */
	readonly unloaded: boolean;
}

/** The session of a scope on the learner's day: what comes next, what came before, and where it was left. */
export class Course {
	readonly scope: Scope;
	readonly #journal: Journal;
	readonly #ids: readonly CardId[];
	#known: ReadonlySet<CardId> | undefined;
	readonly #uses: UseCards;
	#day: Day;
	readonly #began: Millis;
	/** Where the session stands. It is moved on when the card's text is there. */
	session = $state.raw<Session>({ current: undefined, waiting: [], ahead: [], answered: 0, past: [] });

	static async of(journal: Journal, scope: Scope): Promise<Course> {
		return new Course(journal, scope, await idsIn(scope));
	}

	private constructor(journal: Journal, scope: Scope, ids: readonly CardId[]) {
		this.scope = scope;
		this.#journal = journal;
		this.#ids = ids;
		this.#uses = new UseCards(journal, scope);
		this.#day = this.today;
		this.#began = now();
	}

	get today(): Day {
		return dayOf(this.#journal, now());
	}

	get rules(): Rules {
		return rulesOn(this.#journal, this.#day);
	}

	/** The last answer since the session's day began that counts: one that is handed in across the rollover stands on the next day. */
	get lastReview(): Review | undefined {
		return this.#journal.acts.findLast((act): act is Review => act.kind === 'review' && act.day >= this.#day && this.#isMine(act.cardId));
	}

	/** The run since the session's day began that a choice was made in last, if no answer was given since. */
	get lastRan(): Ran | undefined {
		return this.#uses.lastOn(this.#day, this.lastReview);
	}

	/** The last answer and the last run of the session's day. */
	get lastActs(): Away['after'] {
		return { review: this.lastReview?.id, run: this.lastRan?.run };
	}

	/**
	 * The answers of the session: those of its day that its scope asks for; where more is studied than is due, those since it began.
	 */
	get answers(): readonly Review[] {
		const since = this.scope.extra === undefined ? -Infinity : this.#began;
		return this.#journal.answersOn(this.#day).filter(({ cardId, at }) => this.#isMine(cardId) && at >= since);
	}

	/** What the answers of the session went to. */
	get soundings(): readonly Sounding[] {
		return soundings(this.answers, this.#journal.progress.cards, this.#day, this.rules);
	}

	/** Why a card with this state is asked now. */
	whyAsked(id: CardId, state: CardState | undefined): Why {
		return whyAsked(id, state, this.#day, this.rules.of(id), this.scope.extra);
	}

	/** Loads what a session asks; with a run, what that asked. Passes over a use card if every scenario that could ask it has been seen meanwhile. */
	async load(session: Session, ran?: RunId): Promise<Loaded> {
		const id = session.current?.id;
		try {
			if (id === undefined || !isUse(id)) return { session, card: id && (await loadCard(id)), unloaded: false };
			const run = await this.#uses.open(id, this.#day, ran);
			return run ? { session, run, unloaded: false } : await this.load(advance(session, { kind: 'drop', now: now() }));
		} catch {
			return { session, unloaded: true };
		}
	}

	/**
	 * Loads the texts of the cards to come, and what reads those that are not plain, so that they are there before they are wanted; if not,
	 * they are loaded when they are.
	 */
	loadAhead(): void {
		loadMarked().catch(() => undefined);
		for (const next of comingUp(this.session)) if (!isUse(next)) loadCard(next).catch(() => undefined);
	}

	/** The session at its start; where it was left today, if it was. */
	async resumed(): Promise<Session> {
		return this.#started(await placeIn(this.#journal, this.scope, this.#day));
	}

	/** Keeps an answer, and waits until it counts. */
	async count(review: Review, before: CardState | undefined): Promise<void> {
		const kept = this.#journal.append(review);
		// A clock that fell back: the answer stands before others and counts once the whole log has been folded anew.
		if (this.#journal.progress.cards.get(review.cardId)?.reviews === before?.reviews) await kept;
	}

	/** The session after the card on the screen was answered. `slip`: the student was sure, and wrong. */
	async next(slip: boolean): Promise<Session | undefined> {
		const { current } = this.session;
		const state = current && this.#journal.progress.cards.get(current.id);
		if (!current || !state) return undefined;
		const due = isAway(state, this.#day) ? ({ kind: 'day', day: Infinity } as const) : dueOf(current.id, state, this.rules.of(current.id));
		return this.goOn({ kind: 'answer', due, now: now(), slip });
	}

	/** The session after something was done; on a new day a new one. */
	async goOn(action: Action): Promise<Session> {
		if (this.today === this.#day) return advance(this.session, action);
		this.#day = this.today;
		return this.#started();
	}

	/** The session back at a card whose answer was taken back. */
	backTo(cardId: CardId): Session {
		return advance(this.session, { kind: 'undo', cardId, due: this.#dueOf(cardId), slip: this.#behind.slips.has(cardId) });
	}

	/** The session back at a card that was put away before it was answered. */
	broughtBack(cardId: CardId): Session {
		return advance(this.session, { kind: 'back', cardId, due: this.#dueOf(cardId), slip: this.#behind.slips.has(cardId) });
	}

	/** Remembers where the session stands. `answered`: the card on the screen is answered already. */
	keepPlace(answered: boolean): void {
		const { current, answered: behind } = this.session;
		keepPlace(this.#journal, this.scope, this.#day, behind + (answered ? 1 : 0), answered ? undefined : current?.id);
	}

	/** Whether a card is one of the scope's. Gathered when it is first asked: at the start of a day there is no answer to ask it of. */
	#isMine(cardId: CardId): boolean {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		return (this.#known ??= new Set(this.#ids)).has(cardId);
	}

	/** When a card is due, as a session wants to know it of one that it goes back to. */
	#dueOf(cardId: CardId): Due | undefined {
		const state = this.#journal.progress.cards.get(cardId);
		return state && !isNew(state) && !isUse(cardId) ? dueOf(cardId, state, this.rules.of(cardId)) : undefined;
	}

	/** What was answered today, of whatever scope. */
	get #behind(): Behind {
		return behindOf(this.#journal.acts.filter((act) => 'day' in act && act.day >= this.#day));
	}

	async #started(place?: Place): Promise<Session> {
		const queue = await this.#uses.withLeft(queueIn(this.scope, this.#ids, this.#journal, this.#day), place, this.#day);
		return startSession(queue, now(), place, this.#behind);
	}
}
