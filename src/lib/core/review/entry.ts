import type { CardId } from '#lib/core/card/card.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type Millis = number;
/** The learner's own day (local date, with the rollover hour), as a count of days since 1970-01-01. */
export type Day = number;
export type EntryId = string & { readonly brand: 'EntryId' };

export type Rating = 'again' | 'hard' | 'good' | 'easy';
export type Confidence = 'sure' | 'unsure' | 'guess';
/** `self`: the student compared and rated by hand. The others were graded. */
export type Outcome = 'self' | 'right' | 'almost' | 'wrong';

/** One answer. It keeps what happened, so that a better rule can be replayed over it later. */
export interface Review {
	readonly kind: 'review';
	readonly id: EntryId;
	readonly at: Millis;
	readonly day: Day;
	readonly cardId: CardId;
	readonly outcome: Outcome;
	/** The rating that counts. */
	readonly rating: Rating;
	/** The rating that the rules proposed, where the student chose another. */
	readonly overruled?: Rating;
	readonly confidence?: Confidence;
	/** Chosen options as indices in the order of the deck's text. */
	readonly chosen?: readonly number[];
	/** How many hints were unfolded. */
	readonly hints: number;
	/** From the question's appearance to the answer, in milliseconds. */
	readonly tookMs: number;
}

/** Takes an entry back: it counts as if it had never been made, whatever the order of the two. */
export interface Retraction {
	readonly kind: 'retraction';
	readonly id: EntryId;
	readonly at: Millis;
	readonly entryId: EntryId;
}

/** An entry of a kind that this version does not know: kept and passed on, never read. */
export interface Foreign {
	readonly kind: string;
	readonly id: EntryId;
	readonly at: Millis;
}

export type Entry = Review | Retraction | Foreign;

export function isReview(entry: Entry): entry is Review {
	return entry.kind === 'review';
}

export function isRetraction(entry: Entry): entry is Retraction {
	return entry.kind === 'retraction';
}
