import type { Note } from '#lib/core/deck/deck.ts';
import { gradeChooseAll, gradeTrueFalse } from './choice.ts';
import { gradeMatch } from './match.ts';
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
