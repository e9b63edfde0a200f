import type { Citation, ConceptId } from './deck.ts';
import type { Key } from './field.ts';
import { isPlainSlug, slugOf } from './slug.ts';

/** What the value of a fact stands for, where it cites a source or names concepts. */
export interface Meaning {
	/** The value, as it is kept. */
	readonly value: string;
	/** Whether it has a semicolon, so that it may be several values in one. */
	readonly mayBeSeveral: boolean;
	/** What it cites; undefined if it names concepts. */
	readonly citations: readonly [Citation] | undefined;
	/** The concepts that it names, by what is written, as slugs. */
	readonly concepts: readonly ConceptId[];
}

const NO_CONCEPTS: readonly ConceptId[] = [];
const SEMICOLON = 59;
const PLACES = 512;
const NOWHERE = -1;
/** Longer values are hardly ever said twice. */
const LONGEST_KEPT = 60;
/** How many of one place are looked at, so that a text of values that share one is read in linear time. */
const MOST_LOOKED_AT = 8;

/** A meaning, and those that were kept before it in the same place. */
interface Kept {
	readonly meaning: Meaning;
	readonly others: Kept | undefined;
}

/**
 * Reads what facts mean. Most cards of a deck cite what others cite and are about what others are about, so what was read is found
 * again by the characters of its value, without cutting that out.
 */
export class Meanings {
	private readonly places = new Array<Kept | undefined>(PLACES).fill(undefined);

	/** What the characters [from, to) of a text mean below this key; undefined below one that neither cites nor names. */
	of(key: Key | undefined, text: string, from: number, to: number): Meaning | undefined {
		const cites = key === 'Source';
		if (!cites && key !== 'About' && key !== 'Part of' && key !== 'Needs') return undefined;
		const place = placeOf(text, from, to);
		if (place === NOWHERE) return readMeaning(text.slice(from, to), cites);
		const others = this.places[place];
		for (let kept = others, seen = 0; kept && seen < MOST_LOOKED_AT; kept = kept.others, seen++) {
			const { meaning } = kept;
			const { value, citations } = meaning;
			if (value.length === to - from && (citations !== undefined) === cites && text.startsWith(value, from)) return meaning;
		}
		const meaning = readMeaning(text.slice(from, to), cites);
		this.places[place] = { meaning, others };
		return meaning;
	}
}

/** Where a value is kept; nowhere if it is too long, or a list, as hardly any other card has the same. */
function placeOf(text: string, from: number, to: number): number {
	if (to - from > LONGEST_KEPT) return NOWHERE;
	let place = 0;
	for (let at = from; at < to; at++) {
		const code = text.charCodeAt(at);
		if (code === SEMICOLON) return NOWHERE;
		place = (31 * place + code) % PLACES;
	}
	return place;
}

function readMeaning(value: string, cites: boolean): Meaning {
	const mayBeSeveral = value.includes(';');
	if (cites) return { value, mayBeSeveral, citations: [readCitation(value)], concepts: NO_CONCEPTS };
	return { value, mayBeSeveral, citations: undefined, concepts: listOf(value).map(conceptName) };
}

/** The parts of a list value: "a; b". */
export function listOf(value: string): string[] {
	if (!value.includes(';')) return value === '' ? [] : [value];
	const parts: string[] = [];
	for (let from = 0; from <= value.length;) {
		const end = value.indexOf(';', from);
		const part = value.slice(from, end < 0 ? value.length : end).trim();
		if (part !== '') parts.push(part);
		from = end < 0 ? value.length + 1 : end + 1;
	}
	return parts;
}

/** A concept as it is named: an id as it is, words as the slug that their term's id most likely is. */
export function conceptName(words: string): string {
	return isPlainSlug(words) ? words : slugOf(words) || words;
}

/** The source of "jervis1978, p. 169". */
export function sourceOf(value: string): string {
	const comma = value.indexOf(',');
	return (comma < 0 ? value : value.slice(0, comma)).trim();
}

/** "jervis1978, p. 169" as a source and a locator. */
function readCitation(value: string): Citation {
	const comma = value.indexOf(',');
	const source = sourceOf(value);
	if (comma < 0) return { source };
	const locator = value.slice(comma + 1).trim();
	return locator === '' ? { source } : { source, locator };
}
