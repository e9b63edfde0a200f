/** An answer of fewer letters is another word when one of them changes. */
const SHORTEST = 5;

/**
 * Whether a folded answer is a slip of the finger away from the right one: one letter wrong, missing, too many, or two neighbours
 * swapped, in an answer of five letters or more. Digits do not slip: 1948 for 1949 is another year.
 */
export function isSlip(typed: string, right: string): boolean {
	if ((right.match(/\p{L}/gu)?.length ?? 0) < SHORTEST || digits(typed) !== digits(right)) return false;
	return isOneEdit(Array.from(typed), Array.from(right));
}

function digits(text: string): string {
	return text.replaceAll(/\P{Nd}/gu, '');
}

function isOneEdit(a: readonly string[], b: readonly string[]): boolean {
	let at = 0;
	while (at < a.length && at < b.length && a[at] === b[at]) at++;
	const restIsSame = (fromA: number, fromB: number) =>
		a.length - fromA === b.length - fromB && a.slice(fromA).every((letter, index) => letter === b[fromB + index]);
	const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && restIsSame(at + 2, at + 2);
	return swapped || restIsSame(at + 1, at + 1) || restIsSame(at + 1, at) || restIsSame(at, at + 1);
}
