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

/** Cards of few words, many without an id, so that they want the ids of one another. */
const rivals = fc
	.array(
		fc.tuple(
			fc.constantFrom('## ', '## Term: ', '# '),
			fc.constantFrom('A', 'A B', 'A 2', 'B', 'Card', '?', 'Key terms'),
			fc.constantFrom('', '', '<!-- #a -->\n', '<!-- #b -->\n', '- Tags: t\n'),
			fc.constantFrom(
				'So.\n',
				'- [x] A much longer one\n- [ ] B\n',
				'- **A**: So.\n- **B**: So.\n',
				'```\n## C\n```\n',
				'',
				'So.\n\n- About: A\n- Hnit: h\n'
			)
		),
		{ minLength: 1, maxLength: 14 }
	)
	.map((cards) => cards.map(([hashes, words, id, below]) => `${hashes}${words}\n${id}\n${below}\n`).join(''));

test('whichever cards come, go, move or change what they are called, a deck is read exactly as from scratch', () => {
	const header = fc.constantFrom('---\ntitle: T\n---\n\n', '', 'Before all.\n\n');
	const edit = fc.record({
		at: fc.nat(),
		length: fc.constantFrom(0, 0, 1, 2, 30),
		insert: fc.constantFrom('A', ' B', '2', '\n', '', '<!-- #a -->\n', 'Term: ', '## A\n\nSo.\n\n', '# B\n\n', '```\n', '- About: B\n'),
		/** From which of the readings before it goes on: a change may be taken back. */
		back: fc.constantFrom(0, 0, 0, 1, 2)
	});
	fc.assert(
		fc.property(header, rivals, fc.array(edit, { maxLength: 8 }), (head, cards, edits) => {
			const path = 'any.md';
			const first = head + cards;
			const readings = [{ text: first, read: recheckDeck(path, first) }];
			for (const { at, length, insert, back } of edits) {
				const last = readings.at(-1 - back) ?? readings[0];
				if (!last) break;
				// Headings are where ids come from.
				const headings = [...last.text.matchAll(/^#.*$/gmu)].map(({ index, 0: line }) => index + line.length);
				const from = (at % 2 === 0 ? headings[at % headings.length] : undefined) ?? at % (last.text.length + 1);
				const text = last.text.slice(0, from) + insert + last.text.slice(from + length);
				const read = recheckDeck(path, text, last.read);
				const whole = plain(parseDeck(path, text));
				if (!isDeepStrictEqual(plain(read), whole)) expect(plain(read)).toEqual(whole);
				readings.push({ text, read });
			}
		}),
		{ numRuns: 600 }
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

test('cards that want the same id do not keep the others from being named by themselves', () => {
	const text = `${fortyCards()}\n## Why so?\n\nBecause.\n\n## Key words\n\nA.\n\n## Key words\n\nB.\n`;
	const before = recheckDeck('forty.md', text);
	const after = recheckDeck('forty.md', text.replace('## Why so?', '## Why so soon?'), before);
	expect(after.parts.decided.given.taken).toBe(before.parts.decided.given.taken);
	expect(plain(after)).toEqual(plain(parseDeck('forty.md', text.replace('## Why so?', '## Why so soon?'))));
});

/** Types one text after the other: each is read exactly as from scratch. Gives the last reading. */
function typed(...texts: readonly string[]): Rechecked {
	let last: Rechecked | undefined;
	for (const text of texts) {
		last = recheckDeck('t.md', text, last);
		expect(plain(last)).toEqual(plain(parseDeck('t.md', text)));
	}
	if (last === undefined) throw new RangeError('Nothing was typed.');
	return last;
}

test('an id that a card has got by typing is not given to another one', () => {
	const text = '---\ntitle: T\n---\n\n## One?\n\nSo.\n\n## Two?\n\nSo too.\n\n## Three?\n\nThat.\n';
	const first = text.replace('One', 'Four');
	const { deck } = typed(text, first, first.replace('Three', 'Four'));
	expect(deck.notes.map(({ id }) => id)).toEqual(['four', 'two', expect.stringMatching(/^four-/u)]);
	// One that was left is free again.
	expect(typed(text, first, first.replace('Three', 'One')).deck.notes[2]?.id).toBe('one');
});

test('what a term is called by others follows its heading while that is typed', () => {
	const text = '---\ntitle: T\n---\n\n## Term: Old words\n<!-- #a-term -->\n\nSo.\n\n## Why?\n<!-- #why -->\n\nSo.\n\n- About: New words\n';
	expect(typed(text, text.replace('Old', 'New')).deck.notes[1]?.facts.about).toEqual(['a-term']);
	expect(typed(text, text.replace('Old', 'New'), text).deck.notes[1]?.facts.about).toEqual(['new-words']);
});

test('that most right options are the longest is said and taken back while one of them is typed', () => {
	const options = (right: string) => `- [x] ${right}\n- [ ] Short\n  > No.\n- [ ] Shorter\n  > No.\n`;
	const card = (at: number, right: string) => `## Which of them is ${at}?\n<!-- #which-${at} -->\n\n${options(right)}`;
	const deck = (longest: number) =>
		`---\ntitle: T\n---\n\n${Array.from({ length: 8 }, (_, at) => card(at, at < longest ? 'Longer ones' : 'Less')).join('\n')}`;
	const codes = ({ problems }: Rechecked) => problems.map(({ code }) => code);
	expect(codes(typed(deck(4), deck(5)))).toContain('I902');
	expect(codes(typed(deck(4), deck(5), deck(4)))).not.toContain('I902');
	const off = deck(5).replace('title: T\n', 'title: T\nlint:\n  I902: off\n');
	expect(codes(typed(deck(5), off))).not.toContain('I902');
	expect(codes(typed(off, deck(5)))).toContain('I902');
});

test('two cards that get the same heading at once get two ids', () => {
	const text = '---\ntitle: T\n---\n\n## Why A?\n\nSo.\n\n## Why B?\n\nSo too.\n';
	const same = text.replace('Why A', 'Why').replace('Why B', 'Why');
	expect(plain(recheckDeck('t.md', same, recheckDeck('t.md', text)))).toEqual(plain(parseDeck('t.md', same)));
});
