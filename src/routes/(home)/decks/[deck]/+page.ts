import { error } from '@sveltejs/kit';
import { deckNamed, decks, loadDeck } from '#lib/app/library.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => decks().map(({ name }) => ({ deck: name }));

export const load: PageLoad = async ({ params }) => {
	const entry = deckNamed(params.deck);
	const deck = await loadDeck(params.deck);
	if (entry === undefined || deck === undefined) error(404);
	return { entry, deck };
};
