import type { CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import { readPlace, type Place } from '#lib/core/session/place.ts';
import type { Journal } from './journal.svelte.ts';
import type { Scope } from './scope.ts';

const SETTING = 'place';

/** Where a session of a scope was left today; undefined if it was not. */
export async function placeIn({ settings }: Journal, scope: Scope, today: Day): Promise<Place | undefined> {
	const place = readPlace(await settings.get(SETTING).catch(() => undefined));
	return place?.day === today && place.scope === nameOf(scope) ? place : undefined;
}

/** Remembers where a session stands. Only a convenience: where it cannot be kept, the session starts at the head of the queue. */
export function keepPlace({ settings }: Journal, scope: Scope, day: Day, answered: number, cardId: CardId | undefined): void {
	const place: Place = { day, scope: nameOf(scope), answered, ...(cardId === undefined ? {} : { cardId }) };
	settings.set(SETTING, place).catch(() => undefined);
}

function nameOf({ deckName, concept, extra }: Scope): string {
	return JSON.stringify([deckName, concept, extra]);
}
