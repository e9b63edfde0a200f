import { circlesIn } from './circles.ts';
import type { Deck } from './deck.ts';
import { conceptName } from './meaning.ts';
import { nearestOf } from './near.ts';
import type { Outline } from './outline.ts';
import { checkPictures } from './pictures.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { moveRange, removeLine, replace } from './range.ts';
import { alikeQuestions } from './alike.ts';

/** A deck of a library, with where its things stand and which files lie beside it. */
export interface LibraryDeck {
	readonly file: string;
	readonly deck: Deck;
	readonly outline: Outline;
	/** Paths from the deck's folder; left out where pictures cannot be looked for. */
	readonly files?: readonly string[];
}

/** Where something stands in one of the files. */
export interface Place {
	readonly file: string;
	readonly range: Range;
}

/** Takes the problems of a library's files. */
export type Report = (file: string, problem: Problem) => void;

/** The problems that only show when the decks are seen together (E203, E403, E604, E605, W914, W920), by file. */
export function checkLibrary(decks: readonly LibraryDeck[]): Map<string, Problem[]> {
	const found = new Map<string, Problem[]>(decks.map(({ file }) => [file, []]));
	const report: Report = (file, it) => found.get(file)?.push(it);
	for (const library of librariesOf(decks).values()) {
		sharedIds(library, report);
		checkConcepts(library, report);
		circlesIn(library, report);
		alikeQuestions(library, report);
	}
	for (const deck of decks) checkPictures(deck, report);
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

/** Ids that stand in two files of one namespace. */
function sharedIds(library: readonly LibraryDeck[], report: Report): void {
	const first = new Map<string, Place & { written: boolean }>();
	for (const { file, outline } of library) {
		for (const note of outline.notes) {
			for (const { id, written, prompt } of note.entries) {
				const range = moveRange(written?.range ?? prompt, note.line - 1);
				const before = first.get(id);
				if (!before) first.set(id, { file, range, written: written !== undefined });
				else if (before.file !== file) {
					const related = [{ file: before.file, range: before.range, message: 'The first one is here.' }];
					const message = written
						? `The id "${id}" is already used on line ${before.range.line} of ${before.file}. Delete it here, so that this card gets one of its own.`
						: `Another card would get the same id "${id}", on line ${before.range.line} of ${before.file}. Write an id of its own below this heading.`;
					const fix = written?.ownLine ? { fix: removeLine('Delete this id', range.line - 1) } : {};
					report(file, problem('E203', range, message, { ...fix, related }));
				}
			}
		}
	}
}

/** What the terms of a library can be called, and the names of terms whose own card cannot be used. */
export function termNames(library: readonly LibraryDeck[]): { readonly sound: Map<string, string>; readonly broken: Map<string, string> } {
	const sound = new Map<string, string>();
	const broken = new Map<string, string>();
	for (const { file, deck, outline } of library) {
		for (const note of deck.notes) {
			if (note.kind !== 'term') continue;
			sound.set(note.id, note.id);
			const words = conceptName(note.prompt);
			if (!sound.has(words)) sound.set(words, note.id);
		}
		for (const { kind, entries, ids, title, brokenTerms = [] } of outline.notes) {
			for (const name of brokenTerms) broken.set(name, file);
			if (kind !== 'term' || entries.length > 0) continue;
			broken.set(conceptName(title), file);
			if (ids[0]) broken.set(ids[0].id, file);
		}
	}
	return { sound, broken };
}

function checkConcepts(library: readonly LibraryDeck[], report: Report): void {
	const { sound, broken } = termNames(library);
	for (const { file, deck, outline } of library) {
		for (const { key, name, range } of outline.concepts) {
			const words = conceptName(name);
			if (sound.has(name) || sound.has(words)) continue;
			const brokenIn = broken.get(name) ?? broken.get(words);
			if (brokenIn !== undefined) {
				// In the same file the mistake in the term's own card says it already.
				if (key !== 'Needs' || brokenIn === file || deck.lint.W920 === false) continue;
				report(
					file,
					problem('W920', range, `"${name}" is needed here, but its own card cannot be used, so no card teaches it. Mend that card first.`)
				);
				continue;
			}
			const near = nearestOf(words, sound.keys());
			const meant = near === undefined ? 'Write a card "## Term: …" for it, or correct the name.' : `Did you mean "${near}"?`;
			const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, range, near) };
			report(file, problem('E604', range, `No term of this library is called "${name}". ${meant}`, fix));
		}
	}
}
