import type { Confidence, Rating } from '#lib/core/review/entry.ts';

/** A number with its noun: "1 card", "26 cards". */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const RATING_WORDS: Readonly<Record<Rating, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = { sure: 'Sure', unsure: 'Unsure', guess: 'Guess' };
