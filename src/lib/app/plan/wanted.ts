/** What the plans on the screens are made of. */
import type { Day } from '#lib/core/review/entry.ts';
import { planPace } from '#lib/core/schedule/plan/plan-card.ts';
import { examCards, examLimits } from '#lib/core/session/exam.ts';
import { allowancesLeft } from '#lib/core/session/limit.ts';
import type { Journal } from '../journal.svelte.ts';
import { cardIds, type ShelfEntry } from '../library.ts';
import { rulesOn } from '../scope.ts';
import { planCards } from './plan-cards.ts';
import type { ComebackTask, ExamTask } from './task.ts';

/** The way out of a backlog, over all decks. */
export function wantedComeback(journal: Journal, today: Day): Omit<ComebackTask, 'kind'> {
	const rules = rulesOn(journal, today);
	const { cards, pace } = journal.progress;
	return {
		cards: planCards(cardIds(), cards, today, rules),
		today,
		options: {
			reviewsPerDay: rules.general.reviewsPerDay,
			reviewsLeftToday: allowancesLeft(cards, today, rules).general.reviews,
			parameters: rules.general,
			pace: planPace(pace),
			seed: today
		}
	};
}

/** The days until a deck's exam; undefined if it has none. */
export function wantedExam(journal: Journal, { id, cardIds: ids }: ShelfEntry, today: Day): Omit<ExamTask, 'kind'> | undefined {
	const rules = rulesOn(journal, today);
	const own = rules.decks.get(id);
	if (own?.examDay === undefined) return undefined;
	const { cards, pace } = journal.progress;
	const mine = examCards(ids, cards, today, rules).get(id) ?? [];
	return { cards: mine, today, examDay: own.examDay, options: { ...examLimits(id, pace, rules), seed: today } };
}
