import type { CardId } from '#lib/core/card/card.ts';
import type { Confidence, Day, Rating, Review } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { previewRests, type Rest } from '#lib/core/schedule/preview.ts';
import { isNew, type CardState } from '#lib/core/schedule/state.ts';
import type { Place } from '#lib/core/session/place.ts';
import { advance, comingUp, remaining, startSession, type Session } from '#lib/core/session/session.ts';
import { ask, type Asked, type Stage } from './asked.ts';
import { newId, now } from './clock.ts';
import { gradedChoice } from './grading.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, type ShelvedCard } from './library.ts';
import { keepPlace, placeIn } from './place.ts';
import { dayOf, idsIn, queueIn, rulesOn, type Scope } from './scope.ts';

type Rests = Readonly<Record<Rating, Rest>>;

/** Studying: a session, the card on the screen, and what the student does with it. */
export class Study {
	readonly scope: Scope;
	readonly #journal: Journal;
	readonly #ids: readonly CardId[];
	readonly #mine: ReadonlySet<CardId>;
	#day: Day;
	#session = $state.raw<Session>({ current: undefined, waiting: [], ahead: [], answered: 0, past: [] });
	#asked = $state.raw<Asked>();
	#rests = $state.raw<Rests>();
	/** The answer of a graded card, from the moment it is handed in until the next card. */
	#review = $state.raw<Review>();
	/** Answers taken back and not given anew since, the last one last. */
	#undone = $state.raw<readonly Review[]>([]);
	/** One act at a time: each waits for the one before. */
	#acting: Promise<unknown> = Promise.resolve();
	stage = $state<Stage>('question');
	/** The option chosen and not yet handed in, as an index into the deck's text. */
	chosen = $state<number>();
	hints = $state(0);

	/** Starts with what a scope asks today; at the card where it was left today. */
	static async start(journal: Journal, scope: Scope): Promise<Study> {
		const study = new Study(journal, scope, await idsIn(scope));
		await study.#begin(await placeIn(journal, scope, study.#day));
		return study;
	}

	private constructor(journal: Journal, scope: Scope, ids: readonly CardId[]) {
		this.scope = scope;
		this.#journal = journal;
		this.#ids = ids;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		this.#mine = new Set(ids);
		this.#day = this.#today();
	}

	get card(): ShelvedCard | undefined {
		return this.#asked?.card;
	}

	/** The state of the card on the screen before this answer; none for a new card. */
	get before(): CardState | undefined {
		return this.#asked?.before;
	}

	/** Changes with every question, even when the same card is asked again at once. */
	get turn(): unknown {
		return this.#asked;
	}

	get order(): readonly number[] {
		return this.#asked?.order ?? [];
	}

	/** What each rating would do; once the answer is shown. */
	get rests(): Rests | undefined {
		return this.stage === 'answer' ? this.#rests : undefined;
	}

	/** The answer that was handed in to the choice on the screen. */
	get review(): Review | undefined {
		return this.#review;
	}

	/** Cards answered and left behind; a choice counts once its feedback is left. */
	get answered(): number {
		return this.#session.answered;
	}

	get remaining(): number {
		return remaining(this.#session);
	}

	/** Whether there is an answer of today to take back. */
	get canUndo(): boolean {
		return this.#lastReview() !== undefined;
	}

	/** Whether an answer that was taken back can be given again as it was. */
	get canRedo(): boolean {
		return this.#undone.at(-1)?.cardId === this.card?.id && this.#undone.length > 0 && this.#review === undefined;
	}

	/** Whether no answer is taken, because the last one could not be kept yet. */
	get locked(): boolean {
		return this.#journal.failure !== undefined;
	}

	/** Shows a choice's options, or the answer. */
	reveal(): void {
		if (this.stage === 'question' && this.card?.note.kind === 'choice') this.stage = 'options';
		else this.#showAnswer();
	}

	/** Unfolds one more hint; once the answer is shown there is nothing left to hint at. */
	hint(): void {
		if (this.stage === 'answer') return;
		this.hints = Math.min(this.hints + 1, this.card?.note.facts.hints.length ?? 0);
	}

	/** Takes the student's own rating of a card that they compared themselves. */
	rate(rating: Rating): Promise<void> {
		return this.#act(async () => {
			if (this.stage !== 'answer' || this.#review) return;
			await this.#giveAndGoOn({ outcome: 'self', rating });
		});
	}

	/** Hands in the chosen option; what it earned is logged at once. */
	handIn(confidence: Confidence): Promise<void> {
		return this.#act(() => {
			const { chosen, card, before, hints } = this;
			if (this.stage !== 'options' || chosen === undefined || card?.note.kind !== 'choice') return;
			this.#giveAndStay(gradedChoice(card.note.options, chosen, confidence, hints, before, this.#today()));
		});
	}

	/** Puts the student's rating in the place of the one that the rules gave. */
	overrule(rating: Rating): Promise<void> {
		return this.#act(() => {
			const review = this.#review;
			if (!review || rating === review.rating) return;
			const { overruled = review.rating, ...rest } = review;
			this.#review = { ...rest, id: newId(), at: now(), rating, ...(overruled === rating ? {} : { overruled }) };
			void this.#journal.retract(review.id, this.#review);
		});
	}

	/** Goes on from a choice's feedback. */
	next(): Promise<void> {
		return this.#act(async () => {
			if (this.#review) await this.#next();
		});
	}

	/** Takes the last answer back and shows its card as it was. */
	undo(): Promise<void> {
		return this.#act(async () => {
			const review = this.#lastReview();
			if (review === undefined) return;
			const inPlace = this.#review?.id === review.id;
			void this.#journal.retract(review.id);
			if (!inPlace) await this.#goBackTo(review.cardId);
			this.#undone = [...this.#undone, review];
			this.#review = undefined;
			this.chosen = review.chosen?.[0];
			this.hints = review.hints;
			if (review.outcome === 'self') this.#showAnswer();
			else this.stage = 'options';
			this.#keepPlace();
		});
	}

	/** Gives the answer again that was taken back last: a new entry that says the same. */
	redo(): Promise<void> {
		return this.#act(async () => {
			const review = this.#undone.at(-1);
			if (review === undefined || !this.canRedo) return;
			const rest = this.#undone.slice(0, -1);
			const { id: _, at: __, day: ___, ...given } = review;
			this.chosen = review.chosen?.[0];
			if (review.outcome === 'self') await this.#giveAndGoOn(given);
			else this.#giveAndStay(given);
			this.#undone = rest;
		});
	}

	/** Does something once the act before it is done and its answer is kept; nothing while that cannot be kept. */
	#act(action: () => void | Promise<void>): Promise<void> {
		const acting = this.#acting.then(async () => {
			if (this.locked || (this.#journal.unsaved.length > 0 && !(await this.#journal.settled()))) return;
			await action();
		});
		this.#acting = acting.catch(() => undefined); // the caller hears of it; the next act is not held up
		return acting;
	}

	async #giveAndGoOn(given: Pick<Review, 'outcome' | 'rating'> & Partial<Review>): Promise<void> {
		const review = this.#answer(given);
		if (review) {
			const kept = this.#journal.append(review);
			// A clock that fell back: the answer stands before others and counts once the whole log has been folded anew.
			if (this.#journal.progress.cards.get(review.cardId)?.reviews === this.before?.reviews) await kept;
		}
		this.#undone = [];
		await this.#next();
	}

	#giveAndStay(given: Pick<Review, 'outcome' | 'rating'> & Partial<Review>): void {
		const review = this.#answer(given);
		this.#showAnswer();
		this.#review = review;
		this.#undone = [];
		if (review) void this.#journal.append(review);
		this.#keepPlace();
	}

	async #goBackTo(cardId: CardId): Promise<void> {
		const state = this.#journal.progress.cards.get(cardId);
		const due = state && !isNew(state) ? dueOf(cardId, state, this.#rules().of(cardId)) : undefined;
		await this.#show(advance(this.#session, { kind: 'undo', cardId, due }));
	}

	#answer(given: Pick<Review, 'outcome' | 'rating'> & Partial<Review>): Review | undefined {
		if (!this.#asked) return undefined;
		const at = now();
		const { card, shownAt } = this.#asked;
		const preset = this.#rules().presetOf(card.id);
		return {
			kind: 'review',
			id: newId(),
			at,
			day: this.#today(),
			cardId: card.id,
			hints: this.hints,
			tookMs: at - shownAt,
			...(preset === undefined ? {} : { preset }),
			...given
		};
	}

	#showAnswer(): void {
		if (!this.#asked) return;
		const { card, before } = this.#asked;
		this.#rests = previewRests(card.id, before, { at: now(), day: this.#today() }, this.#rules().of(card.id));
		this.stage = 'answer';
	}

	async #begin(place?: Place): Promise<void> {
		await this.#show(startSession(queueIn(this.scope, this.#ids, this.#journal, this.#day), now(), place));
		this.#keepPlace();
	}

	async #next(): Promise<void> {
		const { current } = this.#session;
		const state = current && this.#journal.progress.cards.get(current.id);
		if (!current || !state) return;
		if (this.#today() !== this.#day) {
			this.#day = this.#today();
			await this.#begin();
			return;
		}
		const { outcome, confidence } = this.#review ?? {};
		const slip = outcome === 'wrong' && confidence === 'sure';
		const due = state.suspended ? ({ kind: 'day', day: Infinity } as const) : dueOf(current.id, state, this.#rules().of(current.id));
		await this.#show(advance(this.#session, { kind: 'answer', due, now: now(), slip }));
		this.#keepPlace();
	}

	/** Puts a session's card on the screen; all of it changes at once, when the card's text is there. */
	async #show(session: Session): Promise<void> {
		const id = session.current?.id;
		const card = id && (await loadCard(id));
		this.#session = session;
		this.#review = undefined;
		this.#rests = undefined;
		this.chosen = undefined;
		this.hints = 0;
		this.stage = 'question';
		this.#asked = card && ask(card, this.#journal.progress.cards.get(card.id));
		// The texts of the cards to come are there before they are wanted; if not, they are loaded when they are.
		for (const next of comingUp(session)) loadCard(next).catch(() => undefined);
	}

	#lastReview(): Review | undefined {
		return this.#journal.answersOn(this.#day).findLast(({ cardId }) => this.#mine.has(cardId));
	}

	#keepPlace(): void {
		const cardId = this.#review ? undefined : this.#session.current?.id;
		keepPlace(this.#journal, this.scope, this.#day, this.answered + (this.#review ? 1 : 0), cardId);
	}

	#rules() {
		return rulesOn(this.#journal, this.#day);
	}

	#today(): Day {
		return dayOf(this.#journal, now());
	}
}
