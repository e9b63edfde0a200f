import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { recheckDeck, type Rechecked } from '#lib/core/deck/recheck.ts';
import { deckLike } from './arbitrary.ts';
import { fixture } from './reading.ts';
import { fortyCards } from './forty-cards.ts';

function plain({ deck, problems, outline }: Pick<Rechecked, 'deck' | 'problems' | 'outline'>): unknown {
	return { deck, problems, outline };
}

test('after any edits a deck is read exactly as from scratch', { timeout: 60_000 }, () => {
	const texts = fc.oneof(deckLike(), fc.constantFrom(fixture('canonical.md'), fixture('every-kind.md'), fortyCards()));
	const edits = fc.array(
		fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('x', '\n', '```\n', '<!--', '## A?\n', '# B\n- Tags: t\n', '- [x] ', '==', '---\n', '')),
		{
			maxLength: 5
		}
	);
	fc.assert(
		fc.property(texts, edits, (text, changes) => {
			let typed = text;
			let last = recheckDeck('any.md', typed);
			for (const [at, length, insert] of changes) {
				const from = at % (typed.length + 1);
				typed = typed.slice(0, from) + insert + typed.slice(from + length);
				last = recheckDeck('any.md', typed, last);
				const whole = plain(parseDeck('any.md', typed));
				if (!isDeepStrictEqual(plain(last), whole)) expect(plain(last)).toEqual(whole);
			}
		}),
		{ numRuns: 400 }
	);
});

test('a keystroke reads only the card in which it happens', () => {
	const text = fortyCards();
	const before = recheckDeck('forty.md', text);
	const after = recheckDeck('forty.md', text.replace('Because of 1:', 'Because of 1 and:'), before);
	const same = after.deck.notes.filter((note, at) => note === before.deck.notes[at]);
	// The cards with code are read again too, as the reach of a fence may have changed.
	expect(same.length).toBeGreaterThanOrEqual(30);
	expect(after.deck.notes[1]).not.toEqual(before.deck.notes[1]);
});

test('a deck that was too large is read once it is small enough', () => {
	const text = fortyCards();
	const tooLarge = recheckDeck('forty.md', text + 'x'.repeat(6_000_000));
	expect(tooLarge.problems.map(({ code }) => code)).toEqual(['E008']);
	expect(plain(recheckDeck('forty.md', text, tooLarge))).toEqual(plain(parseDeck('forty.md', text)));
});

test('typing in a card without an id names no other card anew', () => {
	const text = `${fortyCards()}\n## Why so?\n\nBecause.\n`;
	const before = recheckDeck('forty.md', text);
	const after = recheckDeck('forty.md', text.replace('## Why so?', '## Why so soon?'), before);
	const ids = after.deck.notes.map(({ id }) => id);
	expect(ids.at(-1)).toBe('why-so-soon');
	expect(after.parts.decided.given).not.toBe(before.parts.decided.given);
	expect(after.deck.notes.filter((note, at) => note === before.deck.notes[at]).length).toBeGreaterThanOrEqual(30);
});

test('two cards that get the same heading at once get two ids', () => {
	const text = '---\ntitle: T\n---\n\n## Why A?\n\nSo.\n\n## Why B?\n\nSo too.\n';
	const same = text.replace('Why A', 'Why').replace('Why B', 'Why');
	expect(plain(recheckDeck('t.md', same, recheckDeck('t.md', text)))).toEqual(plain(parseDeck('t.md', same)));
});
