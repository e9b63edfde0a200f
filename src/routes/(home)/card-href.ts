import { resolve } from '$app/paths';
import type { CardId } from '#lib/core/card/card.ts';

/** The address of a card's page. */
export function cardHref(id: CardId): string {
	return `${resolve('/(home)/card')}/?id=${encodeURIComponent(id)}`;
}
