import type { CardId } from '#lib/core/card/card.ts';
import { gradeChoice } from '#lib/core/grade/choice.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Confidence, Day, Millis, Rating, Review } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import { previewRests, type Rest } from '#lib/core/schedule/preview.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { readPlace, type Place } from '#lib/core/session/place.ts';
import { queueOf } from '#lib/core/session/queue.ts';
import { advance, remaining, startSession, type Session } from '#lib/core/session/session.ts';
import { localDay, newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { cardIds, loadCard, type ShelvedCard } from './library.ts';

/** What of a card is shown: its question, a choice's options, or the answer. */
export type Stage = 'question' | 'options' | 'answer';

/** How an answer is handed in, in the order of the buttons. */
export const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];

type Rests = Readonly<Record<Rating, Rest>>;

/** What is on the study screen for one card. Replaced whole. */
interface Asked {
	readonly card: ShelvedCard;
	/** The card's state before this answer; none for a new card. */
	readonly before: CardState | undefined;
	/** The options of a choice as indices into the deck's text, in the order shown. */
	readonly order: readonly number[];
	readonly shownAt: Millis;
}

/** Studying: a session, the card on the screen, and what the student does with it. */
export class Study {
	readonly #journal: Journal;
	readonly #deckName: string | undefined;
	readonly #ids: ReadonlySet<CardId>;
	#day: Day;
	#session = $state.raw<Session>({ current: undefined, waiting: [], ahead: [], answered: 0 });
	#asked = $state.raw<Asked>();
	#rests = $state.raw<Rests>();
	/** The answer of a graded card, from the moment it is handed in until the next card. */
	#review = $state.raw<Review>();
	/** One act at a time: each waits for the one before. */
	#acting: Promise<unknown> = Promise.resolve();
	stage = $state<Stage>('question');
	/** The option chosen and not yet handed in, as an index into the deck's text. */
	chosen = $state<number>();
	hints = $state(0);

	/** Starts with what is due today, of one deck or of all; at the card where it was left today. */
	static async start(journal: Journal, deckName: string | undefined): Promise<Study> {
		const place = readPlace(await journal.settings.get('place').catch(() => undefined));
		const study = new Study(journal, deckName);
		await study.#begin(place?.day === study.#day && place.deckName === deckName ? place : undefined);
		return study;
	}

	private constructor(journal: Journal, deckName: string | undefined) {
		this.#journal = journal;
		this.#deckName = deckName;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changes
		this.#ids = new Set(cardIds(deckName));
		this.#day = this.#today();
	}

	get card(): ShelvedCard | undefined {
		return this.#asked?.card;
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
			const review = this.#answer({ outcome: 'self', rating });
			if (review) void this.#journal.record(review);
			await this.#next();
		});
	}

	/** Hands in the chosen option; what it earned is logged at once. */
	handIn(confidence: Confidence): Promise<void> {
		return this.#act(() => {
			const { chosen, card } = this;
			if (this.stage !== 'options' || chosen === undefined || card?.note.kind !== 'choice') return;
			const before = this.#asked?.before;
			const outcome = gradeChoice(card.note.options, [chosen]);
			const recall = before && retrievability(before.memory, this.#today() - before.lastDay);
			const rating = suggestedRating({
				outcome,
				confidence,
				hints: this.hints,
				...(recall === undefined ? {} : { retrievability: recall })
			});
			const review = this.#answer({ outcome, rating, confidence, chosen: [chosen] });
			this.#showAnswer();
			this.#review = review;
			if (review) void this.#journal.record(review);
			this.#keepPlace();
		});
	}

	/** Puts the student's rating in the place of the one that the rules gave. */
	overrule(rating: Rating): Promise<void> {
		return this.#act(() => {
			const review = this.#review;
			if (!review || rating === review.rating) return;
			const { overruled = review.rating, ...rest } = review;
			this.#review = { ...rest, id: newId(), at: now(), rating, ...(overruled === rating ? {} : { overruled }) };
			void this.#journal.retract(review, this.#review);
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
			void this.#journal.retract(review);
			if (!inPlace) await this.#goBackTo(review.cardId);
			this.#review = undefined;
			this.chosen = review.chosen?.[0];
			this.hints = review.hints;
			if (review.outcome === 'self') this.#showAnswer();
			else this.stage = 'options';
			this.#keepPlace();
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

	async #goBackTo(cardId: CardId): Promise<void> {
		const state = this.#journal.states.get(cardId);
		const due = state && dueOf(cardId, state, this.#journal.parameters);
		await this.#show(advance(this.#session, { kind: 'undo', cardId, due }));
	}

	#answer(given: Pick<Review, 'outcome' | 'rating'> & Partial<Review>): Review | undefined {
		if (!this.#asked) return undefined;
		const at = now();
		const { card, shownAt } = this.#asked;
		return { kind: 'review', id: newId(), at, day: this.#today(), cardId: card.id, hints: this.hints, tookMs: at - shownAt, ...given };
	}

	#showAnswer(): void {
		if (!this.#asked) return;
		const { card, before } = this.#asked;
		this.#rests = previewRests(card.id, before, { at: now(), day: this.#today() }, this.#journal.parameters);
		this.stage = 'answer';
	}

	async #begin(place?: Place): Promise<void> {
		const { states, parameters } = this.#journal;
		await this.#show(startSession(queueOf(cardIds(this.#deckName), states, this.#day, parameters), now(), place));
		this.#keepPlace();
	}

	async #next(): Promise<void> {
		const { current } = this.#session;
		const state = current && this.#journal.states.get(current.id);
		if (!current || !state) return;
		if (this.#today() !== this.#day) {
			this.#day = this.#today();
			await this.#begin();
			return;
		}
		const due = dueOf(current.id, state, this.#journal.parameters);
		await this.#show(advance(this.#session, { kind: 'answer', due, now: now() }));
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
		this.#asked = card && this.#ask(card);
	}

	#ask(card: ShelvedCard): Asked {
		const before = this.#journal.states.get(card.id);
		const options = card.note.kind === 'choice' ? card.note.options.map((_, index) => index) : [];
		return { card, before, order: shuffled(options, (index) => index, `${card.id}/${before?.reviews ?? 0}`), shownAt: now() };
	}

	#lastReview(): Review | undefined {
		const last = this.#journal.reviews.findLast(({ cardId }) => this.#ids.has(cardId));
		return last?.day === this.#day ? last : undefined;
	}

	#keepPlace(): void {
		const cardId = this.#review ? undefined : this.#session.current?.id;
		const place: Place = {
			day: this.#day,
			answered: this.answered + (this.#review ? 1 : 0),
			...(cardId === undefined ? {} : { cardId }),
			...(this.#deckName === undefined ? {} : { deckName: this.#deckName })
		};
		// Only a convenience: where it cannot be kept, the session starts at the head of the queue.
		this.#journal.settings.set('place', place).catch(() => undefined);
	}

	#today(): Day {
		return localDay(now(), this.#journal.parameters.rolloverHour);
	}
}
