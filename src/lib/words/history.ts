import { m } from '#lib/messages/messages.js';
import type { CardEvent, Choice, Confidence, Day, Rating, Review } from '#lib/core/review/entry.ts';

/** How an answer was rated, or how a choice went, in a word. */
export function outcomeWord(act: Review | Choice): string {
	if (act.kind === 'review') return ratingWord(act.rating);
	if (act.outcome === 'none') return m.history_choice_open();
	return act.outcome === 'right' ? m.history_choice_right() : m.history_choice_wrong();
}

/**
 * What there is to say of an answer in a line: "after 11 days, sure, 1 hint".
 * @param rested days since the answer before; undefined for the first
 */
export function aboutAnswer(act: Review | Choice, rested: Day | undefined): string {
	const said: string[] = [
		rested === undefined ? m.history_first() : rested === 0 ? m.history_same_day() : m.history_after_days({ count: rested })
	];
	if (act.kind === 'review' && act.outcome !== 'self') said.push(gradedWord(act.outcome));
	if (act.confidence !== undefined) said.push(confidenceWord(act.confidence));
	if (act.hints > 0) said.push(m.history_hints({ count: act.hints }));
	if (act.kind === 'review' && act.overruled !== undefined) said.push(m.history_overruled({ rating: ratingWord(act.overruled) }));
	return said.join(', ');
}

/** What was done to a card besides answering it. `dateOf` writes a day. */
export function eventWords(event: CardEvent, dateOf: (day: Day) => string): string {
	switch (event.kind) {
		case 'suspend':
			return m.history_suspend();
		case 'unsuspend':
			return m.history_unsuspend();
		case 'bury':
			return m.history_bury({ date: dateOf(event.until) });
		case 'reset':
			return event.before === undefined ? m.history_reset() : m.history_reset_before({ date: dateOf(event.before) });
		case 'set-due':
			return m.history_set_due({ date: dateOf(event.due) });
		case 'changed':
			return m.history_changed();
	}
}

function ratingWord(rating: Rating): string {
	switch (rating) {
		case 'again':
			return m.history_again();
		case 'hard':
			return m.history_hard();
		case 'good':
			return m.history_good();
		case 'easy':
			return m.history_easy();
	}
}

function confidenceWord(confidence: Confidence): string {
	switch (confidence) {
		case 'sure':
			return m.history_sure();
		case 'unsure':
			return m.history_unsure();
		case 'guess':
			return m.history_guess();
	}
}

function gradedWord(outcome: 'right' | 'almost' | 'wrong'): string {
	switch (outcome) {
		case 'right':
			return m.history_right();
		case 'almost':
			return m.history_almost();
		case 'wrong':
			return m.history_wrong();
	}
}
