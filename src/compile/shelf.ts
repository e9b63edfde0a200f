import type { ScenarioNote } from '#lib/core/deck/deck.ts';
import { usedConcepts } from '#lib/core/deck/parts.ts';
import { cardId } from '#lib/core/card/card.ts';
import { poolScenario } from '#lib/core/session/uses.ts';
import type { ShelfEntry } from 'virtual:library';
import type { CompiledDeck } from './compile-deck.ts';

/**
 * The shelf: what the queue needs of each deck while no text is loaded. Which concepts are asked by scenarios follows from all decks
 * of a namespace together; a deck has those use cards that its own scenarios can answer.
 */
export function shelfOf(decks: readonly CompiledDeck[]): readonly ShelfEntry[] {
	const asked = new Set(namespacesOf(decks).flatMap((namespace) => usesIn(namespace, decks)));
	return decks.map(({ deck: { namespace, notes }, entry }) => {
		const scenarios = notes.filter((note) => note.kind === 'scenario').map((note) => poolScenario(namespace, note));
		const uses = new Set(scenarios.flatMap((scenario) => scenario.uses));
		return { ...entry, scenarios, uses: [...uses].filter((use) => asked.has(use)) };
	});
}

function namespacesOf(decks: readonly CompiledDeck[]): readonly string[] {
	return [...new Set(decks.map(({ deck }) => deck.namespace))];
}

/** The use cards of a namespace: of the concepts that several scenarios are about, and of each scenario that is about none. */
function usesIn(namespace: string, decks: readonly CompiledDeck[]) {
	const scenarios = decks
		.filter(({ deck }) => deck.namespace === namespace)
		.flatMap(({ deck }) => deck.notes.filter((note): note is ScenarioNote => note.kind === 'scenario'));
	return [...usedConcepts(scenarios), ...scenarios.map(({ id }) => id)].map((id) => cardId(namespace, id, 'use'));
}
