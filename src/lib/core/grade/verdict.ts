/** What grading says of an answer. */
export interface Verdict {
	readonly outcome: 'right' | 'almost' | 'wrong';
	/** Of an answer in parts, whether each is right, in the order of the deck's text: options, items, left sides. */
	readonly parts?: readonly boolean[];
}

/** An answer that cannot be read: it is not graded, and the student is told why in a sentence. */
export interface Unreadable {
	readonly outcome: 'unreadable';
	readonly sentence: string;
}

/** All or wrong: an answer in parts is right when every part is. */
export function allOrWrong(parts: readonly boolean[]): Verdict {
	return { outcome: parts.every(Boolean) ? 'right' : 'wrong', parts };
}
