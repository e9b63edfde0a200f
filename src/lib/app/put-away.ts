import type { CardId } from '#lib/core/card/card.ts';
import type { Bury, Day, EntryId, RunId, Suspend } from '#lib/core/review/entry.ts';
import { newId, now } from './clock.ts';

/** How long a card is put away: until the next day, or until the student brings it back. */
export type PutAway = 'today' | 'for-good';

/** A card that was put away while studying, so that it can be taken back. */
export interface Away {
	readonly entry: Bury | Suspend;
	/** The last answer and the last run before it: it is the newest act as long as they are. */
	readonly after: { readonly review: EntryId | undefined; readonly run: RunId | undefined };
	/** Whether the card had been answered on the screen. */
	readonly answered: boolean;
}

/** The entry that puts a card away on a day. */
export function awayEntry(cardId: CardId, how: PutAway, day: Day): Bury | Suspend {
	const base = { id: newId(), at: now(), cardId };
	return how === 'today' ? { kind: 'bury', ...base, until: day + 1 } : { kind: 'suspend', ...base };
}
