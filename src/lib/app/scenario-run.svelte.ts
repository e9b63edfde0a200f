import type { CardId } from '#lib/core/card/card.ts';
import type { Choice, Confidence, Millis, RunId } from '#lib/core/review/entry.ts';
import { debriefOf, type Debrief, type LookedBack } from '#lib/core/session/debrief.ts';
import {
	askedIn,
	choiceEntry,
	choose,
	CONTINUE,
	isOver,
	resumeRun,
	startRun,
	undoChoice,
	type ScenarioRun,
	type StepAsked
} from '#lib/core/session/scenario.ts';
import type { Step } from '#lib/core/deck/deck.ts';
import { Acting } from './acting.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import type { Drawn, ShelvedScenario } from './scenarios.ts';
import { dayOf, rulesOn } from './scope.ts';

/** What of a run is shown: a step that asks, what is said of the choice in it, or the debrief. */
export type RunStage = 'asked' | 'said' | 'over';

/** A run through a scenario on the screen, and what the student does with it. Each choice is in the log at once. */
export class LiveRun {
	readonly scenario: ShelvedScenario;
	readonly #journal: Journal;
	readonly #acting: Acting;
	#run = $state.raw<ScenarioRun>() as ScenarioRun;
	/** The run that is in the log, while a "What if?" is on the screen; and the choice from which that goes its own way. */
	#own = $state.raw<{ readonly run: ScenarioRun; readonly from: number }>();
	/** The entry of each choice in the log; none where it is so old that this page has not read it. */
	#entries = $state.raw<readonly (Choice | undefined)[]>([]);
	#turn = $state.raw<object>({});
	#stage = $state<RunStage>('asked');
	#resumed = $state(false);
	#shownAt: Millis = now();
	/** The option chosen and not yet handed in, as an index into the deck's text. */
	chosen = $state<number>();
	hints = $state(0);

	/** Starts a run; or goes on with one, at the step where it was left. */
	constructor(journal: Journal, { scenario, run }: Drawn) {
		this.scenario = scenario;
		this.#journal = journal;
		this.#acting = new Acting(journal);
		if (run === undefined) this.startOver();
		else this.#resume(run);
	}

	/** Changes with everything that begins a new screen. */
	get turn(): unknown {
		return this.#turn;
	}

	get stage(): RunStage {
		return this.#stage;
	}

	/** The step that is to be chosen in. */
	get asked(): StepAsked | undefined {
		return this.#stage === 'asked' ? askedIn(this.#run) : undefined;
	}

	/** The choice that is spoken of, by its order of options too. */
	get said(): (LookedBack & Pick<StepAsked, 'order'>) | undefined {
		const last = this.#stage === 'said' ? this.debrief.choices.at(-1) : undefined;
		return last && { ...last, order: askedIn(undoChoice(this.#run))?.order ?? [] };
	}

	/** The choices that lie behind, the first one first. */
	get past(): readonly LookedBack[] {
		const { choices } = this.debrief;
		return this.#stage === 'said' ? choices.slice(0, -1) : choices;
	}

	get debrief(): Debrief {
		return debriefOf(this.#run);
	}

	/** The step at which the run ended, where one tells how it ended. */
	get ending(): Step | undefined {
		return this.#stage === 'over' ? askedIn(this.#run)?.step : undefined;
	}

	/** The run as it is shown. */
	get run(): ScenarioRun {
		return this.#run;
	}

	/** Whether this is a replay, of which nothing is logged. */
	get whatIf(): boolean {
		return this.#own !== undefined;
	}

	/** Whether it was gone on with at the step where it was left. */
	get resumed(): boolean {
		return this.#resumed;
	}

	/** The use cards that the run has counted for. */
	get counted(): readonly CardId[] {
		const { run } = this.#own?.run ?? this.#run;
		return this.#journal.progress.runs.get(run)?.counted ?? [];
	}

	get canUndo(): boolean {
		return this.whatIf || this.#entries.at(-1) !== undefined;
	}

	/** Whether no choice is taken, because the last one could not be kept yet. */
	get locked(): boolean {
		return this.#journal.failure !== undefined;
	}

	/** Unfolds one more hint. */
	hint(): void {
		if (this.asked) this.hints = Math.min(this.hints + 1, this.asked.step.facts.hints.length);
	}

	/** Hands in the chosen option, or goes on from a step that has none. At a graded step it takes saying how sure one is. */
	handIn(confidence?: Confidence): Promise<void> {
		return this.#acting.act(() => {
			const { asked } = this;
			const option = asked?.order.length === 0 ? CONTINUE : this.chosen;
			if (asked === undefined || option === undefined) return;
			if (asked.graded && !this.whatIf && confidence === undefined) return;
			const sure = asked.graded ? confidence : undefined;
			if (!this.whatIf) this.#log(option, sure);
			this.#run = choose(this.#run, option, sure);
			this.#resumed = false;
			if (option === CONTINUE) this.#ask();
			else this.#stage = 'said';
		});
	}

	/** Goes on from what is said of a choice: to the next step, or to the debrief. */
	next(): Promise<void> {
		return this.#acting.act(() => {
			if (this.#stage === 'said') this.#ask();
		});
	}

	/** Takes the last choice back and asks its step again; at the beginning of a "What if?" goes back to the debrief. */
	undo(): Promise<void> {
		return this.#acting.act(() => {
			if (this.#own && this.#run.path.length <= this.#own.from) {
				this.#endWhatIf();
				return;
			}
			const entry = this.#entries.at(-1);
			if (!this.whatIf) {
				if (entry === undefined) return;
				void this.#journal.retract(entry.id);
				this.#entries = this.#entries.slice(0, -1);
			}
			const taken = this.#run.path.at(-1);
			this.#run = undoChoice(this.#run);
			this.#ask();
			this.chosen = taken === undefined || taken.option === CONTINUE ? undefined : taken.option;
			this.hints = this.whatIf ? 0 : (entry?.hints ?? 0);
		});
	}

	/** Plays the run again from one of its choices on, without logging anything. */
	replay(from: number): Promise<void> {
		return this.#acting.act(() => {
			if (this.#stage !== 'over') return;
			const run = this.#own?.run ?? this.#run;
			const { run: id, namespace, note, path } = this.#run;
			this.#own = { run, from };
			this.#run = { run: id, namespace, note, path: path.slice(0, from) };
			this.#ask();
		});
	}

	/** Goes back from a "What if?" to the debrief of the run itself. */
	endWhatIf(): Promise<void> {
		return this.#acting.act(() => {
			this.#endWhatIf();
		});
	}

	/** Begins the scenario anew; the choices made so far stay in the log, as a run that was left. */
	startOver(): void {
		const { deck, note } = this.scenario;
		this.#run = startRun(deck.namespace, note, newId() as string as RunId);
		this.#entries = [];
		this.#resumed = false;
		this.#ask();
	}

	#resume(run: RunId): void {
		const { deck, note } = this.scenario;
		const path = this.#journal.progress.runs.get(run)?.path ?? [];
		const entries = this.#journal.acts.filter((act): act is Choice => act.kind === 'choice' && act.run === run);
		const unread = path.length - entries.length;
		// The entries say more than the path: how sure the student was. Of an old run only the path is at hand.
		this.#run = resumeRun(deck.namespace, note, run, unread === 0 ? entries : path);
		this.#entries = this.#run.path.map((_, index) => entries[index - unread]);
		this.#ask();
		this.#resumed = this.#stage === 'asked';
	}

	#endWhatIf(): void {
		if (!this.#own) return;
		this.#run = this.#own.run;
		this.#own = undefined;
		this.#ask();
	}

	#ask(): void {
		this.#stage = isOver(this.#run) ? 'over' : 'asked';
		this.chosen = undefined;
		this.hints = 0;
		this.#turn = {};
		this.#shownAt = now();
	}

	#log(option: number, confidence: Confidence | undefined): void {
		// Behind the choice before it, however fast it was made: a run is its choices in the order of the log.
		const at = Math.max(now(), (this.#entries.at(-1)?.at ?? -Infinity) + 1);
		const day = dayOf(this.#journal, at);
		const { deck } = this.scenario;
		const preset = rulesOn(this.#journal, day).decks.has(deck.id) ? { preset: deck.id } : {};
		const entry = choiceEntry(this.#run, option, {
			id: newId(),
			at,
			day,
			...preset,
			hints: this.hints,
			tookMs: at - this.#shownAt,
			...(confidence === undefined ? {} : { confidence })
		});
		this.#entries = [...this.#entries, entry];
		void this.#journal.append(entry);
	}
}
