import type { ClozeNote } from '../deck.ts';
import { imagesIn } from '../inline.ts';
import { hint, promptOf, type Linted } from '../lint.ts';

const MOST_PARTS = 4;
const MOST_HIDDEN = 0.4;
const SHORTEST_GIVEAWAY = 3;
/** Only so many hidden words are looked for in the rest of the text: thousands of them in a long one would take minutes. */
const MOST_LOOKED_FOR = 50;

/** Hints about the hidden words of a text. */
export function lintCloze(linted: Linted, { text, marks }: ClozeNote): void {
	const parts = marks.length > MOST_PARTS ? new Set(marks.map(({ part }) => part)).size : marks.length;
	const shown = withoutMarks(text);
	const hidden = marks.reduce((sum, mark) => sum + mark.hidden.length, 0);
	if (parts > MOST_PARTS) {
		hint(linted, 'I915', promptOf(linted), `This text hides ${parts} parts. Hide at most 4, or make two cards of it.`);
	} else if (hidden > MOST_HIDDEN * (hidden + shown.trim().length)) {
		const message = 'More than 40 % of this text is hidden, so that too little is left to recall it by. Hide fewer words.';
		hint(linted, 'I915', promptOf(linted), message);
	}
	const lower = shown.toLowerCase();
	let open: string | undefined;
	const given = marks.slice(0, MOST_LOOKED_FOR).find((mark) => {
		const words = wordsOf(mark.hidden.toLowerCase()).trim();
		// Hardly any hidden words stand elsewhere: only then is the whole text taken apart.
		if (words.length < SHORTEST_GIVEAWAY || !hasEach(words, lower)) return false;
		const stands = isOneWord(words) ? standsAlone(words, lower) : undefined;
		if (stands !== undefined) return stands;
		open ??= ` ${wordsOf(lower)} `;
		return open.includes(` ${words} `);
	});
	if (given) {
		const message = `"${given.hidden}" is hidden in one place and stands open in another, which gives it away. Hide it everywhere, or reword the text.`;
		hint(linted, 'W916', promptOf(linted), message);
	}
}

/** The words of a text with single blanks between them. */
function wordsOf(text: string): string {
	if (isPlain(text)) return text;
	return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}

/** Whether a text is nothing but small letters of ASCII, and single blanks. */
function isPlain(text: string): boolean {
	for (let at = 0, before = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if ((code < 97 || code > 122) && (code !== 32 || before === 32)) return false;
		before = code;
	}
	return true;
}

/** Whether each of some words, which have single blanks between them, stands somewhere in a text. */
function hasEach(words: string, text: string): boolean {
	for (let from = 0, end = 0; end >= 0; from = end + 1) {
		end = words.indexOf(' ', from);
		if (!text.includes(end < 0 ? words.slice(from) : words.slice(from, end))) return false;
	}
	return true;
}

/** Whether a word stands in a text with no letter, mark or digit on either side; undefined where that takes the table of all of Unicode. */
function standsAlone(word: string, text: string): boolean | undefined {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const before = at === 0 ? 32 : text.charCodeAt(at - 1);
		const after = at + word.length === text.length ? 32 : text.charCodeAt(at + word.length);
		if (before > 127 || after > 127) return undefined;
		if (!isWord(before) && !isWord(after)) return true;
	}
	return false;
}

function isWord(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function isOneWord(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 97 || text.charCodeAt(at) > 122) return false;
	return true;
}

/** What is left of a text when the hidden words, their hints and the pictures are taken out. */
function withoutMarks(text: string): string {
	let words = '';
	let done = 0;
	for (const { from, to } of imagesIn(text)) {
		words += text.slice(done, from);
		done = to;
	}
	words += text.slice(done);
	// Every second piece between two signs of equality is hidden.
	let shown = '';
	for (let from = 0, first = true; ; first = false) {
		const open = words.indexOf('==', from);
		const piece = open < 0 ? words.slice(from) : words.slice(from, open);
		shown += first ? piece : ` ${piece.startsWith('{') ? piece.slice(piece.indexOf('}') + 1) : piece}`;
		const close = open < 0 ? -1 : words.indexOf('==', open + 2);
		if (close < 0) return shown;
		from = close + 2;
	}
}
