import { describe, expect, test } from 'vitest';
import { conceptMapOf } from '#lib/core/deck/concept-map.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';

const deck = (id: string, notes: string) => parseDeck(`decks/${id}.md`, `---\ntitle: ${id}\nid: ${id}\nnamespace: sea\n---\n${notes}`).deck;
const term = (id: string, facts: readonly string[] = []) =>
	`\n## Term: ${id}\n<!-- #${id} -->\n\nA definition.\n\n${facts.map((fact) => `- ${fact}\n`).join('')}`;
const OTHER = deck('other', term('moon') + term('sun', ['Needs: moon']) + term('star'));

describe('what a deck teaches', () => {
	test.each<[string, string, readonly string[], readonly string[]]>([
		['nothing, without terms', '\n## Why?\n<!-- #why -->\n\nBecause.\n', [], []],
		['one term', term('ebb'), ['ebb'], []],
		['terms that need each other in turn', term('ebb') + term('flood', ['Needs: ebb']), ['ebb', 'flood'], ['ebb needs flood']],
		['parts below their whole', term('tide') + term('ebb', ['Part of: tide']), ['tide', 'ebb'], ['tide part-of ebb']],
		['concepts of other decks that it names', term('ebb', ['Needs: moon']), ['ebb', 'moon'], ['moon needs ebb']],
		[
			'ties between concepts of another deck, if both are named',
			term('ebb', ['Needs: moon', 'Needs: sun']),
			['ebb', 'moon', 'sun'],
			['moon needs ebb', 'sun needs ebb', 'moon needs sun']
		],
		[
			'no tie of a concept to itself, and none twice',
			term('ebb', ['Needs: ebb', 'Needs: moon; moon']),
			['ebb', 'moon'],
			['moon needs ebb']
		],
		[
			'circles as they stand',
			term('ebb', ['Needs: flood']) + term('flood', ['Part of: ebb']),
			['ebb', 'flood'],
			['flood needs ebb', 'ebb part-of flood']
		]
	])('%s', (_, notes, concepts, ties) => {
		const map = conceptMapOf(deck('tides', notes), [OTHER]);
		expect(map.concepts.map(({ id }) => id)).toEqual(concepts);
		expect(map.ties.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual(ties);
	});
	test('a concept is called by its term’s words, and one that no deck defines by its name', () => {
		const { concepts } = conceptMapOf(deck('tides', '\n## Why?\n<!-- #why -->\n\nBecause.\n\n- About: moon; nowhere\n'), [OTHER]);
		expect(concepts).toEqual([
			{ id: 'moon', name: 'moon', defined: true, own: false },
			{ id: 'nowhere', name: 'nowhere', defined: false, own: false }
		]);
	});
	test('a deck of another namespace defines nothing here', () => {
		const { concepts } = conceptMapOf(deck('tides', term('ebb', ['Needs: moon'])), [{ ...OTHER, namespace: 'sky' }]);
		expect(concepts.map(({ defined }) => defined)).toEqual([true, false]);
	});
});
