import type { CardId } from '#lib/core/card/card.ts';
import type { Step, StepOption } from '#lib/core/deck/deck.ts';
import type { Choice, Confidence } from '#lib/core/review/entry.ts';
import { CONTINUE, outcomeOf, stepBehind, type ScenarioRun } from './scenario.ts';
import { stepsOf, usesOf } from './uses.ts';

/** What an option of a step that was gone through would have meant; its feedback says it in words. */
export interface Meant {
	readonly option: StepOption;
	readonly chosen: boolean;
	/** The step to which it leads; undefined for the end. */
	readonly to: Step | undefined;
}

/** One choice of a run, looked back on. */
export interface LookedBack {
	readonly step: Step;
	readonly outcome: Choice['outcome'];
	readonly confidence?: Confidence;
	/** Every option in the order of the deck's text; none where there was only "Continue". */
	readonly options: readonly Meant[];
}

/** A concept that a run has put to use: whether its first graded choice about it was right. That one alone counts for its use card. */
export interface Exercised {
	readonly use: CardId;
	readonly outcome: 'right' | 'wrong';
}

/** A run looked back on, by the text of the scenario as it is now. */
export interface Debrief {
	readonly choices: readonly LookedBack[];
	/** In the order in which they were met. */
	readonly exercised: readonly Exercised[];
}

/** What was chosen in a run, what each option would have meant, and the concepts exercised. */
export function debriefOf({ namespace, note, path }: ScenarioRun): Debrief {
	const steps = stepsOf(note);
	const exercised = new Map<CardId, Exercised>();
	const choices = path.flatMap(({ step: id, option, confidence }): LookedBack[] => {
		const step = steps.find((one) => one.id === id);
		if (step === undefined) return [];
		const chosen = option === CONTINUE ? undefined : step.options[option];
		const outcome = outcomeOf(step, chosen);
		if (outcome !== 'none') {
			for (const use of usesOf(namespace, note, step, chosen)) if (!exercised.has(use)) exercised.set(use, { use, outcome });
		}
		const options = step.options.map((one) => ({ option: one, chosen: one === chosen, to: stepBehind(note, step, one) }));
		return [{ step, outcome, options, ...(confidence === undefined ? {} : { confidence }) }];
	});
	return { choices, exercised: [...exercised.values()] };
}
