import type { Option } from '#lib/core/deck/deck.ts';

/** Whether exactly the right options were chosen, given as indices in the order of the deck's text. */
export function gradeChoice(options: readonly Option[], chosen: readonly number[]): 'right' | 'wrong' {
	const picked = new Set(chosen);
	return options.every(({ right }, index) => right === picked.has(index)) ? 'right' : 'wrong';
}
