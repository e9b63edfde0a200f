import type { NoteKind } from './deck.ts';
import type { Heading } from './heading.ts';
import { nearMissOf } from './near.ts';

/** The words before the colon of a heading that say what kind of note it is. */
const KIND_WORDS = {
	term: 'term',
	'true or false': 'true-false',
	'put in order': 'order',
	match: 'match',
	scenario: 'scenario'
} as const satisfies Record<string, NoteKind>;
type KindWord = keyof typeof KIND_WORDS;
const WORDS = Object.keys(KIND_WORDS) as KindWord[];

const SPELLED: Readonly<Record<KindWord, string>> = {
	term: 'Term',
	'true or false': 'True or false',
	'put in order': 'Put in order',
	match: 'Match',
	scenario: 'Scenario'
};

const TERMS_HEADINGS: ReadonlySet<string> = new Set(['terms', 'glossary', 'key terms']);

/** What `Type:` may say, and the kind it means. */
const TYPE_NAMES: Readonly<Record<string, NoteKind>> = {
	...KIND_WORDS,
	question: 'question',
	'question and answer': 'question',
	'question/answer': 'question',
	qa: 'question',
	basic: 'question',
	cloze: 'cloze',
	'fill-in': 'cloze',
	'fill in': 'cloze',
	choice: 'choice',
	'multiple choice': 'choice',
	'choose-all': 'choose-all',
	'choose all': 'choose-all',
	typed: 'typed',
	numeric: 'numeric',
	number: 'numeric',
	'true-false': 'true-false',
	'true/false': 'true-false',
	order: 'order',
	picture: 'picture'
};

/** A heading's text, taken apart. */
export interface Prompt {
	/** The heading without its kind word. */
	readonly text: string;
	/** The column where it begins. */
	readonly from: number;
	readonly kind?: NoteKind;
	/** Whether the heading is that of a list of terms. */
	readonly terms: boolean;
	/** A kind word with a typing mistake: "Scenraio". */
	readonly near?: { readonly typed: string; readonly kind: NoteKind; readonly word: string; readonly text: string; readonly from: number };
}

export function readPrompt(heading: Heading): Prompt {
	const { text, from } = heading;
	const colon = colonIn(text);
	if (colon < 0) return { text, from, terms: text.length <= LONGEST_TERMS && TERMS_HEADINGS.has(text.toLowerCase().replace(':', '')) };
	const typed = text.slice(0, colon).trim();
	let rest = colon + 1;
	while (rest < text.length && text.charAt(rest).trim() === '') rest++;
	const lower = typed.toLowerCase();
	const word = WORDS.find((candidate) => candidate === lower);
	if (word) return { text: text.slice(rest), from: from + rest, kind: KIND_WORDS[word], terms: false };
	const near = nearMissOf(lower, WORDS);
	if (!near) return { text, from, terms: colon === text.length - 1 && TERMS_HEADINGS.has(lower) };
	const miss = { typed, kind: KIND_WORDS[near], word: SPELLED[near], text: text.slice(rest), from: from + rest };
	return { text, from, terms: false, near: miss };
}

const LONGEST_TERMS = 'key terms:'.length;
const LONGEST_WORD = 'put in order'.length + 2;

function colonIn(text: string): number {
	for (let at = 0; at < text.length && at <= LONGEST_WORD; at++) {
		const code = text.charCodeAt(at);
		if (code === 58 || code === 0xff1a) return at;
	}
	return -1;
}

/** The kind that the value of `Type:` names. */
export function kindNamed(value: string): NoteKind | undefined {
	return TYPE_NAMES[value.trim().toLowerCase()];
}

/** The names that `Type:` may say. */
export const KIND_NAMES: readonly string[] = Object.keys(TYPE_NAMES);
