import fc from 'fast-check';
import type { Facts, Goto, ScenarioNote, Step, StepOption } from '#lib/core/deck/deck.ts';
import type { Choice, EntryId, RunId } from '#lib/core/review/entry.ts';
import { askedIn, choiceEntry, choose, CONTINUE, startRun, type ScenarioRun } from '#lib/core/session/scenario.ts';

export const RUN = 'run-1' as RunId;

export function factsAbout(...about: readonly string[]): Facts {
	return { hints: [], citations: [], about, partOf: [], needs: [], tags: [], other: [] };
}

/** An option: its text, whether it is right, where it leads ('end', a step's id, or on), and what it is about. */
export function option(text: string, right: boolean, to?: string, ...about: readonly string[]): StepOption {
	const goto: Goto | undefined = to === undefined ? undefined : to === 'end' ? { to: 'end' } : { to: 'step', step: to };
	return { text, right, facts: factsAbout(...about), ...(goto ? { goto } : {}) };
}

export function step(id: string, options: readonly StepOption[], ...about: readonly string[]): Step {
	return { id, title: id, text: `At ${id}.`, options, facts: factsAbout(...about) };
}

export function scenario(steps: readonly Step[], options: readonly StepOption[] = [], ...about: readonly string[]): ScenarioNote {
	return {
		kind: 'scenario',
		id: 'buyer',
		idWritten: true,
		prompt: 'One buyer left',
		vignette: 'Gas.',
		options,
		steps,
		facts: factsAbout(...about)
	};
}

/** What is known of an answer; one a minute, in the order of `index`. */
export function given(index: number, day = 100): Pick<Choice, 'id' | 'at' | 'day' | 'hints' | 'tookMs'> {
	return { id: `choice-${String(index).padStart(3, '0')}` as EntryId, at: day * 86_400_000 + index * 60_000, day, hints: 0, tookMs: 900 };
}

const conceptsArb = fc.uniqueArray(fc.constantFrom('anarchy', 'leverage', 'cost'), { maxLength: 2 });
const STEPS = ['one', 'two', 'three', 'four', 'five'];

/** A scenario with any graph: options lead on, to any step, also back, or to the end; some steps have none. */
export const scenarioArb: fc.Arbitrary<ScenarioNote> = fc.integer({ min: 0, max: STEPS.length }).chain((count) => {
	const ids = STEPS.slice(0, count);
	const optionsArb = (least: number) =>
		fc.array(
			fc
				.record({ right: fc.boolean(), to: fc.constantFrom(undefined, 'end', ...ids), about: conceptsArb })
				.map(({ right, to, about }) => option('x', right, to, ...about)),
			{ minLength: least, maxLength: 3 }
		);
	return fc
		.record({
			options: optionsArb(count === 0 ? 1 : 0),
			steps: fc.tuple(
				...ids.map((id) => fc.record({ options: optionsArb(0), about: conceptsArb }).map((it) => step(id, it.options, ...it.about)))
			),
			about: conceptsArb
		})
		.map(({ options, steps, about }) => scenario(steps, options, ...about));
});

/** A scenario, a run through some of it, and the entries that the run wrote. */
export const runArb = fc.tuple(scenarioArb, fc.array(fc.nat(), { maxLength: 12 })).map(([note, picks]) => {
	const runs: ScenarioRun[] = [startRun('power', note, RUN)];
	const entries: Choice[] = [];
	for (const [index, pick] of picks.entries()) {
		const run = runs.at(-1);
		const asked = run && askedIn(run);
		if (!asked) break;
		const chosen = asked.order.length === 0 ? CONTINUE : pick % asked.order.length;
		const confidence = (['sure', 'unsure', 'guess'] as const)[pick % 3];
		entries.push(choiceEntry(run, chosen, { ...given(index), ...(confidence ? { confidence } : {}) }));
		runs.push(choose(run, chosen, confidence));
	}
	return { note, runs, entries };
});
