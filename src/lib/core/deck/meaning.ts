import type { Citation, ConceptId } from './deck.ts';
import type { Key } from './field.ts';
import { isPlainSlug, slugOf } from './slug.ts';

/** What the value of a fact stands for, where it cites a source or names concepts. */
export interface Meaning {
	/** The value, as it is kept. */
	readonly value: string;
	/** What it cites: one place, if it is that of a source. */
	readonly citations: readonly Citation[];
	/** The concepts that it names, by what is written, as slugs. */
	readonly concepts: readonly ConceptId[];
}

const NONE: readonly never[] = [];

/** Reads what facts mean. Most cards of a deck cite what others cite and are about what others are about: each is made and kept once. */
export class Meanings {
	private readonly cited = new Map<string, Meaning>();
	private readonly named = new Map<string, Meaning>();

	/** What a value means below this key; undefined below one that neither cites nor names. */
	of(key: Key | undefined, value: string): Meaning | undefined {
		if (key === 'Source') return this.cited.get(value) ?? kept(this.cited, { value, citations: [readCitation(value)], concepts: NONE });
		if (key !== 'About' && key !== 'Part of' && key !== 'Needs') return undefined;
		return this.named.get(value) ?? kept(this.named, { value, citations: NONE, concepts: listOf(value).map(conceptName) });
	}
}

function kept(known: Map<string, Meaning>, meaning: Meaning): Meaning {
	known.set(meaning.value, meaning);
	return meaning;
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
