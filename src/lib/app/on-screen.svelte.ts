import { isComplete, type Given } from '#lib/core/grade/answer.ts';
import type { WhyUnreadable } from '#lib/core/grade/verdict.ts';
import type { Rating, Review } from '#lib/core/review/entry.ts';
import { RATINGS, TWO_RATINGS, type Rest } from '#lib/core/schedule/preview.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { ask, firstStage, thinksFirst, type Asked, type Stage } from './asked.ts';
import type { ShelvedCard } from './library.ts';
import type { Preferences } from './preferences.ts';
import type { LiveRun } from './scenario-run.svelte.ts';

export type Rests = Readonly<Record<Rating, Rest>>;

/** What a session asks now, and how far the student is with it. */
export abstract class OnScreen {
	/** How the student wants to be asked. */
	readonly preferences: Preferences;
	protected asked = $state.raw<Asked>();
	/** The answer of a graded card, from the moment it is handed in until the next card. */
	protected handedIn = $state.raw<Review>();
	/** The scenario on the screen, which asks a use card. */
	protected playing = $state.raw<LiveRun>();
	#rests = $state.raw<Rests>();
	#answer = $state.raw<Given>({});
	/** Whether the text of the next card could not be loaded: it can be tried again. */
	unloaded = $state(false);
	stage = $state<Stage>('question');
	hints = $state(0);
	/** Why what was handed in could not be read. */
	problem = $state.raw<WhyUnreadable>();
	/** Told before something else comes in the place of what is on the screen. */
	onturn: (() => void) | undefined;

	protected constructor(preferences: Preferences) {
		this.preferences = preferences;
	}

	get card(): ShelvedCard | undefined {
		return this.asked?.card;
	}

	/** The run that asks the use card whose turn it is. */
	get run(): LiveRun | undefined {
		return this.playing;
	}

	/** The state of the card on the screen before this answer; none for a new card. */
	get before(): CardState | undefined {
		return this.asked?.before;
	}

	/** Changes with every question, even when the same card is asked again at once. */
	get turn(): unknown {
		return this.asked;
	}

	get order(): readonly number[] {
		return this.asked?.order ?? [];
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

	/** Whether the options of the card on the screen wait until the student asks for them. */
	get thinksFirst(): boolean {
		return this.card !== undefined && this.preferences.thinkFirst && thinksFirst(this.card.note);
	}

	/** The ratings that the student chooses from. */
	get ratings(): readonly Rating[] {
		return this.preferences.ratings === 'two' ? TWO_RATINGS : RATINGS;
	}

	/** Whether a swipe rates the card on the screen: where the student does, and wants it so. */
	get swipes(): boolean {
		return this.preferences.swipe && this.stage === 'answer' && this.handedIn === undefined;
	}

	/** What each rating would do; once the answer is shown. */
	get rests(): Rests | undefined {
		return this.stage === 'answer' ? this.#rests : undefined;
	}

	/** The answer that was handed in to the card on the screen. */
	get review(): Review | undefined {
		return this.handedIn;
	}

	/** Shows the options of a card that has some, or the answer. */
	reveal(): void {
		if (this.stage !== 'question' || !this.card) return;
		if (this.thinksFirst) this.stage = 'options';
		else this.showAnswer();
	}

	/** Unfolds one more hint; once the answer is shown there is nothing left to hint at. */
	hint(): void {
		if (this.stage === 'answer') return;
		this.hints = Math.min(this.hints + 1, this.card?.note.facts.hints.length ?? 0);
	}

	/** What each rating of the card on the screen would do. */
	protected abstract restsOf(asked: Asked): Rests;

	protected showAnswer(): void {
		if (!this.asked) return;
		this.#rests = this.restsOf(this.asked);
		this.stage = 'answer';
	}

	/** Puts a card or a run in the place of what was there: all of it changes at once. */
	protected put(card: ShelvedCard | undefined, before: CardState | undefined, run: LiveRun | undefined, unloaded: boolean): void {
		this.onturn?.();
		this.handedIn = undefined;
		this.#rests = undefined;
		this.hints = 0;
		this.unloaded = unloaded;
		this.playing = run;
		this.asked = card && ask(card, before);
		this.stage = this.asked ? firstStage(this.asked.card.note, this.preferences.thinkFirst) : 'question';
		this.answer = this.asked?.blank ?? {};
	}
}
