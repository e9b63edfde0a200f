import type { MatchNote } from '#lib/core/deck/deck.ts';
import { allOrWrong, type Verdict } from './verdict.ts';

type Pairs = MatchNote['pairs'];

/** The right sides that are shown, as indices into the pairs: of equal ones the first. */
export function rightSides(pairs: Pairs): readonly number[] {
	return pairs.map((_, index) => index).filter((index) => sideLike(pairs, index) === index);
}

/** The index under which a right side is shown: that of the first one equal to it. -1 if there is no such pair. */
export function sideLike(pairs: Pairs, index: number): number {
	const side = pairs[index]?.[1];
	return side === undefined ? -1 : pairs.findIndex(([, right]) => tidy(right) === tidy(side));
}

/**
 * Grades a matching: for each left side, in the order of the deck's text, the index of the right side that was chosen for it. Equal
 * right sides are interchangeable.
 */
export function gradeMatch(pairs: Pairs, chosen: readonly number[]): Verdict {
	return allOrWrong(pairs.map((_, left) => sideLike(pairs, chosen[left] ?? -1) === sideLike(pairs, left)));
}

function tidy(text: string): string {
	return text.trim().replaceAll(/\s+/gu, ' ');
}
