import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import { nextDueDay } from '#lib/core/session/next-day.ts';
import { queueOf, type Queue } from '#lib/core/session/queue.ts';
import { minutesFor, paceMs } from '#lib/core/stats/pace.ts';
import { retained } from '#lib/core/stats/retention.ts';
import { localDay, now, startOfDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { cardIds, decks, type ShelfEntry } from './library.ts';

/** A deck as Today lists it. */
export interface DeckToday {
	readonly entry: ShelfEntry;
	/** Cards asked today: in their steps, to review and new. */
	readonly due: number;
	readonly learning: number;
	readonly fresh: number;
	/** The mean chance of recall, 0 to 1; undefined before the first answer. */
	readonly retained: number | undefined;
	/** When it is due next, if it is not due today. */
	readonly next: Date | undefined;
}

/** What Today says. */
export interface Today {
	readonly reviews: number;
	readonly learning: number;
	readonly fresh: number;
	readonly due: number;
	readonly minutes: number;
	readonly answeredToday: number;
	/** When something is due next, if nothing is now. */
	readonly next: Date | undefined;
	readonly decks: readonly DeckToday[];
}

/** What is due at a moment, over all decks and for each; the limits of the day hold over all. */
export function todayOf(journal: Journal, at: Millis): Today {
	const { states, reviews, parameters } = journal;
	const day = localDay(at, parameters.rolloverHour);
	const queue = queueOf(cardIds(), states, day, parameters);
	const due = sizeOf(queue);
	const asked = new Set<CardId>([...queue.ahead, ...queue.waiting.map(({ id }) => id)]);
	return {
		due,
		learning: queue.waiting.length,
		fresh: queue.fresh,
		reviews: queue.ahead.length - queue.fresh,
		minutes: minutesFor(due, paceMs(reviews)),
		answeredToday: reviews.filter((review) => review.day === day).length,
		next: due > 0 ? undefined : nextOf(cardIds(), journal, day),
		decks: decks().map((entry) => deckToday(entry, asked, journal, day))
	};
}

/** How many cards of some decks will be asked on a day, if all of today's are answered. */
export function dueTomorrow(journal: Journal, deckName: string | undefined): { readonly cards: number; readonly minutes: number } {
	const { states, parameters, reviews } = journal;
	const cards = sizeOf(queueOf(cardIds(deckName), states, localDay(now(), parameters.rolloverHour) + 1, parameters));
	return { cards, minutes: minutesFor(cards, paceMs(reviews)) };
}

function deckToday(entry: ShelfEntry, asked: ReadonlySet<CardId>, journal: Journal, day: Day): DeckToday {
	const { states, parameters } = journal;
	const mine = entry.cardIds.filter((id) => asked.has(id));
	const learning = mine.filter((id) => {
		const state = states.get(id);
		return state !== undefined && dueOf(id, state, parameters).kind === 'at';
	});
	return {
		entry,
		due: mine.length,
		learning: learning.length,
		fresh: mine.filter((id) => !states.has(id)).length,
		retained: retained(entry.cardIds, states, day),
		next: mine.length > 0 ? undefined : nextOf(entry.cardIds, journal, day)
	};
}

function nextOf(ids: Iterable<CardId>, { states, parameters }: Journal, day: Day): Date | undefined {
	const next = nextDueDay(ids, states, day, parameters);
	return next === undefined ? undefined : startOfDay(next, parameters.rolloverHour);
}

function sizeOf({ ahead, waiting }: Queue): number {
	return ahead.length + waiting.length;
}
