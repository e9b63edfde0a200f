import { isComplete, isGraded, type Given } from '#lib/core/grade/answer.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Confidence, Rating, Review, RunId } from '#lib/core/review/entry.ts';
import { previewRests, type Rest } from '#lib/core/schedule/preview.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { remaining, type Session } from '#lib/core/session/session.ts';
import { Acting } from './acting.ts';
import { answerAgain, ask, firstStage, isTyped, overruledBy, reviewOf, thinksFirst, type Asked, type Earned, type Stage } from './asked.ts';
import { now } from './clock.ts';
import { Course } from './course.svelte.ts';
import { gradedAnswer, NOT_KNOWN } from './grading.ts';
import type { Journal } from './journal.svelte.ts';
import type { ShelvedCard } from './library.ts';
import type { LiveRun } from './scenario-run.svelte.ts';
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
	readonly #acting: Acting;
	/** The scenario on the screen, which asks a use card. */
	#run = $state.raw<LiveRun>();
	#answer = $state.raw<Given>({});
	/** Whether the text of the next card could not be loaded: it can be tried again. */
	unloaded = $state(false);
	stage = $state<Stage>('question');
	hints = $state(0);
	/** Why what was handed in could not be read. */
	problem = $state<string>();

	/** Starts with what a scope asks today; at the card where it was left today. */
	static async start(journal: Journal, scope: Scope): Promise<Study> {
		const study = new Study(journal, await Course.of(journal, scope));
		await study.#turnTo(await study.#course.resumed());
		return study;
	}

	private constructor(journal: Journal, course: Course) {
		this.#journal = journal;
		this.#course = course;
		this.#acting = new Acting(journal);
	}

	get card(): ShelvedCard | undefined {
		return this.#asked?.card;
	}

	/** The run that asks the use card whose turn it is. */
	get run(): LiveRun | undefined {
		return this.#run;
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
		return this.#run?.canUndo === true || this.#course.lastReview !== undefined || this.#course.lastRan !== undefined;
	}

	/** Whether an answer that was taken back can be given again as it was. */
	get canRedo(): boolean {
		return this.#undone.at(-1)?.cardId === this.card?.id && this.#undone.length > 0 && this.#review === undefined;
	}

	/** Whether no answer is taken, because the last one could not be kept yet. */
	get locked(): boolean {
		return this.#journal.failure !== undefined;
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
		return this.#acting.act(async () => {
			if (this.stage !== 'answer' || this.#review) return;
			await this.#giveAndGoOn({ outcome: 'self', rating });
		});
	}

	/** Hands in the answer; what it earned is logged at once. What cannot be read is said, and not logged. */
	handIn(confidence?: Confidence): Promise<void> {
		return this.#acting.act(() => {
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
		return this.#acting.act(() => {
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
		return this.#acting.act(() => {
			const review = this.#review;
			if (!review || rating === review.rating) return;
			this.#review = overruledBy(rating, review);
			void this.#journal.retract(review.id, this.#review);
		});
	}

	/** Goes on from the feedback on an answer. */
	next(): Promise<void> {
		return this.#acting.act(async () => {
			if (this.#review) await this.#next();
		});
	}

	/** Goes on from the scenario that was run through. */
	ran(): Promise<void> {
		return this.#acting.act(async () => {
			if (this.#run?.stage === 'over') await this.#turnTo(await this.#course.goOn({ kind: 'ran', counted: this.#run.counted, now: now() }));
		});
	}

	/** Takes the last answer back and shows its card as it was. */
	undo(): Promise<void> {
		if (this.#run?.canUndo) return this.#run.undo();
		return this.#acting.act(async () => {
			const { lastReview: review, lastRan: ran } = this.#course;
			if (ran) {
				await this.#turnTo(this.#course.backTo(ran.use), ran.run);
				await this.#run?.undo();
			}
			if (review === undefined || ran) return;
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
		return this.#acting.act(async () => {
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
		return this.#acting.follow(async () => {
			if (this.unloaded) await this.#show(this.#course.session);
			return !this.unloaded;
		});
	}

	async #giveAndGoOn(earned: Earned & Partial<Review>): Promise<void> {
		const review = this.#reviewOf(earned);
		if (review) await this.#course.count(review, this.before);
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
		const session = await this.#course.next(outcome === 'wrong' && confidence === 'sure');
		if (session) await this.#turnTo(session);
	}

	async #turnTo(session: Session, ran?: RunId): Promise<void> {
		await this.#show(session, ran);
		this.#keepPlace();
	}

	/** Puts a session's card on the screen; all of it changes at once, when the card's text is there or cannot be had. */
	async #show(session: Session, ran?: RunId): Promise<void> {
		const { card, run, unloaded, session: shown } = await this.#course.load(session, ran);
		this.#course.session = shown;
		this.#review = undefined;
		this.#rests = undefined;
		this.hints = 0;
		this.unloaded = unloaded;
		this.#run = run;
		this.#asked = card && ask(card, this.#journal.progress.cards.get(card.id));
		this.stage = this.#asked ? firstStage(this.#asked.card.note) : 'question';
		this.answer = this.#asked?.blank ?? {};
		this.#course.loadAhead();
	}

	#keepPlace(): void {
		this.#course.keepPlace(this.#review !== undefined);
	}
}
