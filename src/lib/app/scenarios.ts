import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Deck, ScenarioNote } from '#lib/core/deck/deck.ts';
import type { Day, RunId } from '#lib/core/review/entry.ts';
import type { Run } from '#lib/core/schedule/progress.ts';
import type { Offer, PoolScenario } from '#lib/core/session/offer.ts';
import { drawScenario, lastSeen, RESTING_DAYS } from '#lib/core/session/pool.ts';
import { isOver, resumeRun } from '#lib/core/session/scenario.ts';
import { scenarioName } from '#lib/core/session/uses.ts';
import type { Journal } from './journal.svelte.ts';
import { decks, loadDeck, loadPictures } from './library.ts';

/** A scenario with the deck that it stands in. */
export interface ShelvedScenario {
	readonly note: ScenarioNote;
	readonly deck: Deck;
	readonly deckName: string;
	/** The addresses of the pictures in the deck's folder, by path from there. */
	readonly pictures: Readonly<Record<string, string>>;
}

/** The scenarios that can be drawn and the use cards that ask for them: of all decks, of one, or those about one concept. */
export function poolIn({ deckName, concept }: { readonly deckName?: string; readonly concept?: string }): Pick<Offer, 'uses' | 'pool'> {
	const shelf = decks().filter(({ name }) => deckName === undefined || name === deckName);
	const uses = new Set(shelf.flatMap((entry) => entry.uses));
	return {
		uses: [...uses].filter((use) => concept === undefined || noteKey(use) === concept),
		pool: shelf.flatMap((entry) => entry.scenarios)
	};
}

/** A scenario with its text, by its name, "namespace/note id"; undefined if no deck has it. */
export async function loadScenario(name: string): Promise<ShelvedScenario | undefined> {
	const deckName = decks().find(({ scenarios }) => scenarios.some(({ id }) => id === name))?.name;
	const deck = deckName === undefined ? undefined : await loadDeck(deckName);
	const note = deck?.notes.find((one): one is ScenarioNote => one.kind === 'scenario' && scenarioName(deck.namespace, one) === name);
	return deck && note && deckName !== undefined ? { note, deck, deckName, pictures: await loadPictures(deckName) } : undefined;
}

/** The last run of a scenario that was left in its middle, while the scenario still rests; undefined if there is none. */
export function unfinishedRun(
	{ progress }: Journal,
	{ note, deck }: Pick<ShelvedScenario, 'note' | 'deck'>,
	today: Day
): RunId | undefined {
	const name = scenarioName(deck.namespace, note);
	return latest(progress.runs, ({ scenario, lastDay, path }, run) => {
		if (scenario !== name || path.length === 0 || lastDay <= today - RESTING_DAYS) return false;
		const resumed = resumeRun(deck.namespace, note, run, path);
		return resumed.lost === undefined && !isOver(resumed);
	});
}

/** What a use card is asked by: a scenario, and the run of it that is to be gone on with, if there is one. */
export interface Drawn {
	readonly scenario: ShelvedScenario;
	readonly run?: RunId;
}

/** The scenario that a use card is asked by now: one that was left in its middle first; undefined while all of them rest. */
export async function drawn(use: CardId, pool: readonly PoolScenario[], journal: Journal, today: Day): Promise<Drawn | undefined> {
	const { runs } = journal.progress;
	for (const { id } of pool.filter(({ uses }) => uses.includes(use))) {
		// A run that has counted for the card already was an answer to an earlier question.
		if (latest(runs, ({ scenario, counted, lastDay }) => scenario === id && mayCount(use, counted, lastDay, today)) === undefined) continue;
		const scenario = await loadScenario(id);
		const run = scenario && unfinishedRun(journal, scenario, today);
		const counted = run && runs.get(run)?.counted;
		if (scenario && run !== undefined && counted && !counted.includes(use)) return { scenario, run };
	}
	const next = drawScenario(use, pool, lastSeen(runs), today);
	const scenario = next && (await loadScenario(next.id));
	return scenario && { scenario };
}

/** The run of today that has answered a use card, which a session may have been left in; undefined if there is none. */
export async function ranToday(use: CardId, { progress: { runs } }: Journal, today: Day): Promise<Drawn | undefined> {
	const run = latest(runs, ({ counted, lastDay }) => lastDay === today && counted.includes(use));
	const scenario = run && (await loadScenario(runs.get(run)?.scenario ?? ''));
	return scenario && { scenario, run };
}

function mayCount(use: CardId, counted: readonly CardId[], lastDay: Day, today: Day): boolean {
	return lastDay > today - RESTING_DAYS && !counted.includes(use);
}

function latest(runs: ReadonlyMap<RunId, Run>, isMeant: (run: Run, id: RunId) => boolean): RunId | undefined {
	let found: { readonly id: RunId; readonly at: number } | undefined;
	for (const [id, run] of runs) if (run.lastAt >= (found?.at ?? -Infinity) && isMeant(run, id)) found = { id, at: run.lastAt };
	return found?.id;
}
