import type { ScenarioNote, Step, StepOption } from '#lib/core/deck/deck.ts';
import type { Choice, Confidence, RunId } from '#lib/core/review/entry.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import { isGraded, scenarioName, stepsOf, usesOf } from './uses.ts';

/** The option of a step that has none: "Continue". */
export const CONTINUE = -1;

/** One choice of a run: the option as an index in the order of the deck's text, or CONTINUE. */
export interface Taken {
	/** A step's id; VIGNETTE for the vignette's own options. */
	readonly step: string;
	readonly option: number;
	readonly confidence?: Confidence;
}

/** Why a run cannot be gone on with: its deck was edited meanwhile. */
export type Lost =
	/** A step that was chosen in is no longer there, or the choice before it leads elsewhere now. */
	| { readonly why: 'step'; readonly taken: Taken }
	/** An option that was chosen is no longer there. */
	| { readonly why: 'option'; readonly taken: Taken };

/** A run through a scenario. An immutable value: the scenario and what was chosen in it; everything else follows from these. */
export interface ScenarioRun {
	readonly run: RunId;
	readonly namespace: string;
	readonly note: ScenarioNote;
	readonly path: readonly Taken[];
	/** Set where the log has more choices than the scenario as it is now has steps for. Such a run is over. */
	readonly lost?: Lost;
}

/** A step as it is put to the student. */
export interface StepAsked {
	readonly step: Step;
	/** The options as indices in the order of the deck's text, in the order shown; none: a Continue button. */
	readonly order: readonly number[];
	/** Whether some option is right. */
	readonly graded: boolean;
}

/** A run at its beginning. */
export function startRun(namespace: string, note: ScenarioNote, run: RunId): ScenarioRun {
	return { run, namespace, note, path: [] };
}

/** The step that is to be chosen in; undefined when the run is over. The order of its options depends on run and step alone. */
export function askedIn(run: ScenarioRun): StepAsked | undefined {
	const step = run.lost === undefined ? stepAfter(run.note, run.path) : undefined;
	if (step === undefined) return undefined;
	const options = step.options.map((_, index) => index);
	return { step, order: shuffled(options, (index) => index, `${run.run}/${step.id}`), graded: isGraded(step) };
}

/**
 * The run after a choice.
 * @param option the chosen option as an index in the order of the deck's text; CONTINUE at a step without options
 * @throws RangeError if the run is over, or the step has no such option
 */
export function choose(run: ScenarioRun, option: number, confidence?: Confidence): ScenarioRun {
	const { step } = chosenIn(run, option);
	return { ...run, path: [...run.path, { step: step.id, option, ...(confidence === undefined ? {} : { confidence }) }] };
}

/** The run before its last choice; before the first there is nothing to undo. */
export function undoChoice({ run, namespace, note, path }: ScenarioRun): ScenarioRun {
	return { run, namespace, note, path: path.slice(0, -1) };
}

/**
 * A run from the choices that the log has of it, in order (progress.runs has them too): the same run again. Where the scenario's
 * text has changed so that the path is no longer there, the run ends at the last choice that still is, and says so.
 */
export function resumeRun(namespace: string, note: ScenarioNote, run: RunId, choices: readonly Taken[]): ScenarioRun {
	let resumed = startRun(namespace, note, run);
	for (const { step, option, confidence } of choices) {
		const taken: Taken = { step, option, ...(confidence === undefined ? {} : { confidence }) };
		const at = askedIn(resumed)?.step;
		if (at?.id !== step) return { ...resumed, lost: { why: 'step', taken } };
		if (!hasOption(at, option)) return { ...resumed, lost: { why: 'option', taken } };
		resumed = { ...resumed, path: [...resumed.path, taken] };
	}
	return resumed;
}

/**
 * What the log says of a choice that is about to be made in a run.
 * @throws RangeError as `choose`
 */
export function choiceEntry(
	run: ScenarioRun,
	option: number,
	given: Pick<Choice, 'id' | 'at' | 'day' | 'hints' | 'tookMs' | 'confidence' | 'preset'>
): Choice {
	const { step, chosen } = chosenIn(run, option);
	return {
		kind: 'choice',
		run: run.run,
		scenario: scenarioName(run.namespace, run.note),
		step: step.id,
		option,
		outcome: outcomeOf(step, chosen),
		uses: usesOf(run.namespace, run.note, step, chosen),
		...given
	};
}

/** Whether a step only tells how things ended: it asks nothing and nothing comes after it. */
export function isEnding(note: ScenarioNote, step: Step): boolean {
	return step.options.length === 0 && stepBehind(note, step, undefined) === undefined;
}

/** Whether nothing is left to be chosen in a run: it is over, or stands at an ending. */
export function isOver(run: ScenarioRun): boolean {
	const step = askedIn(run)?.step;
	return step === undefined || isEnding(run.note, step);
}

/** Where a choice leads in the text as it is now: to a step, or to the end. */
export function stepBehind(note: ScenarioNote, step: Step, option: StepOption | undefined): Step | undefined {
	const steps = stepsOf(note);
	const { goto } = option ?? {};
	if (goto === undefined) return steps[steps.findIndex(({ id }) => id === step.id) + 1];
	return goto.to === 'end' ? undefined : steps.find(({ id }) => id === goto.step);
}

/** Whether a choice was right; none where no option of the step is. */
export function outcomeOf(step: Step, chosen: StepOption | undefined): Choice['outcome'] {
	if (chosen === undefined || !isGraded(step)) return 'none';
	return chosen.right ? 'right' : 'wrong';
}

function chosenIn(run: ScenarioRun, option: number): { readonly step: Step; readonly chosen: StepOption | undefined } {
	const step = askedIn(run)?.step;
	if (step === undefined) throw new RangeError('The run is over.');
	if (!hasOption(step, option)) throw new RangeError(`The step has no option ${option}.`);
	return { step, chosen: step.options[option] };
}

function hasOption({ options }: Step, option: number): boolean {
	return options.length === 0 ? option === CONTINUE : options[option] !== undefined;
}

function stepAfter(note: ScenarioNote, path: readonly Taken[]): Step | undefined {
	const steps = stepsOf(note);
	const last = path.at(-1);
	if (last === undefined) return steps[0];
	const step = steps.find(({ id }) => id === last.step);
	return step && stepBehind(note, step, step.options[last.option]);
}
