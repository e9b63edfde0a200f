import { isComplete, isGraded, type Given } from '#lib/core/grade/answer.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Confidence, Rating, Review } from '#lib/core/review/entry.ts';
import { previewRests, type Rest } from '#lib/core/schedule/preview.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { comingUp, remaining, type Session } from '#lib/core/session/session.ts';
import { answerAgain, ask, firstStage, isTyped, reviewOf, thinksFirst, type Asked, type Earned, type Stage } from './asked.ts';
import { newId, now } from './clock.ts';
import { Course } from './course.svelte.ts';
import { gradedAnswer, NOT_KNOWN } from './grading.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, type ShelvedCard } from './library.ts';
import type { Scope } from './scope.ts';

type Rests = Readonly<Record<Rating, Rest>>;

/** Studying: a session, the card on the screen, and what the student does with it. */
export class Study {
	readonly #journal: Journal;
	readonly #course: Course;
	#asked = $state.raw<Asked>();
	#rests = $state.raw<Rests>();
	/** The answer of a graded card, from the moment it is handed in until the next card. */
	#review = $state.raw<Review>();
	/** Answers taken back and not given anew since, the last one last. */
	#undone = $state.raw<readonly Review[]>([]);
	/** One act at a time: each waits for the one before. */
	#acting: Promise<unknown> = Promise.resolve();
	#answer = $state.raw<Given>({});
	/** Whether the text of the next card could not be loaded. */
	#unloaded = $state(false);
	stage = $state<Stage>('question');
	hints = $state(0);
	/** Why what was handed in could not be read. */
	problem = $state<string>();

	/** Starts with what a scope asks today; at the card where it was left today. */
	static async start(journal: Journal, scope: Scope): Promise<Study> {
		const study = new Study(journal, await Course.of(journal, scope));
		await study.#show(await study.#course.resumed());
		study.#keepPlace();
		return study;
	}

	private constructor(journal: Journal, course: Course) {
		this.#journal = journal;
		this.#course = course;
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

	/** The answer that is chosen, arranged or typed, and not yet handed in. */
	get answer(): Given {
		return this.#answer;
	}
	set answer(answer: Given) {
		this.#answer = answer;
		this.problem = undefined;
	}

	/** Whether there is an answer to hand in. */
	get complete(): boolean {
		return this.card !== undefined && isComplete(this.card.note, this.#answer);
	}

	/** What each rating would do; once the answer is shown. */
	get rests(): Rests | undefined {
		return this.stage === 'answer' ? this.#rests : undefined;
	}

	/** The answer that was handed in to the card on the screen. */
	get review(): Review | undefined {
		return this.#review;
	}

	/** Cards answered and left behind; a graded one counts once its feedback is left. */
	get answered(): number {
		return this.#course.session.answered;
	}

	get remaining(): number {
		return remaining(this.#course.session);
	}

	/** Whether there is an answer of today to take back. */
	get canUndo(): boolean {
		return this.#course.lastReview !== undefined;
	}

	/** Whether an answer that was taken back can be given again as it was. */
	get canRedo(): boolean {
		return this.#undone.at(-1)?.cardId === this.card?.id && this.#undone.length > 0 && this.#review === undefined;
	}

	/** Whether no answer is taken, because the last one could not be kept yet. */
	get locked(): boolean {
		return this.#journal.failure !== undefined;
	}

	/** Whether the text of the next card could not be loaded: it can be tried again. */
	get unloaded(): boolean {
		return this.#unloaded;
	}

	/** Shows the options of a card that has some, or the answer. */
	reveal(): void {
		if (this.stage !== 'question' || !this.card) return;
		if (thinksFirst(this.card.note)) this.stage = 'options';
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

	/** Hands in the answer; what it earned is logged at once. What cannot be read is said, and not logged. */
	handIn(confidence?: Confidence): Promise<void> {
		return this.#act(() => {
			const { card, before, hints, answer } = this;
			if (this.stage !== 'options' || !card || (confidence === undefined) !== isTyped(card.note)) return;
			if (!this.complete && !isTyped(card.note)) return;
			const earned = gradedAnswer(card.note, card.deck, { answer, confidence, hints }, before, this.#course.today);
			if (earned?.outcome === 'unreadable') this.problem = earned.sentence;
			else if (earned) this.#giveAndStay(earned);
		});
	}

	/** Says that the student does not know what to type. */
	giveUp(): Promise<void> {
		return this.#act(() => {
			if (this.stage === 'options' && this.card && isTyped(this.card.note)) this.#giveAndStay(NOT_KNOWN);
		});
	}

	/** Whether a typed answer was not taken for right, and has not been claimed to be. */
	get canClaimRight(): boolean {
		const { outcome, overruled } = this.#review ?? {};
		return overruled === undefined && (outcome === 'wrong' || outcome === 'almost') && !this.locked;
	}

	/** Says that an answer was right after all: it gets the rating that it would have earned. */
	claimRight(): Promise<void> {
		return this.overrule(suggestedRating({ outcome: 'right', hints: this.#review?.hints ?? 0 }));
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

	/** Goes on from the feedback on an answer. */
	next(): Promise<void> {
		return this.#act(async () => {
			if (this.#review) await this.#next();
		});
	}

	/** Takes the last answer back and shows its card as it was. */
	undo(): Promise<void> {
		return this.#act(async () => {
			const review = this.#course.lastReview;
			if (review === undefined) return;
			const inPlace = this.#review?.id === review.id;
			void this.#journal.retract(review.id);
			if (!inPlace) await this.#show(this.#course.backTo(review.cardId));
			this.#undone = [...this.#undone, review];
			this.#review = undefined;
			this.hints = review.hints;
			if (this.#asked && isGraded(this.#asked.card.note)) {
				this.stage = 'options';
				this.answer = answerAgain(this.#asked, review);
			} else this.#showAnswer();
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
			if (review.outcome === 'self') await this.#giveAndGoOn(given);
			else this.#giveAndStay(given);
			this.#undone = rest;
		});
	}

	/** Tries once more to load the text of the next card. Resolves to whether it is there. */
	loadAgain(): Promise<boolean> {
		const loading = this.#acting.then(async () => {
			if (this.#unloaded) await this.#show(this.#course.session);
			return !this.#unloaded;
		});
		this.#acting = loading;
		return loading;
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

	async #giveAndGoOn(earned: Earned & Partial<Review>): Promise<void> {
		const review = this.#reviewOf(earned);
		if (review) {
			const kept = this.#journal.append(review);
			// A clock that fell back: the answer stands before others and counts once the whole log has been folded anew.
			if (this.#journal.progress.cards.get(review.cardId)?.reviews === this.before?.reviews) await kept;
		}
		this.#undone = [];
		await this.#next();
	}

	#giveAndStay(earned: Earned & Partial<Review>): void {
		const review = this.#reviewOf(earned);
		this.#showAnswer();
		this.#review = review;
		this.#undone = [];
		if (review) void this.#journal.append(review);
		this.#keepPlace();
	}

	#reviewOf(earned: Earned & Partial<Review>): Review | undefined {
		return this.#asked && reviewOf(this.#asked, this.#course.today, this.hints, this.#course.rules.presetOf(this.#asked.card.id), earned);
	}

	#showAnswer(): void {
		if (!this.#asked) return;
		const { card, before } = this.#asked;
		this.#rests = previewRests(card.id, before, { at: now(), day: this.#course.today }, this.#course.rules.of(card.id));
		this.stage = 'answer';
	}

	async #next(): Promise<void> {
		const { outcome, confidence } = this.#review ?? {};
		const session = this.#course.next(outcome === 'wrong' && confidence === 'sure');
		if (!session) return;
		await this.#show(session);
		this.#keepPlace();
	}

	/** Puts a session's card on the screen; all of it changes at once, when the card's text is there or cannot be had. */
	async #show(session: Session): Promise<void> {
		const id = session.current?.id;
		const card = id === undefined ? undefined : await loadCard(id).catch(() => 'unloaded' as const);
		this.#course.session = session;
		this.#review = undefined;
		this.#rests = undefined;
		this.hints = 0;
		this.#unloaded = card === 'unloaded';
		this.#asked = card === 'unloaded' ? undefined : card && ask(card, this.#journal.progress.cards.get(card.id));
		this.stage = this.#asked ? firstStage(this.#asked.card.note) : 'question';
		this.answer = this.#asked?.blank ?? {};
		// The texts of the cards to come are there before they are wanted; if not, they are loaded when they are.
		for (const next of comingUp(session)) loadCard(next).catch(() => undefined);
	}

	#keepPlace(): void {
		this.#course.keepPlace(this.#review !== undefined);
	}
}
