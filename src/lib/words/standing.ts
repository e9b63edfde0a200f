import { m } from '#lib/messages/messages.js';
import type { NoteKind } from '#lib/core/deck/deck.ts';
import type { Phase } from '#lib/core/schedule/steps.ts';
import { dayWord } from './dates.ts';
import { percentText } from './numbers.ts';

/** How a card stands now. */
export interface Standing {
	readonly phase: Phase;
	/** The chance of recall now, 0 to 1; undefined before the first answer. */
	readonly recall: number | undefined;
	readonly due: boolean;
	/** Put away, by the student or as a leech, until it is brought back. */
	readonly suspended: boolean;
	readonly leech: boolean;
	/** Put away until a later day: that day. */
	readonly buriedUntil: Date | undefined;
	/** When it comes back, a moment while it is in its steps, else the beginning of a day; undefined for a new card. */
	readonly next: Date | undefined;
	/** Whether `next` is a moment of a wait within the day. */
	readonly waits: boolean;
}

/** What kind of note a card comes from: "Term", "Question". */
export function kindWord(kind: NoteKind): string {
	switch (kind) {
		case 'term':
			return m.kind_term();
		case 'question':
			return m.kind_question();
		case 'cloze':
			return m.kind_cloze();
		case 'choice':
			return m.kind_choice();
		case 'choose-all':
			return m.kind_choose_all();
		case 'true-false':
			return m.kind_true_false();
		case 'typed':
			return m.kind_typed();
		case 'numeric':
			return m.kind_numeric();
		case 'order':
			return m.kind_order();
		case 'match':
			return m.kind_match();
		case 'picture':
			return m.kind_picture();
		case 'scenario':
			return m.kind_scenario();
	}
}

/** A card's kind and state: "Term, in review, 89 %". `kind` in words. */
export function standingText(kind: string, { phase, recall, suspended, leech }: Standing): string {
	if (leech) return m.card_state_leech({ kind });
	if (suspended) return m.card_state_away({ kind });
	if (recall === undefined || phase === 'new') return m.card_state_new({ kind });
	const held = percentText(recall);
	if (phase === 'review') return m.card_state_review({ kind, recall: held });
	return phase === 'learning' ? m.card_state_learning({ kind, recall: held }) : m.card_state_relearning({ kind, recall: held });
}

/** When a card comes back, in a word or two: "due", "new", "10 min", "Tomorrow", "9 December". */
export function nextText({ due, suspended, buriedUntil, next, waits }: Standing, now: Date): string {
	if (suspended) return m.card_next_away();
	if (due && buriedUntil === undefined) return m.card_next_due();
	if (next === undefined) return buriedUntil === undefined ? m.card_next_new() : dayWord(buriedUntil, now);
	const minutes = Math.max(1, Math.round((next.getTime() - now.getTime()) / 60_000));
	if (waits && minutes < 60) return m.card_next_minutes({ count: minutes });
	return dayWord(buriedUntil !== undefined && buriedUntil > next ? buriedUntil : next, now);
}
