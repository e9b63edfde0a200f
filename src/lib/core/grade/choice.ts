import type { Option } from '#lib/core/deck/deck.ts';
import { allOrWrong, type Verdict } from './verdict.ts';

/** Whether exactly the right options were chosen, given as indices in the order of the deck's text. */
export function gradeChoice(options: readonly Option[], chosen: readonly number[]): 'right' | 'wrong' {
	return gradeChooseAll(options, chosen).outcome === 'right' ? 'right' : 'wrong';
}

/** The same with its parts: an option is right where it was chosen as it should be, or left out as it should be. */
export function gradeChooseAll(options: readonly Option[], chosen: readonly number[]): Verdict {
	const picked = new Set(chosen);
	return allOrWrong(options.map(({ right }, index) => right === picked.has(index)));
}

/** How the two answers to a statement stand in the log: 0 for true, 1 for false. */
export const TRUE = 0;
export const FALSE = 1;

/** Whether a statement was taken for what it is: `[TRUE]` or `[FALSE]`. */
export function gradeTrueFalse(answer: boolean, chosen: readonly number[]): Verdict {
	return { outcome: chosen.length === 1 && chosen[0] === (answer ? TRUE : FALSE) ? 'right' : 'wrong' };
}
