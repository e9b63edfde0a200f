import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Deck } from '#lib/core/deck/deck.ts';
import { applyEdits } from '#lib/core/deck/edits.ts';
import { safeFixes } from '#lib/core/deck/fixes.ts';
import { formatDeck } from '#lib/core/deck/format.ts';
import { diffDecks } from '#lib/core/deck/identity.ts';
import { checkLibrary } from '#lib/core/deck/library.ts';
import { parseDeck, type Parsed } from '#lib/core/deck/parse.ts';
import { cardsIn } from '#lib/core/deck/parts.ts';
import type { Problem } from '#lib/core/deck/problem.ts';
import { recheckDeck } from '#lib/core/deck/recheck.ts';
import { deckLike } from './arbitrary.ts';
import { anyText, damagedDecks, realDecks } from './damage.ts';

const RUNS = 300;
const TIME = { timeout: 60_000 };

const ANY: readonly [string, fc.Arbitrary<string>][] = [
	['any texts', anyText()],
	['texts of pieces of the format', deckLike()],
	['real decks with damage', damagedDecks().map(({ damaged }) => damaged)]
];

function parse(text: string): Parsed {
	return parseDeck('any.md', text);
}

/** All problems of a text that was read, alone in its library. */
function check({ problems, deck, outline }: Parsed): Problem[] {
	return [...problems, ...(checkLibrary([{ file: 'any.md', deck, outline, files: [] }]).get('any.md') ?? [])];
}

/** Fails with a readable difference; quick where there is none. */
function same(actual: unknown, expected: unknown): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** What a deck says, whether or not its ids stand in the text. */
function said(deck: Deck): unknown {
	return { ...deck, idWritten: true, notes: deck.notes.map((note) => ({ ...note, idWritten: true })) };
}

describe.each(ANY)('for %s', TIME, (_, texts) => {
	test('every problem stands inside the text, and its fix can be made', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const lines = text.replace(/^\ufeff+/u, '').split(/\r\n|\r|\n/u);
				const read = recheckDeck('any.md', text);
				const problems = check(read);
				for (const { range, message, fix, code } of problems) {
					const line = lines[range.line - 1];
					const last = lines[range.endLine - 1] ?? '';
					const ordered = range.endLine > range.line || (range.endLine === range.line && range.endColumn >= range.column);
					const holds = line !== undefined && range.column >= 1 && range.column <= line.length + 1 && range.endColumn <= last.length + 1;
					if (!ordered || !holds || message === '') expect([code, range]).toBe('inside the text');
					// What a fix makes of a text is the text before it but for one place.
					if (fix) recheckDeck('any.md', applyEdits(text, fix.edits), read);
				}
				parse(
					applyEdits(
						text,
						safeFixes(problems).flatMap(({ edits }) => edits)
					)
				);
			}),
			{ numRuns: RUNS }
		);
	});

	test('no two cards have one key, and each note has an id', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const ids = parse(text).deck.notes.map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids).not.toContain('');
			}),
			{ numRuns: RUNS }
		);
	});

	test('formatting what is formatted changes nothing, and it is read as the same deck', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const once = formatDeck('any.md', text);
				expect(formatDeck('any.md', once)).toBe(once);
				same(said(parse(once).deck), said(parse(text).deck));
			}),
			{ numRuns: RUNS }
		);
	});

	test('an edit says once of each card, old and new, what becomes of it', () => {
		fc.assert(
			fc.property(texts, fc.constantFrom(...realDecks()), (text, other) => {
				const decks = [text, other].map((it) => [{ path: 'any.md', deck: parse(it).deck }]);
				for (const [from = [], to = []] of [decks, decks.toReversed(), [decks[0], decks[0]]]) {
					const changes = diffDecks(from, to);
					const gone = changes.flatMap(({ old }) => old ?? []);
					const fresh = changes.flatMap((change) => change.new ?? []);
					expect([...new Set(gone)].sort()).toEqual([...cardsIn(from.map(({ deck }) => deck)).keys()].sort());
					expect([...new Set(fresh)].sort()).toEqual([...cardsIn(to.map(({ deck }) => deck)).keys()].sort());
					if (from === to) expect(changes.filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
				}
			}),
			{ numRuns: RUNS / 3 }
		);
	});
});

test('what a real deck has become is compared with it', TIME, () => {
	fc.assert(
		fc.property(damagedDecks(), ({ whole, damaged }) => {
			const from = { path: 'any.md', deck: parse(whole).deck };
			const to = { path: 'any.md', deck: parse(damaged).deck };
			for (const { old, new: fresh, verdict } of diffDecks([from], [to])) {
				if (verdict === 'kept') expect(old).toBe(fresh);
				expect(verdict === 'new').toBe(old === undefined);
				expect(verdict === 'gone').toBe(fresh === undefined);
			}
		}),
		{ numRuns: RUNS }
	);
});
