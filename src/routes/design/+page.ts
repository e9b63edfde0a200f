import { decks, loadDeck, loadPictures } from '#lib/app/library.ts';
import { cardsOf, type Card } from '#lib/core/card/card.ts';
import type { Deck, ScenarioNote } from '#lib/core/deck/deck.ts';
import type { PageLoad } from './$types';

// For those who build the app: neither linked nor kept on the device (compile/leave-out.mjs).
export const prerender = false;

/** A card of each kind, as a shipped deck has it, and a scenario. */
export const load: PageLoad = async () => {
	const shelf = await Promise.all(decks().map(async ({ name }) => ({ deck: await loadDeck(name), pictures: await loadPictures(name) })));
	const kinds = new Map<string, { readonly card: Card; readonly deck: Deck; readonly pictures: Readonly<Record<string, string>> }>();
	let scenario: { readonly note: ScenarioNote; readonly deck: Deck } | undefined;
	for (const { deck, pictures } of shelf)
		for (const note of deck?.notes ?? []) {
			if (deck === undefined) continue;
			if (note.kind === 'scenario') scenario ??= { note, deck };
			const card = cardsOf(deck.namespace, note)[0];
			if (card && !kinds.has(note.kind)) kinds.set(note.kind, { card, deck, pictures });
		}
	return { kinds: [...kinds], scenario };
};
