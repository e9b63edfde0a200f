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
	readonly near?: NearKind;
}

/** What is nearly a kind word: "Scenraio:", "True/False:", "Scenario A". */
export interface NearKind {
	/** What stands there, from the heading's beginning on, and what should. */
	readonly typed: string;
	readonly write: string;
	readonly kind: NoteKind;
	/** The heading without it, and the column where that begins. */
	readonly text: string;
	readonly from: number;
	/** Whether it has its colon; a word without one may be a word like any other. */
	readonly hasColon: boolean;
}

export function readPrompt(heading: Heading): Prompt {
	const { text, from } = heading;
	const colon = colonIn(text);
	if (colon < 0) return withoutColon(text, from, text.length <= LONGEST_TERMS && TERMS_HEADINGS.has(text.toLowerCase().replace(':', '')));
	const typed = text.slice(0, colon).trim();
	let rest = colon + 1;
	while (rest < text.length && text.charAt(rest).trim() === '') rest++;
	const lower = typed.toLowerCase();
	const word = WORDS.find((candidate) => candidate === lower);
	if (word) return { text: text.slice(rest), from: from + rest, kind: KIND_WORDS[word], terms: false };
	const near = OTHER_WORDS[lower] ?? nearMissOf(lower, WORDS);
	if (!near) return withoutColon(text, from, colon === text.length - 1 && TERMS_HEADINGS.has(lower));
	const end = text.slice(0, colon + 1);
	const miss = {
		typed: end,
		write: `${SPELLED[near]}:`,
		kind: KIND_WORDS[near],
		text: text.slice(rest),
		from: from + rest,
		hasColon: true
	};
	return { text, from, terms: false, near: miss };
}

/** Other ways to write a kind word. */
const OTHER_WORDS: Readonly<Record<string, KindWord>> = {
	'true/false': 'true or false',
	'true / false': 'true or false',
	'true-false': 'true or false',
	'true false': 'true or false',
	'true or false?': 'true or false',
	't/f': 'true or false'
};

/** A kind word at the beginning of a heading that no colon follows. "Term" before a small letter is a word like any other. */
const NO_COLON = /^(True or false\?|True\/False|Scenario|Term(?= \p{Lu}))[ \u00a0]+(?=\S)/u;

function withoutColon(text: string, from: number, terms: boolean): Prompt {
	const first = text.charCodeAt(0);
	// T and S: the words that it may be.
	const found = first === 84 || first === 83 ? NO_COLON.exec(text) : null;
	const [whole = '', typed = ''] = found ?? [];
	const word: KindWord = typed === 'Scenario' ? 'scenario' : typed === 'Term' ? 'term' : 'true or false';
	if (!found) return { text, from, terms };
	const rest = whole.length;
	const near = { typed, write: `${SPELLED[word]}:`, kind: KIND_WORDS[word], text: text.slice(rest), from: from + rest, hasColon: false };
	return { text, from, terms, near };
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
