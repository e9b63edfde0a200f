import type { Note } from '#lib/core/deck/deck.ts';
import { blankAnswer, isGraded, shownIn, type Given } from '#lib/core/grade/answer.ts';
import type { Day, Millis, PresetId, Rating, Review } from '#lib/core/review/entry.ts';
import { shuffled } from '#lib/core/schedule/seed.ts';
import type { CardState } from '#lib/core/schedule/state.ts';
import { newId, now } from './clock.ts';
import type { ShelvedCard } from './library.ts';
import type { Preferences } from './preferences.ts';

/** What of a card is shown: its question, the question with what answers it, or the answer. */
export type Stage = 'question' | 'options' | 'answer';

/** What is on the study screen for one card. Replaced whole. */
export interface Asked {
	readonly card: ShelvedCard;
	/** The card's state before this answer; none for a card of which the log says nothing. */
	readonly before: CardState | undefined;
	/** What is shown in an order of its own (`shownIn`), as indices into the deck's text. */
	readonly order: readonly number[];
	/** The answer before the student has done anything. */
	readonly blank: Given;
	readonly shownAt: Millis;
}

/** A card as it is put on the screen now. What is shuffled depends on the card and its repetition alone: undo shows the same. */
export function ask(card: ShelvedCard, before: CardState | undefined): Asked {
	const order = shuffled(shownIn(card.note), (index) => index, `${card.id}/${before?.reviews ?? 0}`);
	return { card, before, order, blank: blankAnswer(card.note, order), shownAt: now() };
}

/**
 * The order in which a note's parts, or the options of a scenario's step, are shown to a student who wants options shuffled or not. What
 * is to be put in order or matched is shuffled all the same, or it would answer itself.
 */
export function orderFor({ kind }: Note, order: readonly number[], { shuffle }: Preferences): readonly number[] {
	const hasOptions = kind === 'choice' || kind === 'choose-all' || kind === 'scenario';
	return hasOptions && !shuffle ? [...order].sort((one, other) => one - other) : order;
}

/** Whether the options are looked at only once there is an answer in the student's head: recognising is easier than recalling. */
export function thinksFirst({ kind }: Note): boolean {
	return kind === 'choice' || kind === 'choose-all';
}

/** What is shown of a card at first; `thinking`: the student wants to think before looking at options. */
export function firstStage(note: Note, thinking: boolean): Stage {
	return isGraded(note) && !(thinking && thinksFirst(note)) ? 'options' : 'question';
}

/** Whether a note's answer is typed: it is checked, and nobody asks how sure the student is. */
export function isTyped({ kind }: Note): boolean {
	return kind === 'typed' || kind === 'numeric';
}

/** What an answer is worth, and what of it the log keeps. */
export type Earned = Pick<Review, 'outcome' | 'rating'> & Partial<Pick<Review, 'confidence' | 'chosen' | 'given'>>;

/** An answer to what is on the screen, given now. */
export function reviewOf({ card, shownAt }: Asked, day: Day, hints: number, preset: PresetId | undefined, earned: Earned): Review {
	const at = now();
	return {
		kind: 'review',
		id: newId(),
		at,
		day,
		cardId: card.id,
		hints,
		tookMs: at - shownAt,
		...(preset === undefined ? {} : { preset }),
		...earned
	};
}

/** A review with the student's rating in the place of the one that it had. */
export function overruledBy(rating: Rating, review: Review): Review {
	const { overruled = review.rating, ...rest } = review;
	return { ...rest, id: newId(), at: now(), rating, ...(overruled === rating ? {} : { overruled }) };
}

/** The answer of a review as it stood before it was handed in; the blank one if the deck has changed so that it no longer fits. */
export function answerAgain({ card: { note }, blank }: Asked, { chosen, given }: Given): Given {
	if (isTyped(note)) return given === undefined ? blank : { given };
	if (chosen === undefined || ((note.kind === 'order' || note.kind === 'match') && chosen.length !== blank.chosen?.length)) return blank;
	return { chosen };
}
