import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, search, searchIndexOf, wordsOfQuery } from '#lib/core/search/search.ts';
import { wordsOfNote } from '#lib/core/search/words.ts';
import { deckOf, TERM } from '../decks-for-tests.ts';

const THINGS = [
	{ title: 'Balance of threat', text: 'Élites arm against whom they fear.' },
	{ title: 'A charm offensive', text: 'Friendly words; nobody is to arm.' },
	{ title: 'Armament', text: 'Straße nach Łódź' },
	{ title: 'No-limits partnership', text: 'Ἀθῆναι, 東京都, МОСКВА' }
];
const found = (query: string) => search(searchIndexOf(THINGS), query).map((place) => THINGS[place]?.title);

describe('searching', () => {
	test.each([
		['elites', ['Balance of threat']],
		['ÉLITES ARM', ['Balance of threat']],
		['strasse lodz', ['Armament']],
		['no limits', ['No-limits partnership']],
		['αθηναι', ['No-limits partnership']],
		['москва', ['No-limits partnership']],
		['京都', ['No-limits partnership']],
		['balance partnership', []],
		['', []],
		['  ?!', []]
	])('“%s” finds %j', (query, titles) => {
		expect(found(query)).toEqual(titles);
	});
	test('what a title begins with comes first, then titles, then texts', () => {
		expect(found('arm')).toEqual(['Armament', 'A charm offensive', 'Balance of threat']);
	});
	test('folding a fold changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
			})
		);
	});
	test('a text is found by any beginning of any of its words, in any case', () => {
		const word = fc.stringMatching(/^[a-zäéøß]{2,8}$/u);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (words, which, length) => {
				const chosen = words[which % words.length] ?? '';
				const query = chosen.slice(0, 1 + (length % chosen.length)).toUpperCase();
				expect(search(searchIndexOf([{ title: '', text: words.join(', ') }]), query)).toEqual([0]);
			})
		);
	});
	test('a longer query finds no more than its beginning', () => {
		const text = fc.stringMatching(/^[ab ]{0,12}$/u);
		fc.assert(
			fc.property(fc.array(fc.record({ title: text, text }), { maxLength: 8 }), text, (things, query) => {
				const index = searchIndexOf(things);
				if (wordsOfQuery(query).length === 0) return;
				const shorter = search(index, query);
				expect(search(index, `${query}a`).every((place) => shorter.includes(place) || query.endsWith(' '))).toBe(true);
			})
		);
	});
});

describe('the words of a note', () => {
	test('have its definition, options, feedback and why', () => {
		const deck = deckOf(`${TERM}
## Choice: Which tide?
<!-- #which -->

- [x] Ebb
  > It falls.
- [ ] Flood
  > It rises.

- Why: The moon pulls.
`);
		const texts = deck.notes.map(wordsOfNote);
		expect(texts[0]).toContain('The falling tide.');
		for (const words of ['Ebb', 'Flood', 'It rises.', 'The moon pulls.']) expect(texts[1]).toContain(words);
	});
});
