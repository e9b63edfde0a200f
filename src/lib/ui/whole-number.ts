/** The whole number that was typed, 0 or more; undefined if it is none. A percent sign behind it is what is shown there anyway. */
export function wholeNumber(typed: string): number | undefined {
	const digits = typed.trim().replace(/%$/, '').trim();
	return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/**
 * The next value below or above one, within a range.
 * @param steps the next multiple of a number, or the next of some numbers in order
 */
export function stepFrom(value: number, direction: -1 | 1, steps: number | readonly number[], least: number, most: number): number {
	const next = typeof steps === 'number' ? nextMultiple(value, direction, steps) : nextOf(value, direction, steps);
	return Math.min(most, Math.max(least, next));
}

function nextMultiple(value: number, direction: -1 | 1, step: number): number {
	return direction < 0 ? (Math.ceil(value / step) - 1) * step : (Math.floor(value / step) + 1) * step;
}

function nextOf(value: number, direction: -1 | 1, numbers: readonly number[]): number {
	const found = direction < 0 ? numbers.findLast((one) => one < value) : numbers.find((one) => one > value);
	return found ?? value;
}
