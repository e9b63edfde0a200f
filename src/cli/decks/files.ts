// Which files are decks, and what stands beside them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LARGEST } from '#lib/core/deck/limits.ts';

/** A deck's file: its path as the user would write it, and its text, or why it could not be read. */
export interface DeckFile {
	readonly path: string;
	readonly text: string;
	/** The index of the first byte that is not UTF-8. */
	readonly notUtf8At?: number;
	/** Whether it is larger than a deck may be, and was not read. */
	readonly tooLarge?: true;
}

/** Thrown when the command cannot run: no such file, an unknown option. */
export class CannotRun extends Error {}

/** Files for people that stand among decks. */
const NO_DECKS: ReadonlySet<string> = new Set(['readme.md', 'contents.md']);

/** Whether a file of this name is a deck: README.md, CONTENTS.md and files that begin with "_" never are. */
export function isDeckName(name: string): boolean {
	return name.endsWith('.md') && !NO_DECKS.has(name.toLowerCase()) && !name.startsWith('_');
}

/** The decks in a folder: `<name>.md` and `<name>/deck.md`. */
export function decksIn(folder: string): string[] {
	const found: string[] = [];
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (existsSync(join(path, 'deck.md'))) found.push(join(path, 'deck.md'));
		} else if (isDeckName(entry.name)) found.push(path);
	}
	return found.sort();
}

/** The decks that the arguments of a command name. */
export function decksNamed(paths: readonly string[]): string[] {
	const found = paths.flatMap((path) => {
		if (!existsSync(path)) throw new CannotRun(`There is no file or folder "${path}".`);
		if (statSync(path).isDirectory()) return decksIn(path);
		const name = basename(path).toLowerCase();
		if (!name.endsWith('.md')) throw new CannotRun(`"${path}" is not a deck. A deck is a file that ends in ".md".`);
		if (NO_DECKS.has(name)) throw new CannotRun(`"${path}" is not a deck. A README.md or CONTENTS.md never is one.`);
		return [path];
	});
	return [...new Set(found)];
}

/** The folder whose decks share names with a deck: for `x/deck.md` the one around it. */
export function libraryFolder(path: string): string {
	const folder = dirname(path);
	return basename(path) === 'deck.md' ? dirname(folder) : folder;
}

/** Reads a deck's file. */
export function readDeck(path: string): DeckFile {
	// A byte order mark does not count.
	if (statSync(path).size > LARGEST + 3) return { path, text: '', tooLarge: true };
	const bytes = readFileSync(path);
	try {
		return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { path, text: bytes.toString('utf8'), notUtf8At: firstBadByte(bytes) };
	}
}

function firstBadByte(bytes: Buffer): number {
	let good = 0;
	let bad = bytes.length;
	while (good < bad) {
		const middle = (good + bad + 1) >> 1;
		// The stream mode forgives a character cut at the end, so only a byte that is really wrong fails.
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle - 1;
		}
	}
	return good;
}

/** The pictures and other files in the folder of a deck, by their path from there. */
export function filesBeside(path: string): string[] {
	const folder = dirname(path);
	const found: string[] = [];
	const visit = (inner: string, depth: number): void => {
		for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
			const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
			if (entry.isDirectory()) {
				if (depth < 3 && !entry.name.startsWith('.') && entry.name !== 'node_modules') visit(name, depth + 1);
			} else found.push(name);
		}
	};
	visit('', 0);
	return found;
}
