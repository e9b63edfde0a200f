import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardDictionary } from '#lib/core/card/dictionary.ts';

const idsArb = fc.uniqueArray(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.constantFrom('Ã©', 'é', 'd/नोट/main', '')), {
	maxLength: 600
});

describe('a dictionary of card ids', () => {
	test('gives each id the next number, finds it again, and nothing else', () => {
		fc.assert(
			fc.property(idsArb, idsArb, (ids, others) => {
				const dictionary = new CardDictionary();
				for (const [number, id] of ids.entries()) expect(dictionary.add(id)).toBe(number);
				for (const [number, id] of ids.entries()) {
					expect(dictionary.find(id)).toBe(number);
					expect(dictionary.add(id)).toBe(number);
					expect(dictionary.at(number)).toBe(id);
				}
				for (const id of others) if (!ids.includes(id)) expect(dictionary.find(id)).toBe(-1);
				expect(dictionary.size).toBe(ids.length);
			}),
			{ numRuns: 60 }
		);
	});
	test('says the same when it is made again from its columns, and can grow on', () => {
		fc.assert(
			fc.property(idsArb, idsArb, (ids, more) => {
				const first = new CardDictionary();
				for (const id of ids) first.add(id);
				const again = new CardDictionary(first.columns());
				for (const id of [...ids, ...more]) expect(again.add(id)).toBe(first.add(id));
				expect(again.columns()).toEqual(first.columns());
			}),
			{ numRuns: 40 }
		);
	});
	test('takes up the ids of another and tells their numbers', () => {
		fc.assert(
			fc.property(idsArb, idsArb, (mine, theirs) => {
				const dictionary = new CardDictionary();
				for (const id of mine) dictionary.add(id);
				const other = new CardDictionary();
				for (const id of theirs) other.add(id);
				const numbers = dictionary.addAll(other.columns());
				expect(Array.from(numbers, (number) => dictionary.at(number))).toEqual(theirs);
				expect(dictionary.size).toBe(new Set([...mine, ...theirs]).size);
			}),
			{ numRuns: 40 }
		);
	});
});
