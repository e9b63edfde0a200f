import { noteKey, type CardId } from '#lib/core/card/card.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';
import type { Gathered } from './gather.ts';

/** What is left when siblings are kept apart. */
export interface Apart extends Omit<Gathered, 'fresh'> {
	/** To be read once, and only as far as the day's limit goes: there may be 100,000. */
	readonly fresh: Iterable<CardId>;
}

/**
 * Keeps siblings a day apart: of each note one card a day, and none where a sibling was answered today or is in its steps.
 * A review goes before a new card. Cards in their steps always stay. A concept's use card is no sibling of its recall: session.ts
 * keeps the two some cards apart.
 */
export function keepSiblingsApart(gathered: Gathered, cards: CardStates, today: Day): Apart {
	const taken = new Map<string, CardId>();
	for (const [id] of cards.answeredOn(today)) if (!isUse(id)) taken.set(noteKey(id), id);
	for (const { id } of gathered.waiting) taken.set(noteKey(id), id);
	const free = (id: CardId) => {
		const note = noteKey(id);
		const first = taken.get(note);
		if (first === undefined) taken.set(note, id);
		return first === undefined || first === id;
	};
	const longestDueFirst = [...gathered.reviews].sort((a, b) => a.day - b.day);
	const kept = new Set(longestDueFirst.filter(({ id }) => free(id)));
	return {
		...gathered,
		reviews: gathered.reviews.filter((review) => kept.has(review)),
		exam: gathered.exam.filter(free),
		fresh: passing(gathered.fresh, free)
	};
}

function* passing(ids: readonly CardId[], free: (id: CardId) => boolean): Iterable<CardId> {
	for (const id of ids) if (free(id)) yield id;
}

/** Whether a card is a concept's use card, which a scenario asks. */
export function isUse(id: CardId): boolean {
	return id.endsWith('/use');
}
