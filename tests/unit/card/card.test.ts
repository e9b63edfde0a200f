import { expect, test } from 'vitest';
import { cardIdsOf, cardsOf, noteKey } from '#lib/core/card/card.ts';
import { deckOf } from '../decks-for-tests.ts';

const DECK = `
## Term: Ebb
<!-- #ebb -->

The falling tide.

- Reverse: yes

## Why is the sea salt?
<!-- #salt -->

Rivers carry it.

- Reverse: yes

## The highest tides
<!-- #highest -->

At ==full== and ==new== Moon, ==full== again, and so on: ==spring=={1} and ==neap=={1}.

## Parts of a tide
<!-- #parts -->

![Ebb, flood, ebb](wave.svg)

- Alt asked: A wave.
- Hide: 1% 1% 9% 9% = Low ebb
- Hide: 40% 1% 9% 9% = flood
- Hide: 80% 1% 9% 9% = Low ebb

## True or false: The Moon pulls.
<!-- #pulls -->

True. It does.
`;

test.each([
	['a term asked both ways', 'ebb', ['forward', 'reverse']],
	['a question asked both ways', 'salt', ['main', 'reverse']],
	['a cloze: equal words are one, and so is a group', 'highest', ['cloze:full', 'cloze:new', 'cloze:1']],
	['a picture: equal labels are one', 'parts', ['hide:low-ebb', 'hide:flood']],
	['a graded card', 'pulls', ['main']]
])('the cards of %s', (_, id, parts) => {
	const { namespace, notes } = deckOf(DECK);
	const cards = notes.filter((note) => note.id === id).flatMap((note) => cardsOf(namespace, note));
	expect(cards.map(({ part }) => part)).toEqual(parts);
	expect(new Set(cards.map((card) => noteKey(card.id)))).toEqual(new Set([`tides/${id}`]));
});

test('the keys of a deck are those of its cards, in the order of its text', () => {
	const deck = deckOf(DECK);
	expect(cardIdsOf(deck)).toEqual(deck.notes.flatMap((note) => cardsOf(deck.namespace, note).map(({ id }) => id)));
});
