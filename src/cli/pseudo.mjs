// A language that nobody speaks, to see what a screen does with longer words that run from right to left.

const PLAIN = 'aeiouyAEIOUYcCnN';
const ACCENTED = 'àéïöüýÀÉÏÖÜÝçÇñÑ';
/** What stands in braces is put in later. */
const PLACE = /(\{[^{}]*\})/;

/**
 * Every text of a file of messages: accented, a third longer, in brackets by which a cut is seen. What stands in braces is left.
 * @param {Record<string, unknown>} messages
 */
export function pseudoMessages(messages) {
	return Object.fromEntries(
		Object.entries(messages).map(([key, message]) => [
			key,
			typeof message === 'string' ? pseudo(message) : Array.isArray(message) ? message.map(variant) : message
		])
	);
}

/** @param {{ match: Record<string, string> }} of */
function variant(of) {
	return { ...of, match: Object.fromEntries(Object.entries(of.match).map(([when, text]) => [when, pseudo(text)])) };
}

/** @param {string} text */
export function pseudo(text) {
	const parts = text.split(PLACE);
	const accented = parts.map((part, index) => (index % 2 === 1 ? part : accent(part))).join('');
	const letters = parts.filter((_, index) => index % 2 === 0).join('').length;
	return `[${accented} ${'~'.repeat(Math.ceil(letters / 3))}]`;
}

/** @param {string} text */
function accent(text) {
	return text.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}
