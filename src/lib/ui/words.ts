import type { Rating } from '#lib/core/review/entry.ts';

/** A number with its noun: "1 card", "26 cards". */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const RATING_WORDS: Readonly<Record<Rating, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };
