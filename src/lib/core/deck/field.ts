import { firstInk } from './lines.ts';
import { nearMissOf } from './near.ts';

/** The words before the colon of a fact that the format knows, in canonical spelling. */
export const KEYS = [
	'Type',
	'Answer',
	'Also accept',
	'Reverse',
	'Choose',
	'Hint',
	'Why',
	'Doubt',
	'Source',
	'Status',
	'About',
	'Part of',
	'Needs',
	'Tags',
	'Hide',
	'Alt asked',
	'Changed'
] as const;
export type Key = (typeof KEYS)[number];

/** Keys that may stand more than once in one place. */
export const REPEATABLE: ReadonlySet<Key> = new Set<Key>(['Source', 'Hide', 'Hint', 'About', 'Needs', 'Part of', 'Tags', 'Also accept']);

/** Keys as the format writes them, by far the most frequent. */
const EXACT: ReadonlyMap<string, Key> = new Map(KEYS.map((key) => [key, key]));
const BY_NAME: ReadonlyMap<string, Key> = new Map(KEYS.map((key) => [key.toLowerCase(), key]));

/** "Hints:" is near "Hint:", though it is a short word. */
const BY_PLURAL: ReadonlyMap<string, Key> = new Map(KEYS.map((key) => [`${key.toLowerCase()}s`, key]));

/** `- Key: value`, taken apart. Columns count from 0. */
export interface KeyLine {
	/** The key as written, without bold. */
	readonly name: string;
	/** The key with its bold marks, without the colon, unless the colon stands inside the bold. */
	readonly from: number;
	readonly to: number;
	readonly nameFrom: number;
	/** The known key, if it is one. */
	readonly key: Key | undefined;
	/** The known key of which it is a near miss. */
	readonly near: Key | undefined;
	/** Where the value begins. */
	readonly valueFrom: number;
}

const LONGEST_KEY = 40;

/** The key line that a bullet's text is, if it is one; `from`: where the text of the bullet begins. */
export function readKeyLine(line: string, from: number): KeyLine | undefined {
	const bold = line.startsWith('**', from) || line.startsWith('__', from) ? line.slice(from, from + 2) : '';
	const nameFrom = from + bold.length;
	let at = nameFrom;
	while (at < line.length && at - nameFrom <= LONGEST_KEY && isKeyCharacter(line.charCodeAt(at))) at++;
	let to = at;
	while (to > nameFrom && isSpace(line.charCodeAt(to - 1))) to--;
	if (to === nameFrom || isDigit(line.charCodeAt(nameFrom)) || line.charCodeAt(nameFrom) === 39) return undefined;
	const name = line.slice(nameFrom, to);
	let end = at;
	if (bold !== '' && line.startsWith(bold, end)) {
		end += 2;
		while (isSpace(line.charCodeAt(end))) end++;
	}
	const colon = line.charAt(end);
	if (colon !== ':' && colon !== '：') return undefined;
	const afterColon = end + 1;
	if (colon === ':' && (line.startsWith('//', afterColon) || line.charAt(afterColon) === ':')) return undefined;
	const boldInside = bold !== '' && end === at && line.startsWith(bold, afterColon);
	if (bold !== '' && end === at && !boldInside) return undefined;
	let valueFrom = boldInside ? afterColon + 2 : afterColon;
	while (valueFrom < line.length && isSpace(line.charCodeAt(valueFrom))) valueFrom++;
	const exact = EXACT.get(name);
	const words = exact === undefined ? plainWords(name) : '';
	const key = exact ?? BY_NAME.get(words);
	const near = key === undefined ? (nearMissOf(words, KEYS) ?? BY_PLURAL.get(words)) : undefined;
	return { name, from, to: boldInside ? afterColon + 2 : end, nameFrom, valueFrom, key, near };
}

/** For each first letter, the keys that begin with it, as lines that are written as the format writes them: `- Hint: `. */
const WRITTEN: ReadonlyMap<number, readonly { readonly start: string; readonly keyLine: KeyLine }[]> = new Map(
	KEYS.map((key) => [
		key.charCodeAt(0),
		KEYS.filter((other) => other.charCodeAt(0) === key.charCodeAt(0)).map((name) => {
			const to = 2 + name.length;
			return { start: `- ${name}: `, keyLine: { name, from: 2, to, nameFrom: 2, key: name, near: undefined, valueFrom: to + 2 } };
		})
	])
);

/** The key line that begins at `start` of a text, if it is written as the format writes it, and no blank follows. */
export function writtenKeyLine(text: string, start: number): KeyLine | undefined {
	for (const key of WRITTEN.get(text.charCodeAt(start + 2)) ?? NO_KEYS)
		if (text.startsWith(key.start, start)) return isSpace(text.charCodeAt(start + key.keyLine.valueFrom)) ? undefined : key.keyLine;
	return undefined;
}

const NO_KEYS: readonly never[] = [];

/** A key's words in small letters with single spaces between them. */
function plainWords(name: string): string {
	const lower = name.toLowerCase();
	return lower.includes(' ') || lower.includes('\u00a0') || lower.includes('\u202f')
		? lower
				.split(/[ \u00a0\u202f]/u)
				.filter((word) => word !== '')
				.join(' ')
		: lower;
}

function isSpace(code: number): boolean {
	return code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

function isKeyCharacter(code: number): boolean {
	if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || isSpace(code)) return true;
	if (code === 45 || code === 39 || code === 0x2019) return true;
	return code >= 128 && (LETTER.test(String.fromCharCode(code)) || (code >= 0xd800 && code <= 0xdfff));
}

/** Where the text of a bullet (`- `, `* `, `+ `) begins, or -1 if the line is none. */
export function bulletText(line: string): number {
	const ink = firstInk(line);
	const char = line.charAt(ink);
	if (char !== '-' && char !== '*' && char !== '+') return -1;
	const next = line.charAt(ink + 1);
	if (next !== ' ' && next !== '\t') return next === '' ? ink + 1 : -1;
	let at = ink + 1;
	while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at++;
	return at;
}

/** Keys that hardly ever begin a sentence as they are written here; "Why", "About" and "Answer" do. */
const NO_FIRST_WORDS: readonly Key[] = ['Hint', 'Doubt', 'Also accept', 'Part of', 'Tags', 'Status', 'Alt asked'];

/** The known key at the beginning of a bullet that no colon follows, and where it stands with its bold marks. */
export function keyWithoutColon(line: string): { key: Key; from: number; to: number } | undefined {
	const from = bulletText(line);
	if (from < 0) return undefined;
	const bold = line.startsWith('**', from) || line.startsWith('__', from) ? line.slice(from, from + 2) : '';
	const key = NO_FIRST_WORDS.find((word) => line.startsWith(`${bold}${word}${bold} `, from));
	return key && { key, from, to: from + key.length + 2 * bold.length };
}
