import { cardId, type CardId } from '#lib/core/card/card.ts';
import type { Facts, ScenarioNote, Step, StepOption } from '#lib/core/deck/deck.ts';
import type { PoolScenario } from './offer.ts';

/** The step that the vignette is, if it has options of its own. No written step has this id: a slug is never empty. */
export const VIGNETTE = '';

/** What a choice needs to know of its step. */
export type Choices = Pick<Step, 'id' | 'options' | 'facts'>;

/** The name of a scenario in the log and in the pool: "namespace/note id". */
export function scenarioName(namespace: string, note: Pick<ScenarioNote, 'id'>): string {
	return `${namespace}/${note.id}`;
}

/** The steps of a scenario in the order of its text; the vignette is the first. Its facts are the scenario's. */
export function stepsOf({ vignette, options, facts, prompt, steps }: ScenarioNote): readonly Step[] {
	return [{ id: VIGNETTE, title: prompt, text: vignette, options, facts }, ...steps];
}

/** Whether a step has a right option; several are several defensible choices. */
export function isGraded({ options }: Pick<Step, 'options'>): boolean {
	return options.some(({ right }) => right);
}

/**
 * The use cards of the concepts that a choice is about: the option's `About` replaces the step's, the step's the scenario's. Where
 * none of them names a concept, the scenario has a use card of its own.
 */
export function usesOf(namespace: string, note: ScenarioNote, step: Choices, option?: StepOption): readonly CardId[] {
	const about = [option?.facts, step.facts, note.facts].map(conceptsOf).find((names) => names.length > 0) ?? [note.id];
	return [...new Set(about)].map((concept) => cardId(namespace, concept, 'use'));
}

/** A scenario as it is drawn: with the use cards that some graded choice of it is about. */
export function poolScenario(namespace: string, note: ScenarioNote): PoolScenario {
	const graded = stepsOf(note).filter(isGraded);
	const uses = graded.flatMap((step) => step.options.flatMap((option) => usesOf(namespace, note, step, option)));
	return { id: scenarioName(namespace, note), uses: [...new Set(uses)] };
}

function conceptsOf(facts: Facts | undefined): readonly string[] {
	return facts?.about ?? [];
}
