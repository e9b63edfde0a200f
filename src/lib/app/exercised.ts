import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Markdown } from '#lib/core/deck/deck.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import type { Exercised } from '#lib/core/session/debrief.ts';
import { scenarioName } from '#lib/core/session/uses.ts';
import { retained } from '#lib/core/stats/retention.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard } from './library.ts';
import { poolIn, type ShelvedScenario } from './scenarios.ts';
import { dayOf, rulesOn } from './scope.ts';

/** A concept that a run has put to use, as the debrief lists it. */
export interface Idea {
	readonly use: CardId;
	/** The term's own words; the scenario's title where it is about no concept. */
	readonly name: Markdown;
	/** The deck of the term; undefined where no deck defines it. */
	readonly deckName: string | undefined;
	readonly outcome: Exercised['outcome'];
	/** How likely it would be put to use now, 0 to 1; undefined before the first run that counted. */
	readonly retained: number | undefined;
	/** In how many days it is asked again; undefined where no scenario is drawn for it. */
	readonly days: number | undefined;
}

/** The concepts exercised in a run, with what the log says of them now. */
export function ideasOf(exercised: readonly Exercised[], scenario: ShelvedScenario, journal: Journal): Promise<readonly Idea[]> {
	const { uses } = poolIn({});
	const today = dayOf(journal, now());
	const { cards } = journal.progress;
	const own = scenarioName(scenario.deck.namespace, scenario.note);
	return Promise.all(
		exercised.map(async ({ use, outcome }) => {
			const term = await loadCard(`${noteKey(use)}/forward` as CardId);
			const state = cards.get(use);
			const due = uses.includes(use) && state && !isNew(state) ? dueOf(use, state, rulesOn(journal, today).of(use)) : undefined;
			const name = term?.note.prompt ?? (noteKey(use) === own ? scenario.note.prompt : noteKey(use).split('/').slice(1).join('/'));
			return {
				use,
				name,
				outcome,
				deckName: term?.deckName,
				retained: retained([use], cards, today),
				days: due?.kind === 'day' ? due.day - today : undefined
			};
		})
	);
}
