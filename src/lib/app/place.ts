import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { readPlace, type Place } from '#lib/core/session/place.ts';
import type { Journal } from './journal.svelte.ts';
import type { Scope } from './scope.ts';

const SETTING = 'place';

/** Where a session of a scope was left today; undefined if it was not. */
export async function placeIn(journal: Journal, scope: Scope, today: Day): Promise<Place | undefined> {
	const place = readPlace(await journal.settings.get(SETTING).catch(() => undefined));
	if (place?.day !== today || place.scope !== nameOf(scope)) return undefined;
	const given = journal.answersOn(today).length;
	if (Math.abs(given - place.given) !== 1) return place;
	// An answer, or its undoing, is kept before the place is, and the page was left between the two. The place's card is the one before.
	const { cardId: _, ...rest } = place;
	return { ...rest, given, answered: Math.max(0, place.answered + given - place.given) };
}

/** Remembers where a session stands. Only a convenience: where it cannot be kept, the session starts at the head of the queue. */
export function keepPlace(journal: Journal, scope: Scope, day: Day, answered: number, cardId: CardId | undefined): void {
	const given = journal.answersOn(day).length;
	const place: Place = { day, scope: nameOf(scope), answered, given, ...(cardId === undefined ? {} : { cardId }) };
	journal.settings.set(SETTING, place).catch(() => undefined);
}

function nameOf({ deckName, concept, extra }: Scope): string {
	return JSON.stringify([deckName, concept, extra]);
}
