import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { CardStates } from '#lib/core/schedule/state.ts';
import type { Gathered } from './gather.ts';

/**
 * Keeps siblings a day apart: of each note one card a day, and none where a sibling was answered today or is in its steps.
 * A review goes before a new card. Cards in their steps always stay.
 */
export function keepSiblingsApart(gathered: Gathered, states: CardStates, today: Day): Gathered {
	const taken = new Map<string, CardId>();
	for (const [id, state] of states) if (state.lastDay === today) taken.set(noteKey(id), id);
	for (const { id } of gathered.waiting) taken.set(noteKey(id), id);
	const free = (id: CardId) => {
		const note = noteKey(id);
		const first = taken.get(note);
		if (first === undefined) taken.set(note, id);
		return first === undefined || first === id;
	};
	const longestDueFirst = [...gathered.reviews].sort((a, b) => a.day - b.day);
	const kept = new Set(longestDueFirst.filter(({ id }) => free(id)));
	return { ...gathered, reviews: gathered.reviews.filter((review) => kept.has(review)), fresh: gathered.fresh.filter(free) };
}
