import type { CardId } from '#lib/core/card/card.ts';
import type { Extra } from '#lib/core/session/extra.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { cardIds, loadCard, type ShelvedCard } from './library.ts';
import { dayOf, queueIn } from './scope.ts';

/** How many cards a way of studying more than is due would ask now, of one deck or of all. */
export function countExtra(extra: Extra, journal: Journal, deckName: string | undefined): number {
	const scope = { extra, ...(deckName === undefined ? {} : { deckName }) };
	return queueIn(scope, cardIds(deckName), journal, dayOf(journal, now())).ahead.length;
}

/** A card that was put away because it was forgotten again and again. */
export interface Leech {
	readonly card: ShelvedCard;
	/** On how many days it was forgotten. */
	readonly lapses: number;
}

/** The leeches of all decks. */
export async function leeches(journal: Journal): Promise<readonly Leech[]> {
	const found = cardIds().flatMap((id) => {
		const state = journal.progress.cards.get(id);
		return state?.leech ? [{ id, lapses: state.lapses }] : [];
	});
	const cards = await Promise.all(found.map(async ({ id, lapses }) => ({ card: await loadCard(id), lapses })));
	return cards.flatMap(({ card, lapses }) => (card ? [{ card, lapses }] : []));
}

/** Brings a suspended card back. */
export function bringBack(journal: Journal, cardId: CardId): void {
	void journal.append({ kind: 'unsuspend', id: newId(), at: now(), cardId });
}
