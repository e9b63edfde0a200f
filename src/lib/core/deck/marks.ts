import type { Mark } from './deck.ts';
import { isSpaceCode, seek, skipOpaque } from './inline.ts';
import { slugOf } from './slug.ts';

/** A hidden place as it stands in a text; indexes into the text. */
export interface FoundMark {
	readonly mark: Mark;
	readonly from: number;
	readonly to: number;
	/** Written as Anki does: `{{c1::text::hint}}`. */
	readonly anki: boolean;
}

/** What the marks of a text are, and what is wrong with them. */
export interface Marks {
	readonly marks: readonly FoundMark[];
	/** `==` or `{{c1::` without a partner. */
	readonly unpaired: readonly number[];
	/** Marks that begin in one paragraph and end in another. */
	readonly torn: readonly { readonly from: number; readonly to: number }[];
}

/** For each character of ASCII, whether a mark, a new paragraph or what is not to be read may begin with it; an address begins with h. */
const MAY_BEGIN = new Uint8Array(128);
for (const char of '\n={\\`~<]h') MAY_BEGIN[char.charCodeAt(0)] = 1;

const NO_MARKS: Marks = { marks: [], unpaired: [], torn: [] };

/** Finds the marks of a text, outside code, comments and addresses. `fallback` names a hidden text that has no letters. */
export function findMarks(text: string, fallback: (hidden: string) => string): Marks {
	if (!text.includes('==') && !text.includes('{{c')) return NO_MARKS;
	const marks: FoundMark[] = [];
	const unpaired: number[] = [];
	const torn: { from: number; to: number }[] = [];
	let open = -1;
	let openedAbove = -1;
	for (let at = 0; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code >= 128 || MAY_BEGIN[code] === 0) {
			at++;
			continue;
		}
		if (code === 10 && endsParagraph(text, at)) {
			if (openedAbove >= 0) unpaired.push(openedAbove);
			openedAbove = open;
			open = -1;
		}
		if (code === 123 && text.startsWith('{{c', at)) {
			const found = ankiMark(text, at, fallback);
			if (found === 'open') unpaired.push(at);
			else if (found) {
				marks.push(found);
				if (open >= 0) unpaired.push(open);
				open = -1;
				at = found.to;
				continue;
			}
		}
		if (code !== 61 || text.charCodeAt(at + 1) !== 61) {
			at = Math.max(skipOpaque(text, at), at + 1);
			continue;
		}
		let end = at;
		while (text.charCodeAt(end) === 61) end++;
		if (end - at === 2) {
			const closes = !isSpaceCode(at === 0 ? 32 : text.charCodeAt(at - 1));
			const opens = !isSpaceCode(text.charCodeAt(end));
			if (open >= 0 && closes && at > open + 2) {
				const mark = markFrom(text, open, at, fallback);
				marks.push(mark);
				open = -1;
				openedAbove = -1;
				at = mark.to;
				continue;
			}
			if (open < 0 && openedAbove >= 0 && closes && !opens) {
				torn.push({ from: openedAbove, to: end });
				openedAbove = -1;
			} else if (opens && !closes && open >= 0) {
				// Two that can only open: the nearer one is meant, the other has lost its partner.
				unpaired.push(open);
				open = at;
			} else if (opens && open < 0 && !isInsideWord(text, at, end)) open = at;
			else if (closes && open < 0 && !opens) unpaired.push(at);
		}
		at = end;
	}
	if (openedAbove >= 0) unpaired.push(openedAbove);
	if (open >= 0) unpaired.push(open);
	return { marks, unpaired, torn };
}

/** `a==b`: between plain letters or digits it is a formula unless its partner follows. */
function isInsideWord(text: string, from: number, to: number): boolean {
	if (!isAsciiWord(text.charCodeAt(from - 1)) || !isAsciiWord(text.charCodeAt(to))) return false;
	for (let at = to; at < text.length && at - to < LONGEST_HIDDEN;) {
		if (text.startsWith('==', at) && !isSpaceCode(text.charCodeAt(at - 1))) return false;
		if (text.charCodeAt(at) === 10 && endsParagraph(text, at)) return true;
		at = Math.max(skipOpaque(text, at), at + 1);
	}
	return true;
}

/** How far the partner of a mark inside a word is looked for. */
const LONGEST_HIDDEN = 500;

function isAsciiWord(code: number): boolean {
	return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function endsParagraph(text: string, at: number): boolean {
	let next = at + 1;
	while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9) next++;
	return text.charCodeAt(next) === 10;
}

function markFrom(text: string, open: number, close: number, fallback: (hidden: string) => string): FoundMark {
	const hidden = text.slice(open + 2, close);
	let to = close + 2;
	let group = '';
	let hint = '';
	if (text.charCodeAt(to) === 123) {
		const end = seek(text, '}', to, 300);
		const line = seek(text, '\n', to, 300);
		const inside = end < 0 || (line >= 0 && line < end) ? undefined : text.slice(to + 1, end);
		if (inside !== undefined) {
			const colon = inside.indexOf(':');
			group = (colon < 0 ? inside : inside.slice(0, colon)).trim();
			hint = colon < 0 ? '' : inside.slice(colon + 1).trim();
			to = end + 1;
		}
	}
	return makeMark({ hidden, group, hint, from: open, to, anki: false }, fallback);
}

function makeMark(
	parts: { hidden: string; group: string; hint: string; from: number; to: number; anki: boolean },
	fallback: (hidden: string) => string
): FoundMark {
	const { hidden, group, hint, from, to, anki } = parts;
	const part = `cloze:${group || slugOf(hidden) || fallback(hidden)}`;
	return { mark: markOf(hidden, group, hint, part), from, to, anki };
}

function markOf(hidden: string, group: string, hint: string, part: string): Mark {
	if (group === '') return hint === '' ? { hidden, part } : { hidden, hint, part };
	return hint === '' ? { hidden, group, part } : { hidden, group, hint, part };
}

/** `{{c1::text::hint}}` at this place; `open` if it is never closed. */
function ankiMark(text: string, at: number, fallback: (hidden: string) => string): FoundMark | 'open' | undefined {
	let digits = at + 3;
	while (digits - at < 9 && text.charCodeAt(digits) >= 48 && text.charCodeAt(digits) <= 57) digits++;
	if (digits === at + 3 || !text.startsWith('::', digits)) return undefined;
	const end = seek(text, '}}', digits);
	const next = seek(text, '{{c', digits);
	const paragraph = seek(text, '\n\n', digits);
	if (end < 0 || (paragraph >= 0 && paragraph < end) || (next >= 0 && next < end)) return 'open';
	const inside = text.slice(digits + 2, end);
	const colons = inside.lastIndexOf('::');
	const hidden = (colons < 0 ? inside : inside.slice(0, colons)).trim();
	const hint = colons < 0 ? '' : inside.slice(colons + 2).trim();
	if (hidden === '' || hidden.includes('==') || hint.includes('}')) return undefined;
	return makeMark({ hidden, group: text.slice(at + 3, digits), hint, from: at, to: end + 2, anki: true }, fallback);
}

/** A mark as the format writes it. */
export function writeMark({ hidden, group, hint }: Mark): string {
	const braces = hint === undefined ? (group ?? '') : `${group ?? ''}: ${hint}`;
	return `==${hidden}==${braces === '' ? '' : `{${braces}}`}`;
}
