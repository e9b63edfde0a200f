/**
 * Whether two texts may begin alike if capitals, kinds of blanks and signs do not count: false only where two of their first letters
 * or digits differ. It spares most pairs of texts a closer look.
 */
export function mayBeginAlike(a: string, b: string): boolean {
	for (let at = 0; at < FIRST; at++) {
		const one = a.charCodeAt(at);
		const other = b.charCodeAt(at);
		if (!isPlainWord(one) || !isPlainWord(other)) return true;
		if ((one | 32) !== (other | 32)) return false;
	}
	return true;
}

const FIRST = 4;

function isPlainWord(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
