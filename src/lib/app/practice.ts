import type { Deck, ScenarioNote } from '#lib/core/deck/deck.ts';
import { scenarioName } from '#lib/core/session/uses.ts';
import { now, startOfDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { deckNamed } from './library.ts';
import { LiveRun } from './scenario-run.svelte.ts';
import { readPreferences, type Preferences } from './preferences.ts';
import { loadScenario, unfinishedRun } from './scenarios.ts';
import { dayOf } from './scope.ts';

/** A run of a scenario that the student chose. */
export interface Practice {
	readonly run: LiveRun;
	/** How the student wants to be asked. */
	readonly preferences: Preferences;
}

/** A run of one scenario, chosen by its deck and id: one that was left in its middle first. Undefined if there is no such scenario. */
export async function openRun(journal: Journal, deckName: string, id: string): Promise<Practice | undefined> {
	const name = deckNamed(deckName)?.scenarios.find((one) => one.id.endsWith(`/${id}`))?.id;
	const scenario = name === undefined ? undefined : await loadScenario(name);
	if (scenario === undefined) return undefined;
	const run = unfinishedRun(journal, scenario, dayOf(journal, now()));
	return { run: new LiveRun(journal, { scenario, ...(run === undefined ? {} : { run }) }), preferences: await readPreferences(journal) };
}

/** A scenario as its deck's page lists it. */
export interface ScenarioState {
	readonly note: ScenarioNote;
	/** How many runs the log has of it. */
	readonly runs: number;
	/** The day of the last one. */
	readonly last: Date | undefined;
	/** A run of it was left in its middle. */
	readonly unfinished: boolean;
}

/** The scenarios of a deck in the order of its text, with how often they were seen. */
export function scenariosOf(deck: Deck, deckName: string, journal: Journal): readonly ScenarioState[] {
	const today = dayOf(journal, now());
	const all = [...journal.progress.runs.values()];
	return deck.notes
		.filter((note): note is ScenarioNote => note.kind === 'scenario')
		.map((note) => {
			const runs = all.filter(({ scenario }) => scenario === scenarioName(deck.namespace, note));
			const last = runs.length === 0 ? undefined : Math.max(...runs.map(({ lastDay }) => lastDay));
			return {
				note,
				runs: runs.length,
				last: last === undefined ? undefined : startOfDay(last, journal.parameters.rolloverHour),
				unfinished: unfinishedRun(journal, { note, deck }, today) !== undefined
			};
		});
}
