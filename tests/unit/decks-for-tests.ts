import { cardsOf, type Card } from '#lib/core/card/card.ts';
import type { Deck, Note } from '#lib/core/deck/deck.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';

const HEADER = `---
title: Tides
id: tides
sources:
  - id: almanac
    title: The Almanac
    author: Ada Marsh
    date: 1901
---
`;

/** A deck of some notes in Markdown; it must be sound. */
export function deckOf(notes: string): Deck {
	const { deck, problems } = parseDeck('decks/tides.md', HEADER + notes);
	const wrong = problems.filter(({ severity }) => severity !== 'hint');
	if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
	return deck;
}

/** The first card of a deck of one note. */
export function cardOf(note: string): { deck: Deck; note: Note; card: Card } {
	const deck = deckOf(note);
	const first = deck.notes[0];
	const card = first && cardsOf(deck.namespace, first)[0];
	if (!card) throw new Error('no card');
	return { deck, note: first, card };
}

export const TERM = `
## Term: Ebb
<!-- #ebb -->

The falling tide.

- Hint: Think of what leaves.
- Hint: It is the opposite of flood.
- Source: almanac, p. 3
- Status: fact
`;

export const QUESTION = `
## Why is there a tide on the far side too?
<!-- #far-side -->

Because the Moon pulls the water there less than the Earth.

- Why: Draw the arrows.
- Source: almanac, p. 4
- Status: author's claim
`;

export const CHOICE = `
## What raises the tides most?
<!-- #raises -->

- [ ] The wind
  > It moves the surface only.
- [x] The Moon
  > Yes: it is near.
- [ ] The Sun
  > It helps, at a great distance.
- Source: almanac
- Status: contested
- Doubt: In some seas the Sun rules.
`;

export const CLOZE = `
## The highest tides
<!-- #highest -->

The highest tides come at ==full== and ==new== Moon.

- Source: almanac
`;
