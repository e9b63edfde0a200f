/** What the page of a card shows: its text, its history, its place. */
import { cardsOf, noteKey, type Card, type CardId } from '#lib/core/card/card.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { curveOf, type Curve } from '#lib/core/schedule/curve.ts';
import { concerning, historyOf, type Past } from '#lib/core/schedule/history.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { loadCard, placeOf, type ShelvedCard } from './library.ts';
import { loadScenario } from './scenarios.ts';
import { dayOf, rulesOn } from './scope.ts';

/** A card of which something can be shown. */
export interface PagedCard {
	readonly id: CardId;
	/** The card with its text; for a use card the term's; undefined for a use card without one. */
	readonly card: ShelvedCard | undefined;
	/** Its note's other cards. */
	readonly siblings: readonly Card[];
	/** Set for a use card: what it asks is drawn from scenarios. */
	readonly use: { readonly name: string } | undefined;
	/** Where it stands in its deck's text: the file, and the line from 1. */
	readonly place: { readonly file: string; readonly line: number } | undefined;
}

/** A card by its key; undefined if no deck has it. A use card goes by its term, or by its scenario. */
export async function loadPaged(id: CardId): Promise<PagedCard | undefined> {
	const isUse = id.endsWith('/use');
	const card = await loadCard(isUse ? (`${noteKey(id)}/forward` as CardId) : id);
	const scenario = isUse && card === undefined ? await loadScenario(noteKey(id)) : undefined;
	if (card === undefined && scenario === undefined) return undefined;
	const siblings = card ? cardsOf(card.deck.namespace, card.note).filter((one) => one.id !== id) : [];
	const place = card && (await placeOf(card.deckName, card.note.id));
	const name = card?.note.prompt ?? scenario?.note.prompt ?? '';
	return { id, card, siblings, use: isUse ? { name } : undefined, place };
}

/** Entries of the whole log that can have to do with a card. Reads all of it. */
export async function readHistory(id: CardId, journal: Journal): Promise<readonly Entry[]> {
	return concerning(id, await journal.entries());
}

/** What happened to a card, with what has come in since its history was read. */
export function pastOf(id: CardId, read: readonly Entry[], journal: Journal): readonly Past[] {
	return historyOf(id, merge(read, concerning(id, journal.folded.tail)));
}

/** A card's forgetting curve up to today; undefined while no answer counts. */
export function curveFrom(id: CardId, past: readonly Past[], journal: Journal): Curve | undefined {
	const today = dayOf(journal, now());
	const { desiredRetention, longestIntervalDays } = rulesOn(journal, today).of(id);
	const held = past.flatMap(({ act, memory, counts }) => (counts && memory && 'day' in act ? [{ day: act.day, memory }] : []));
	return curveOf(held, today, desiredRetention, longestIntervalDays);
}
