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
const PLACES = 512;
/** Longer values are hardly ever said twice. */
const LONGEST_KEPT = 60;

/**
 * Reads what facts mean. Most cards of a deck cite what others cite and are about what others are about, so what was read is found
 * again by the characters of its value, without cutting that out. A place keeps what was last read of the values that share it.
 */
export class Meanings {
	private readonly places = new Array<Meaning | undefined>(PLACES).fill(undefined);

	/** What the characters [from, to) of a text mean below this key; undefined below one that neither cites nor names. */
	of(key: Key | undefined, text: string, from: number, to: number): Meaning | undefined {
		const cites = key === 'Source';
		if (!cites && key !== 'About' && key !== 'Part of' && key !== 'Needs') return undefined;
		if (to - from > LONGEST_KEPT) return readMeaning(text.slice(from, to), cites);
		let place = to - from;
		for (let at = from; at < to; at++) place = (31 * place + text.charCodeAt(at)) % PLACES;
		const known = this.places[place];
		if (known?.value.length === to - from && (known.citations !== undefined) === cites && text.startsWith(known.value, from)) return known;
		return (this.places[place] = readMeaning(text.slice(from, to), cites));
	}
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
