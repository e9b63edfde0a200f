import { createHash } from 'node:crypto';
import { basename, dirname, relative, resolve } from 'node:path';
import { cardIdsOf } from '#lib/core/card/card.ts';
import type { Deck } from '#lib/core/deck/deck.ts';
import { picturePath } from '#lib/core/deck/picture-path.ts';
import type { ShelfEntry } from 'virtual:library';
import type { Checked } from '../cli/decks/check.ts';
import { painter, report } from '../cli/decks/report.ts';

/** A deck ready to be shipped, and what is wrong with it: texts with file, line and column, as `npm run decks -- check` says them. */
export interface CompiledDeck {
	readonly deck: Deck;
	/** All that is known of it without the other decks. */
	readonly entry: Omit<ShelfEntry, 'scenarios' | 'uses'>;
	/** The deck's file, by path from the folder of all decks, and the line on which each of its notes begins, in the deck's order. */
	readonly file: string;
	readonly lines: readonly number[];
	/** The files of its pictures, by path from the deck's folder. */
	readonly pictures: Readonly<Record<string, string>>;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
}

/** What a checked deck of a folder becomes in the app. */
export function compileDeck(folder: string, { path, text, deck, outline, problems }: Checked): CompiledDeck {
	const said = (severity: 'error' | 'warning') =>
		problems.filter((problem) => problem.severity === severity).map((problem) => report(path, text, [problem], painter(false)));
	const { title, description, id, language } = deck;
	const version = nameOf(JSON.stringify(deck)).slice(0, 12);
	const cardIds = cardIdsOf(deck);
	const cardsVersion = nameOf(cardIds.join('\n')).slice(0, 20);
	const name = basename(path) === 'deck.md' ? basename(dirname(path)) : basename(path, '.md');
	const paths = new Set(outline.pictures.flatMap(({ file }) => picturePath(file) ?? []));
	const lines = new Map(outline.notes.flatMap(({ line, entries }) => entries.map(({ id, prompt }) => [id, line + prompt.line - 1])));
	return {
		deck,
		file: relative(folder, path).replaceAll('\\', '/'),
		lines: deck.notes.map(({ id }) => lines.get(id) ?? 1),
		entry: {
			...{ name, id, version, title, cardIds, cardsVersion },
			...(description === undefined ? {} : { description }),
			...(language === undefined ? {} : { language })
		},
		pictures: Object.fromEntries([...paths].sort().map((file) => [file, resolve(dirname(path), file)])),
		errors: said('error'),
		warnings: said('warning')
	};
}

/** A name that no other text has, as far as anybody knows. */
function nameOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/**
 * The order in which decks are introduced: by their names, but each behind those whose concepts its notes are about or need. Decks
 * without a note are left out.
 */
export function shelved(decks: readonly CompiledDeck[]): readonly CompiledDeck[] {
	const left = decks.filter(({ deck, errors }) => deck.notes.length > 0 || errors.length > 0);
	const row: CompiledDeck[] = [];
	while (left.length > 0) {
		const ready = left.findIndex((deck) => !left.some((other) => other !== deck && rests(deck, other)));
		row.push(...left.splice(Math.max(0, ready), 1));
	}
	return row;
}

/** Whether a deck's notes are about, or need, concepts that another deck of its namespace defines. */
function rests({ deck }: CompiledDeck, { deck: other }: CompiledDeck): boolean {
	if (deck.namespace !== other.namespace) return false;
	const defined = new Set<string>(other.notes.filter(({ kind }) => kind === 'term').map(({ id }) => id));
	return deck.notes.some(({ facts }) => [...facts.about, ...facts.needs].some((concept) => defined.has(concept)));
}
