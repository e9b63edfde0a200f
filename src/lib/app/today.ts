import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { dueOf } from '#lib/core/schedule/due.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { dueOnDays, nextDueDay } from '#lib/core/session/next-day.ts';
import type { Queue } from '#lib/core/session/queue.ts';
import { minutesFor } from '#lib/core/stats/pace.ts';
import { retained } from '#lib/core/stats/retention.ts';
import { now, startOfDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { cardIds, decks, type ShelfEntry } from './library.ts';
import { dayOf, queueIn, rulesOn } from './scope.ts';

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
	/** Use cards, each of which is asked by a scenario. */
	readonly scenarios: number;
	readonly due: number;
	readonly minutes: number;
	readonly answeredToday: number;
	/** When something is due next, if nothing is now. */
	readonly next: Date | undefined;
	readonly decks: readonly DeckToday[];
}

/** What is due at a moment, over all decks and for each; the limits of the day hold over all. */
export function todayOf(journal: Journal, at: Millis): Today {
	const day = dayOf(journal, at);
	const rules = rulesOn(journal, day);
	const queue = queueIn({}, cardIds(), journal, day);
	const due = queue.ahead.length + queue.waiting.length;
	const asked = new Set<CardId>([...queue.ahead, ...queue.waiting.map(({ id }) => id)]);
	return {
		due,
		learning: queue.waiting.length,
		fresh: queue.fresh,
		scenarios: queue.uses,
		reviews: queue.ahead.length - queue.fresh - queue.uses,
		minutes: minutesOf(queue, journal),
		answeredToday: journal.answersOn(day).length,
		next: due > 0 ? undefined : nextOf(cardIds(), journal, day, rules),
		decks: decks().map((entry) => deckToday(entry, asked, journal, day, rules))
	};
}

/** How many cards a session over one deck alone asks: its new ones need not wait for those of the decks before it. */
export function dueIn(journal: Journal, deckName: string, at: Millis): number {
	const { ahead, waiting } = queueIn({ deckName }, cardIds(deckName), journal, dayOf(journal, at));
	return ahead.length + waiting.length;
}

/** How many cards of some decks will be asked on a day, if all of today's are answered. */
export function dueTomorrow(journal: Journal, deckName: string | undefined): { readonly cards: number; readonly minutes: number } {
	const queue = queueIn(deckName === undefined ? {} : { deckName }, cardIds(deckName), journal, dayOf(journal, now()) + 1);
	return { cards: queue.ahead.length + queue.waiting.length, minutes: minutesOf(queue, journal) };
}

/** How many days the week ahead has, without today. */
const WEEK_AHEAD = 6;

/** A day to come, and how many cards come back on it. */
export interface DayAhead {
	readonly date: Date;
	readonly cards: number;
}

/** The days after today and what comes back on them, new cards not counted in; none if nothing comes back on any. */
export function weekAhead(journal: Journal, at: Millis): readonly DayAhead[] {
	const day = dayOf(journal, at);
	const ids = decks().flatMap(({ cardIds: own, uses }) => [...own, ...uses]);
	const counts = dueOnDays(new Set(ids), journal.progress.cards, day, rulesOn(journal, day), WEEK_AHEAD);
	if (counts.every((count) => count === 0)) return [];
	return counts.map((cards, index) => ({ date: startOfDay(day + 1 + index, journal.parameters.rolloverHour), cards }));
}

function deckToday(entry: ShelfEntry, asked: ReadonlySet<CardId>, journal: Journal, day: Day, rules: Rules): DeckToday {
	const { cards } = journal.progress;
	const mine = [...entry.cardIds, ...entry.uses].filter((id) => asked.has(id));
	const fresh = entry.cardIds.filter((id) => asked.has(id) && isNew(cards.get(id)));
	// A use card that was never asked waits for its concept to be learned.
	const used = entry.uses.filter((id) => !isNew(cards.get(id)));
	const learning = mine.filter((id) => {
		const state = cards.get(id);
		return state !== undefined && !isNew(state) && dueOf(id, state, rules.of(id)).kind === 'at';
	});
	return {
		entry,
		due: mine.length,
		learning: learning.length,
		fresh: fresh.length,
		retained: retained([...entry.cardIds, ...used], cards, day),
		next: mine.length > 0 ? undefined : nextOf([...entry.cardIds, ...used], journal, day, rules)
	};
}

function nextOf(ids: Iterable<CardId>, journal: Journal, day: Day, rules: Rules): Date | undefined {
	const next = nextDueDay(ids, journal.progress.cards, day, rules);
	return next === undefined ? undefined : startOfDay(next, journal.parameters.rolloverHour);
}

function minutesOf({ fresh, ahead, waiting, uses }: Queue, journal: Journal): number {
	return minutesFor({ fresh, uses, reviews: ahead.length - fresh - uses + waiting.length }, journal.progress.pace);
}
