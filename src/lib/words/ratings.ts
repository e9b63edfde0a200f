import type { Confidence, Rating } from '#lib/core/review/entry.ts';
import { m } from '#lib/messages/messages.js';

/** What a rating is called. */
export function ratingWord(rating: Rating): string {
	return { again: m.rating_again, hard: m.rating_hard, good: m.rating_good, easy: m.rating_easy }[rating]();
}

/** What it is called to be so sure. */
export function confidenceWord(confidence: Confidence): string {
	return { sure: m.confidence_sure, unsure: m.confidence_unsure, guess: m.confidence_guess }[confidence]();
}
