const LONGEST = 60;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;
/** Marks that only say how an emoji is drawn: they belong to no word. */
const DRAWING = /[\ufe00-\ufe0f\u20e3]/u;

/** Whether a character belongs to a slug: a letter, mark or digit of any script. */
function isWordAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : 0;
	const point = text.codePointAt(at) ?? code;
	const char = String.fromCodePoint(point);
	return WORD.test(char) && !DRAWING.test(char) ? char.length : 0;
}

/** Whether the character at this index is a mark, which needs a letter before it. */
function isMarkAt(text: string, at: number): boolean {
	const code = text.codePointAt(at) ?? 0;
	return code >= 0x300 && MARK.test(String.fromCodePoint(code));
}

/**
 * The slug of a text: NFC, lower case, letters, marks and digits of any script kept, runs of anything else one `-`,
 * at most 60 characters, cut at a word. Empty if the text has no letter or digit.
 */
export function slugOf(text: string): string {
	const words: string[] = [];
	const normal = isAscii(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC');
	let start = -1;
	for (let at = 0; at < normal.length;) {
		const size = isWordAt(normal, at);
		if (size > 0 && start < 0 && !isMarkAt(normal, at)) start = at;
		if (size === 0 && start >= 0) {
			words.push(normal.slice(start, at));
			start = -1;
		}
		at += size || 1;
	}
	if (start >= 0) words.push(normal.slice(start));
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word : `${slug}-${word}`;
		if (longer.length > LONGEST) return slug === '' ? cutWord(word) : slug;
		slug = longer;
	}
	return slug;
}

function isAscii(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
	return true;
}

/** The first 60 characters of a single long word, without half a character at its end. */
function cutWord(word: string): string {
	const last = word.charCodeAt(LONGEST - 1);
	return word.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST);
}

/** Whether an id is written as slugs are: words of letters, marks and digits in lower case, joined by single hyphens. Any length. */
export function isSlug(id: string): boolean {
	if (isPlainSlug(id)) return true;
	if (id === '' || id.startsWith('-') || id.endsWith('-') || id.includes('--')) return false;
	if (id !== id.normalize('NFC').toLowerCase()) return false;
	for (let at = 0; at < id.length;) {
		const size = id.charAt(at) === '-' ? 1 : isWordAt(id, at);
		if (size === 0 || (isMarkAt(id, at) && (at === 0 || id.charAt(at - 1) === '-'))) return false;
		at += size;
	}
	return true;
}

/** Whether a text is certainly its own slug: short, small ASCII letters and digits, joined by single hyphens. */
export function isPlainSlug(text: string): boolean {
	if (text === '' || text.length > LONGEST) return false;
	let hyphen = true;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const isHyphen = code === 45;
		if (isHyphen ? hyphen : !((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
		hyphen = isHyphen;
	}
	return !hyphen;
}
