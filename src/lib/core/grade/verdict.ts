/** What grading says of an answer. */
export interface Verdict {
	readonly outcome: 'right' | 'almost' | 'wrong';
	/** Of an answer in parts, whether each is right, in the order of the deck's text: options, items, left sides. */
	readonly parts?: readonly boolean[];
}

/** Why an answer cannot be read, with what a sentence about it needs. */
export type WhyUnreadable =
	/** The field is empty. */
	| { readonly kind: 'nothing-typed'; readonly wanted: 'answer' | 'number' }
	/** No number: what was typed, the unit that stands beside the field, and the sign before decimals in the deck's language. */
	| { readonly kind: 'no-number'; readonly typed: string; readonly unit: string | undefined; readonly sign: '.' | ',' };

/** An answer that cannot be read: it is not graded, and the student is told why. */
export interface Unreadable {
	readonly outcome: 'unreadable';
	readonly why: WhyUnreadable;
}

/** All or wrong: an answer in parts is right when every part is. */
export function allOrWrong(parts: readonly boolean[]): Verdict {
	return { outcome: parts.every(Boolean) ? 'right' : 'wrong', parts };
}
