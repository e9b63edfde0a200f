import { describe, expect, test } from 'vitest';
import { diffDecks } from '#lib/core/deck/identity.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { cardIdsOf } from '#lib/core/card/card.ts';

const head = (namespace: string, id = 't') => `---\ntitle: T\nid: ${id}\nnamespace: ${namespace}\n---\n\n`;
const at = (path: string, text: string) => ({ path, deck: parseDeck(path, text).deck });

const WHY = '## Why do states arm?\n<!-- #why -->\n\nBecause nobody protects them.\n\n';
const WHO = '## Who protects a state under anarchy?\n<!-- #who -->\n\nNobody but itself.\n\n';
const WHICH = '## Which way?\n<!-- #which -->\n\n- [ ] The first option\n- [x] The second option\n\n';

describe('what happens to whole decks', () => {
	test('the same deck imported again is an update that can be shown before it is applied: kept, changed, new and gone', () => {
		const old = at('a.md', head('n') + WHY + WHICH + WHO);
		const fresh = at(
			'a.md',
			head('n') +
				WHY.replace('Why do', 'What makes') +
				WHICH.replace('[ ]', '[-]').replace('[x]', '[ ]').replace('[-]', '[x]') +
				'## New\n<!-- #new -->\n\nYes, it is.\n'
		);
		expect(diffDecks([old], [fresh]).map(({ verdict, new: key, old: before }) => `${verdict} ${key ?? before ?? ''}`)).toEqual([
			'kept n/why/main',
			'changed n/which/main',
			'gone n/who/main',
			'new n/new/main'
		]);
	});

	test('the deck and its file renamed are nothing: a key is namespace and note id', () => {
		const renamed = at('b.md', head('n', 'other').replace('title: T', 'title: Another title') + WHY);
		expect(diffDecks([at('a.md', head('n') + WHY)], [renamed])).toEqual([{ old: 'n/why/main', new: 'n/why/main', verdict: 'kept' }]);
	});

	test('a deck that is gone from a new version keeps its keys, so that its stored text can be studied on', () => {
		const deck = at('a.md', head('n') + WHY + WHO);
		expect(diffDecks([deck], []).map(({ verdict }) => verdict)).toEqual(['gone', 'gone']);
		expect(diffDecks([deck], [deck]).map(({ verdict }) => verdict)).toEqual(['kept', 'kept']);
	});

	test('a copy that a student edits under a namespace of its own is new, and the original stays as it was', () => {
		const original = at('a.md', head('n') + WHY);
		const copy = at('copy.md', head('mine') + WHY.replace('nobody', 'no one'));
		expect(diffDecks([original], [original, copy]).map(({ verdict, new: key }) => `${verdict} ${key ?? ''}`)).toEqual([
			'kept n/why/main',
			'new mine/why/main'
		]);
		expect(cardIdsOf(copy.deck)).toEqual(['mine/why/main']);
	});

	test('"Changed:" keeps the key and says from which day, and whether what was answered before counts', () => {
		const changed = (line: string) => parseDeck('a.md', `${head('n')}${WHY}- Changed: ${line}\n`).deck;
		expect(changed('2026-11-21').notes[0]?.facts.changed).toEqual({ day: '2026-11-21', reset: false });
		expect(changed('2026-11-21 reset').notes[0]?.facts.changed).toEqual({ day: '2026-11-21', reset: true });
		expect(
			diffDecks([at('a.md', head('n') + WHY)], [{ path: 'a.md', deck: changed('2026-11-21') }]).map(({ verdict }) => verdict)
		).toContain('kept');
	});
});
