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

/** A card that is put away until it is brought back. */
export interface PutAwayCard {
	readonly card: ShelvedCard;
	/** It was put away by itself, because it was forgotten again and again; else by the student. */
	readonly leech: boolean;
	/** On how many days it was forgotten. */
	readonly lapses: number;
}

/** The cards of all decks that are put away. */
export async function putAway(journal: Journal): Promise<readonly PutAwayCard[]> {
	const found = cardIds().flatMap((id) => {
		const state = journal.progress.cards.get(id);
		return state?.suspended ? [{ id, leech: state.leech, lapses: state.lapses }] : [];
	});
	const cards = await Promise.all(found.map(async ({ id, ...rest }) => ({ card: await loadCard(id), ...rest })));
	return cards.flatMap(({ card, ...rest }) => (card ? [{ card, ...rest }] : []));
}

/** Brings a suspended card back. */
export function bringBack(journal: Journal, cardId: CardId): void {
	void journal.append({ kind: 'unsuspend', id: newId(), at: now(), cardId });
}
