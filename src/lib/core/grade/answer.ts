import type { Note } from '#lib/core/deck/deck.ts';
import { gradeChooseAll, gradeTrueFalse } from './choice.ts';
import { gradeMatch, rightSides } from './match.ts';
import { gradeNumeric } from './numeric.ts';
import { gradeOrder } from './order.ts';
import { gradeTyped } from './typed.ts';
import type { Unreadable, Verdict } from './verdict.ts';

/** An answer as the log keeps it. */
export interface Given {
	/**
	 * Indices in the order of the deck's text: the chosen options; `[0]` for true and `[1]` for false; the items as they were arranged;
	 * for each left side the right side chosen for it.
	 */
	readonly chosen?: readonly number[];
	/** What was typed. */
	readonly given?: string;
}

/** Whether a note's answer is graded, and not rated by the student alone. */
export function isGraded({ kind }: Note): boolean {
	return ['choice', 'choose-all', 'true-false', 'typed', 'numeric', 'order', 'match'].includes(kind);
}

/** Grades an answer to a note; undefined if the student rates it by hand. `language` is the deck's (BCP 47). */
export function gradeAnswer(
	note: Note,
	{ chosen = [], given = '' }: Given,
	language: string | undefined
): Verdict | Unreadable | undefined {
	switch (note.kind) {
		case 'choice':
		case 'choose-all':
			return gradeChooseAll(note.options, chosen);
		case 'true-false':
			return gradeTrueFalse(note.answer, chosen);
		case 'typed':
			return gradeTyped(note, given, language);
		case 'numeric':
			return gradeNumeric(note, given, language);
		case 'order':
			return gradeOrder(note.items.length, chosen);
		case 'match':
			return gradeMatch(note.pairs, chosen);
		case 'term':
		case 'question':
		case 'cloze':
		case 'picture':
		case 'scenario':
			return undefined;
	}
}

/** What of a note is shown in an order of its own, as indices: options, things to be arranged, right sides (equal ones once). */
export function shownIn(note: Note): readonly number[] {
	switch (note.kind) {
		case 'choice':
		case 'choose-all':
			return [...note.options.keys()];
		case 'order':
			return [...note.items.keys()];
		case 'match':
			return rightSides(note.pairs);
		case 'term':
		case 'question':
		case 'cloze':
		case 'true-false':
		case 'typed':
		case 'numeric':
		case 'picture':
		case 'scenario':
			return [];
	}
}

/** The answer before the student has done anything. What is to be arranged stands as it is shown, but never in the right order. */
export function blankAnswer(note: Note, order: readonly number[]): Given {
	if (note.kind === 'match') return { chosen: note.pairs.map(() => -1) };
	if (note.kind !== 'order') return {};
	const inOrder = order.every((item, place) => item === place);
	return { chosen: inOrder ? [...order.slice(1), ...order.slice(0, 1)] : order };
}

/** Whether there is an answer to hand in: something chosen, every left side paired, something typed. */
export function isComplete(note: Note, { chosen = [], given = '' }: Given): boolean {
	if (note.kind === 'typed' || note.kind === 'numeric') return given.trim() !== '';
	if (note.kind === 'match') return chosen.length === note.pairs.length && chosen.every((right) => right >= 0);
	return chosen.length > 0;
}
