import { cardsOf, type Card, type CardId } from '#lib/core/card/card.ts';
import type { Deck, Markdown } from '#lib/core/deck/deck.ts';
import { dueOf, isAway, isDue } from '#lib/core/schedule/due.ts';
import { retrievability } from '#lib/core/schedule/memory.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import type { Standing } from '#lib/words/standing.ts';
import { now, startOfDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { dayOf, rulesOn } from './scope.ts';

/** A card as its deck's page lists it. */
export interface ListedCard {
	readonly card: Card;
	/** Which of its note's cards it is, from 1, and how many there are. */
	readonly number: number;
	readonly of: number;
	readonly standing: Standing;
}

/** A run of cards under one heading. */
export interface Section {
	readonly title: Markdown | undefined;
	readonly cards: readonly ListedCard[];
}

/** The cards of a deck, in the order of its text, with how each stands. */
export function deckContents(deck: Deck, journal: Journal): readonly Section[] {
	const sections: { title: Markdown | undefined; cards: ListedCard[] }[] = [];
	for (const note of deck.notes) {
		if (note.kind === 'scenario') continue; // no card: practice.ts
		const cards = cardsOf(deck.namespace, note);
		const listed = cards.map((card, index) => ({ card, number: index + 1, of: cards.length, standing: standingOf(card.id, journal) }));
		const last = sections.at(-1);
		if (last && last.title === note.section) last.cards.push(...listed);
		else sections.push({ title: note.section, cards: listed });
	}
	return sections;
}

const UNSEEN: Standing = {
	phase: 'new',
	recall: undefined,
	due: false,
	suspended: false,
	leech: false,
	buriedUntil: undefined,
	next: undefined,
	waits: false
};

/** How a card stands now, by its key; one that was never answered is new. */
export function standingOf(id: CardId, journal: Journal): Standing {
	const state = journal.progress.cards.get(id);
	if (state === undefined) return UNSEEN;
	const at = now();
	const day = dayOf(journal, at);
	const { rolloverHour } = journal.parameters;
	const parameters = rulesOn(journal, day).of(id);
	const { suspended, leech, buriedUntil, memory, lastDay, phase } = state;
	const buried = buriedUntil !== undefined && buriedUntil > day ? startOfDay(buriedUntil, rolloverHour) : undefined;
	const away = { suspended, leech, buriedUntil: buried };
	if (isNew(state)) {
		const wanted = state.setDue;
		return { ...UNSEEN, ...away, next: wanted === undefined ? undefined : startOfDay(wanted, rolloverHour) };
	}
	const due = dueOf(id, state, parameters);
	return {
		phase,
		recall: memory && retrievability(memory, day - lastDay),
		due: !isAway(state, day) && isDue(due, at, day),
		...away,
		next: due.kind === 'day' ? startOfDay(due.day, rolloverHour) : new Date(due.at),
		waits: due.kind === 'at'
	};
}
