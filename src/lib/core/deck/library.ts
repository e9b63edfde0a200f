import type { Deck } from './deck.ts';
import type { Outline } from './outline.ts';
import { problem, type Problem } from './problem.ts';
import { nearestOf } from './near.ts';
import { replace } from './range.ts';
import { conceptName } from './facts.ts';

/** A deck of a library, with where its things stand and which files lie beside it. */
export interface LibraryDeck {
	readonly file: string;
	readonly deck: Deck;
	readonly outline: Outline;
	/** Paths from the deck's folder. */
	readonly files: readonly string[];
}

/** The problems that only show when the decks are seen together, by file. */
export function checkLibrary(decks: readonly LibraryDeck[]): Map<string, Problem[]> {
	const found = new Map<string, Problem[]>(decks.map(({ file }) => [file, []]));
	for (const [, library] of librariesOf(decks)) {
		const terms = termsOf(library);
		for (const { file, outline } of library) found.get(file)?.push(...unknownConcepts(outline, terms));
	}
	return found;
}

/** The decks of each namespace. */
function librariesOf(decks: readonly LibraryDeck[]): Map<string, LibraryDeck[]> {
	const libraries = new Map<string, LibraryDeck[]>();
	for (const deck of decks) {
		const library = libraries.get(deck.deck.namespace);
		if (library) library.push(deck);
		else libraries.set(deck.deck.namespace, [deck]);
	}
	return libraries;
}

function termsOf(decks: readonly LibraryDeck[]): Set<string> {
	const terms = new Set<string>();
	for (const { deck } of decks) {
		for (const note of deck.notes) {
			if (note.kind !== 'term') continue;
			terms.add(note.id);
			terms.add(conceptName(note.prompt));
		}
	}
	return terms;
}

function unknownConcepts({ concepts }: Outline, terms: ReadonlySet<string>): Problem[] {
	const problems: Problem[] = [];
	for (const { name, range } of concepts) {
		if (terms.has(name) || terms.has(conceptName(name))) continue;
		const near = nearestOf(conceptName(name), terms);
		const meant = near === undefined ? 'Write a card "## Term: …" for it, or correct the name.' : `Did you mean "${near}"?`;
		const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, range, near) };
		problems.push(problem('E604', range, `No term of this library is called "${name}". ${meant}`, fix));
	}
	return problems;
}
