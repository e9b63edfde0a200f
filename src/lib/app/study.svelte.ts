import { isGraded } from '#lib/core/grade/answer.ts';
import { suggestedRating } from '#lib/core/grade/rating.ts';
import type { Confidence, Rating, Review, RunId } from '#lib/core/review/entry.ts';
import { previewRests } from '#lib/core/schedule/preview.ts';
import { remaining, type Session } from '#lib/core/session/session.ts';
import type { Sounding } from '#lib/core/session/soundings.ts';
import type { Why } from '#lib/core/session/why.ts';
import { minutesSpent } from '#lib/core/stats/pace.ts';
import { Acting } from './acting.ts';
import { afterPaint } from './after-paint.ts';
import { answerAgain, isTyped, overruledBy, reviewOf, type Asked, type Earned } from './asked.ts';
import { now } from './clock.ts';
import { Course } from './course.svelte.ts';
import { gradedAnswer, NOT_KNOWN } from './grading.ts';
import type { Journal } from './journal.svelte.ts';
import { OnScreen, type Rests } from './on-screen.svelte.ts';
import { readPreferences, type Preferences } from './preferences.ts';
import { awayEntry, type Away, type PutAway } from './put-away.ts';
import type { Scope } from './scope.ts';

/** Studying: a session, the card on the screen, and what the student does with it. */
export class Study extends OnScreen {
	readonly #journal: Journal;
	readonly #course: Course;
	/** Answers taken back and not given anew since, the last one last. */
	#undone = $state.raw<readonly Review[]>([]);
	/** Cards put away and not brought back since, the last one last. */
	#away = $state.raw<readonly Away[]>([]);
	readonly #acting: Acting;

	/** Starts with what a scope asks today; at the card where it was left today. */
	static async start(journal: Journal, scope: Scope): Promise<Study> {
		const [course, preferences] = await Promise.all([Course.of(journal, scope), readPreferences(journal)]);
		const study = new Study(journal, course, preferences);
		await study.#turnTo(await study.#course.resumed());
		return study;
	}

	private constructor(journal: Journal, course: Course, preferences: Preferences) {
		super(preferences);
		this.#journal = journal;
		this.#course = course;
		this.#acting = new Acting(journal);
	}

	/** Cards answered and left behind; a graded one counts once its feedback is left. */
	get answered(): number {
		return this.#course.session.answered;
	}

	get remaining(): number {
		return remaining(this.#course.session);
	}

	/** What is studied. */
	get scope(): Scope {
		return this.#course.scope;
	}

	/** What was done: how long the answers of the session took, at least a minute, and how deep each went. */
	get done(): { readonly minutes: number; readonly soundings: readonly Sounding[] } {
		return { minutes: minutesSpent(this.#course.answers), soundings: this.#course.soundings };
	}

	/** Whether there is an answer of today to take back. */
	get canUndo(): boolean {
		if (this.playing?.canUndo === true || this.#course.lastReview !== undefined) return true;
		return this.#course.lastRan !== undefined || this.#awayLast !== undefined;
	}

	/** Why the card on the screen is asked now. */
	get why(): Why | undefined {
		return this.card && this.#course.whyAsked(this.card.id, this.before);
	}

	/** Whether an answer that was taken back can be given again as it was. */
	get canRedo(): boolean {
		return this.#undone.at(-1)?.cardId === this.card?.id && this.#undone.length > 0 && this.handedIn === undefined;
	}

	/** Whether no answer is taken, because the last one could not be kept yet. */
	get locked(): boolean {
		return this.#journal.failure !== undefined;
	}

	/** Takes the student's own rating of a card that they compared themselves. */
	rate(rating: Rating): Promise<void> {
		return this.#acting.act(async () => {
			if (this.stage !== 'answer' || this.handedIn) return;
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
			if (earned?.outcome === 'unreadable') this.problem = earned.why;
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
		const { outcome, overruled } = this.handedIn ?? {};
		return overruled === undefined && (outcome === 'wrong' || outcome === 'almost') && !this.locked;
	}

	/** Says that an answer was right after all: it gets the rating that it would have earned. */
	claimRight(): Promise<void> {
		return this.overrule(suggestedRating({ outcome: 'right', hints: this.handedIn?.hints ?? 0 }));
	}

	/** Puts the student's rating in the place of the one that the rules gave. */
	overrule(rating: Rating): Promise<void> {
		return this.#acting.act(() => {
			const review = this.handedIn;
			if (!review || rating === review.rating) return;
			this.handedIn = overruledBy(rating, review);
			void this.#journal.retract(review.id, this.handedIn);
		});
	}

	/** Goes on from the feedback on an answer. */
	next(): Promise<void> {
		return this.#acting.act(async () => {
			if (this.handedIn) await this.#next();
		});
	}

	/** Goes on from the scenario that was run through. */
	ran(): Promise<void> {
		return this.#acting.act(async () => {
			if (this.playing?.stage === 'over')
				await this.#turnTo(await this.#course.goOn({ kind: 'ran', counted: this.playing.counted, now: now() }));
		});
	}

	/** Puts the card on the screen away, and goes on. An answer that it was given counts all the same. */
	putAway(how: PutAway): Promise<void> {
		return this.#acting.act(async () => {
			const { card, review } = this;
			if (!card) return;
			const entry = awayEntry(card.id, how, this.#course.today);
			this.#away = [...this.#away, { entry, after: this.#course.lastActs, answered: review !== undefined }];
			void this.#journal.append(entry);
			if (review) await this.#next();
			else await this.#turnTo(await this.#course.goOn({ kind: 'drop', now: now() }));
		});
	}

	/** Takes the last answer back, or the putting away of a card, and shows the card as it was. */
	undo(): Promise<void> {
		if (this.playing?.canUndo) return this.playing.undo();
		return this.#acting.act(async () => {
			const away = this.#awayLast;
			if (away) {
				void this.#journal.retract(away.entry.id);
				this.#away = this.#away.slice(0, -1);
				if (!away.answered) {
					await this.#turnTo(this.#course.broughtBack(away.entry.cardId));
					return;
				}
			}
			const { lastReview: review, lastRan: ran } = this.#course;
			if (ran) {
				await this.#turnTo(this.#course.backTo(ran.use), ran.run);
				await this.playing?.undo();
			}
			if (review === undefined || ran) return;
			const inPlace = this.handedIn?.id === review.id;
			void this.#journal.retract(review.id);
			if (!inPlace) await this.#show(this.#course.backTo(review.cardId));
			this.#undone = [...this.#undone, review];
			this.handedIn = undefined;
			this.hints = review.hints;
			if (this.asked && isGraded(this.asked.card.note)) {
				this.stage = 'options';
				this.answer = answerAgain(this.asked, review);
			} else this.showAnswer();
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

	/** The card put away last, if nothing was done since. */
	get #awayLast(): Away | undefined {
		const last = this.#away.at(-1);
		const { review, run } = this.#course.lastActs;
		return last?.after.review === review && last?.after.run === run ? last : undefined;
	}

	async #giveAndGoOn(earned: Earned & Partial<Review>): Promise<void> {
		const review = this.#reviewOf(earned);
		if (review) await this.#course.count(review, this.before);
		this.#undone = [];
		await this.#next();
	}

	#giveAndStay(earned: Earned & Partial<Review>): void {
		const review = this.#reviewOf(earned);
		this.showAnswer();
		this.handedIn = review;
		this.#undone = [];
		if (review) void this.#journal.append(review);
		this.#keepPlace();
	}

	#reviewOf(earned: Earned & Partial<Review>): Review | undefined {
		return this.asked && reviewOf(this.asked, this.#course.today, this.hints, this.#course.rules.presetOf(this.asked.card.id), earned);
	}

	protected override restsOf({ card, before }: Asked): Rests {
		return previewRests(card.id, before, { at: now(), day: this.#course.today }, this.#course.rules.of(card.id));
	}

	async #next(): Promise<void> {
		const { outcome, confidence } = this.handedIn ?? {};
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
		this.put(card, card && this.#journal.progress.cards.get(card.id), run, unloaded);
		afterPaint(() => {
			this.#journal.openStore();
			this.#course.loadAhead();
		});
	}

	/** At once: whoever closes the app with the next card before their eyes finds it again. */
	#keepPlace(): void {
		this.#course.keepPlace(this.handedIn !== undefined);
	}
}
