import type { Confidence, Millis } from '#lib/core/review/entry.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { now } from './clock.ts';
import type { ShelvedCard } from './library.ts';

/** What of a card is shown: its question, a choice's options, or the answer. */
export type Stage = 'question' | 'options' | 'answer';

/** How an answer is handed in, in the order of the buttons. */
export const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];

/** What is on the study screen for one card. Replaced whole. */
export interface Asked {
	readonly card: ShelvedCard;
	/** The card's state before this answer; none for a card of which the log says nothing. */
	readonly before: CardState | undefined;
	/** The options of a choice as indices into the deck's text, in the order shown. */
	readonly order: readonly number[];
	readonly shownAt: Millis;
}

/** A card as it is put on the screen now. The order of options depends on the card and its repetition alone: undo shows the same. */
export function ask(card: ShelvedCard, before: CardState | undefined): Asked {
	const options = card.note.kind === 'choice' ? card.note.options.map((_, index) => index) : [];
	return { card, before, order: shuffled(options, (index) => index, `${card.id}/${before?.reviews ?? 0}`), shownAt: now() };
}
