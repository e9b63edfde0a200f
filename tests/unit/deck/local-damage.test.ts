import { expect, test } from 'vitest';
import type { Note } from '#lib/core/deck/deck.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { fortyCards } from './forty-cards.ts';

/** What a card asks and answers, without the section it stands in. */
function content(note: Note): string {
	return JSON.stringify({ ...note, section: undefined, idWritten: undefined });
}

function cardsOf(text: string): Map<string, string> {
	return new Map(parseDeck('forty.md', text).deck.notes.map((note) => [note.id, content(note)]));
}

test('the deck of forty cards is sound', () => {
	const { deck, problems } = parseDeck('forty.md', fortyCards());
	expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
	expect(deck.notes).toHaveLength(40);
});

test('deleting any single line changes at most two cards', () => {
	const lines = fortyCards().split('\n');
	const whole = cardsOf(lines.join('\n'));
	const worst: string[] = [];
	lines.forEach((line, at) => {
		const cards = cardsOf([...lines.slice(0, at), ...lines.slice(at + 1)].join('\n'));
		const lost = [...whole].filter(([id, text]) => cards.get(id) !== text).length;
		if (lost > 2) worst.push(`${at + 1}: ${line} (${lost})`);
	});
	expect(worst).toEqual([]);
});

test('doubling any single line changes at most two cards', () => {
	const lines = fortyCards().split('\n');
	const whole = cardsOf(lines.join('\n'));
	const worst: string[] = [];
	lines.forEach((line, at) => {
		const cards = cardsOf([...lines.slice(0, at + 1), line, ...lines.slice(at + 1)].join('\n'));
		const lost = [...whole].filter(([id, text]) => cards.get(id) !== text).length;
		if (lost > 2) worst.push(`${at + 1}: ${line} (${lost})`);
	});
	expect(worst).toEqual([]);
});

test('cutting the text anywhere changes no card above the one that is cut', () => {
	const text = fortyCards();
	const whole = parseDeck('forty.md', text).deck.notes;
	const starts = whole.map(({ id }) => text.indexOf(`<!-- #${id} -->`));
	for (let at = 200; at < text.length; at += 37) {
		const cards = cardsOf(text.slice(0, at));
		const above = whole.filter((_, index) => (starts[index + 1] ?? Infinity) < at);
		const lost = above.filter((note) => cards.get(note.id) !== content(note));
		expect(lost, `cut at ${at}`).toEqual([]);
	}
});

test.each(['```', '~~~', '<!--', '```js'])('an unclosed %s damages one card only', (opener) => {
	const lines = fortyCards().split('\n');
	const whole = cardsOf(lines.join('\n'));
	lines.forEach((line, at) => {
		if (line !== '' || at < 9) return;
		const { deck, problems } = parseDeck('forty.md', [...lines.slice(0, at), opener, ...lines.slice(at + 1)].join('\n'));
		const cards = new Map(deck.notes.map((note) => [note.id, content(note)]));
		const lost = [...whole].filter(([id, text]) => cards.get(id) !== text).length;
		expect(lost, `${opener} on line ${at + 1}: ${problems.map(({ code, range }) => `${code} ${range.line}`).join()}`).toBeLessThanOrEqual(
			1
		);
	});
});
