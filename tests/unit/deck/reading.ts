import { readFileSync } from 'node:fs';
import { parseDeck, type Parsed } from '#lib/core/deck/parse.ts';
import type { Note, NoteKind } from '#lib/core/deck/deck.ts';

/** A fixture's text. */
export function fixture(name: string): string {
	return readFileSync(`tests/unit/deck/fixtures/${name}`, 'utf8');
}

const HEADER =
	'---\ntitle: Test\nid: test\nsources:\n  - id: jervis1978\n    title: Cooperation\nlint: { I910: off, I917: off, I915: off }\n---\n\n';

/** A deck of these notes below a sound header of 9 lines. */
export function deckOf(body: string): Parsed {
	return parseDeck('test.md', HEADER + body);
}

/** The only note of a deck, which must be of this kind. */
export function only<K extends NoteKind>(kind: K, body: string): Extract<Note, { kind: K }> {
	const { deck, problems } = deckOf(body);
	const [note, ...more] = deck.notes;
	if (note?.kind !== kind || more.length > 0) throw new Error(`${deck.notes.map((it) => it.kind).join()} ${JSON.stringify(problems)}`);
	return note as Extract<Note, { kind: K }>;
}

/** Errors and warnings as "E501 3:4", line and column counted in the body of `deckOf`. */
export function found(body: string): string[] {
	return deckOf(body)
		.problems.filter(({ severity }) => severity !== 'hint')
		.map(({ code, range }) => `${code} ${range.line - 9}:${range.column}`);
}

/** All problems but missing ids, in the same form. */
export function foundAll(body: string): string[] {
	return deckOf(body)
		.problems.filter(({ code }) => code !== 'I202')
		.map(({ code, range }) => `${code} ${range.line - 9}:${range.column}`);
}
