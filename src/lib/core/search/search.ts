import { plainLetters } from '#lib/core/grade/fold.ts';

/** Something that can be found: by its title first, then by its text. */
export interface Searchable {
	readonly title: string;
	readonly text: string;
}

/** Folded texts, ready to be searched; a thing goes by its place in the list. */
export interface SearchIndex {
	readonly titles: readonly string[];
	readonly texts: readonly string[];
}

/** How much a word found in each way weighs. A title's word outweighs any number of the text's within one query of a few words. */
const TITLE_FIRST = 2000;
const TITLE_START = 1000;
const TITLE_INSIDE = 100;
const TEXT_START = 10;
const TEXT_INSIDE = 1;

/** Words as they are compared: without case, accents and punctuation, a space before each. Folding a fold changes nothing. */
export function foldForSearch(text: string): string {
	const words = plainLetters(text).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
	return ` ${words.trim()}`;
}

/** An index of these things. It takes about as long as reading their texts, once. */
export function searchIndexOf(things: readonly Searchable[]): SearchIndex {
	return { titles: things.map(({ title }) => foldForSearch(title)), texts: things.map(({ text }) => foldForSearch(text)) };
}

/** The words of a query; none if it has no letter and no digit. */
export function wordsOfQuery(query: string): readonly string[] {
	return foldForSearch(query)
		.split(' ')
		.filter((word) => word !== '');
}

/**
 * The places of all things that have every word of a query, best first: what a title begins with, words of the title before words of the text, beginnings of words
 * before what stands within them; as listed where they are alike. Nothing for a query without words.
 */
export function search({ titles, texts }: SearchIndex, query: string): readonly number[] {
	const words = wordsOfQuery(query);
	if (words.length === 0) return [];
	const found: { readonly place: number; readonly weight: number }[] = [];
	for (let place = 0; place < titles.length; place++) {
		const weight = weightOf(titles[place] ?? '', texts[place] ?? '', words);
		if (weight > 0) found.push({ place, weight });
	}
	return found.sort((a, b) => b.weight - a.weight || a.place - b.place).map(({ place }) => place);
}

/** 0 where a word is missing. */
function weightOf(title: string, text: string, words: readonly string[]): number {
	let sum = 0;
	for (const word of words) {
		const inTitle = wayIn(title, word, TITLE_START, TITLE_INSIDE);
		const weight = inTitle > 0 ? inTitle : wayIn(text, word, TEXT_START, TEXT_INSIDE);
		if (weight === 0) return 0;
		sum += weight;
	}
	return sum;
}

function wayIn(folded: string, word: string, start: number, inside: number): number {
	const first = folded.indexOf(word);
	if (first < 0) return 0;
	if (first === 1 && start === TITLE_START) return TITLE_FIRST;
	return folded[first - 1] === ' ' || folded.includes(` ${word}`, first) ? start : inside;
}
