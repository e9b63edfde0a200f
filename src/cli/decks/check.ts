import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck, type Parsed } from '#lib/core/deck/parse.ts';
import { problem, type Problem } from '#lib/core/deck/problem.ts';
import { applyEdits } from '#lib/core/deck/edits.ts';
import { safeFixes } from '#lib/core/deck/fixes.ts';
import { tooLarge } from '#lib/core/deck/limits.ts';
import { splitLines } from '#lib/core/deck/lines.ts';
import { compareRanges, rangeOn } from '#lib/core/deck/range.ts';
import { decksIn, decksNamed, filesBeside, libraryFolder, readDeck, type DeckFile } from './files.ts';

/** A deck's file with what was read in it and all its problems. */
export interface Checked extends DeckFile, Parsed {}

/** Parses and checks the decks that the paths name; other decks of their folders are read for names only. */
export function checkDecks(paths: readonly string[]): Checked[] {
	const named = decksNamed(paths);
	const around = new Set(named.map((path) => resolve(path)));
	const others = [...new Set(named.map(libraryFolder))].flatMap(decksIn).filter((path) => !around.has(resolve(path)));
	const read = [...named, ...others].map((path) => {
		const file = readDeck(path);
		return { ...file, ...parseDeck(path, file.text) };
	});
	const found = checkLibrary(read.map(({ path, deck, outline }) => ({ file: path, deck, outline, files: filesBeside(path) })));
	return read.slice(0, named.length).map((deck) => {
		if (deck.tooLarge) return { ...deck, problems: [tooLarge()] };
		const bytes = deck.notUtf8At === undefined ? [] : [notUtf8(deck)];
		const problems = [...bytes, ...deck.problems, ...(found.get(deck.path) ?? [])];
		return { ...deck, problems: problems.sort((a, b) => compareRanges(a.range, b.range)) };
	});
}

function notUtf8({ text }: DeckFile): Problem {
	const lines = splitLines(text);
	const line = Math.max(
		0,
		lines.findIndex((it) => it.includes('\ufffd'))
	);
	const column = Math.max(0, (lines[line] ?? '').indexOf('\ufffd'));
	return problem('E008', rangeOn(line, column, column + 1), 'This file is not UTF-8, so some letters cannot be read. Save it again as UTF-8.');
}

/** Makes the fixes that cannot change meaning, and gives how many were made. */
export function fixDecks(decks: readonly Checked[]): number {
	let made = 0;
	for (const { path, text, problems } of decks) {
		const fixes = safeFixes(problems);
		if (fixes.length === 0) continue;
		made += fixes.length;
		writeFileSync(path, applyEdits(text, fixes.flatMap(({ edits }) => edits)));
	}
	return made;
}
