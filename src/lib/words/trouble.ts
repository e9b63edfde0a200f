import type { Note } from '#lib/core/deck/deck.ts';
import { numberText } from '#lib/core/grade/number.ts';
import type { Review } from '#lib/core/review/entry.ts';
import { m } from '#lib/messages/messages.js';

/** More of what was typed says no more. */
const LONGEST = 30;

/**
 * What went wrong with a card, in a line: what was typed and what it was, that the student was sure of another option, or how often it
 * came back. `language` is the deck's (BCP 47).
 */
export function troubleText(note: Note, last: Review, times: number, language: string | undefined): string {
	const given = last.outcome === 'wrong' ? (last.given?.trim() ?? '') : '';
	const answer = answerOf(note, language);
	if (given !== '' && answer !== undefined)
		return m.end_wrote({ given: given.length > LONGEST ? `${given.slice(0, LONGEST)}…` : given, answer });
	if (note.kind === 'choice' && last.outcome === 'wrong' && last.confidence === 'sure') return m.end_sure_but_wrong();
	return times === 1 ? m.end_again() : m.end_again_times({ count: times });
}

function answerOf(note: Note, language: string | undefined): string | undefined {
	if (note.kind === 'typed') return note.answer;
	if (note.kind !== 'numeric') return undefined;
	const number = numberText(note.value, language);
	return note.unit === undefined ? number : `${number} ${note.unit}`;
}
