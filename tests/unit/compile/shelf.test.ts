import { describe, expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { compileDeck } from '../../../src/compile/compile-deck.ts';
import { shelfOf } from '../../../src/compile/shelf.ts';

const scenario = (id: string, about?: string) =>
	`\n## Scenario: ${id}\n<!-- #${id} -->\n\nIt rains.\n${about === undefined ? '' : `\n- About: ${about}\n`}
### What now?\n<!-- #now -->\n\nSay.\n\n- [x] This → end\n  > Yes.\n- [ ] That → end\n  > No.\n`;

function shelf(...decks: readonly (readonly [name: string, namespace: string, text: string])[]) {
	return shelfOf(
		decks.map(([name, namespace, text]) => {
			const path = `${name}.md`;
			const { deck, outline, problems } = parseDeck(path, `---\ntitle: ${name}\nid: ${name}\nnamespace: ${namespace}\n---\n${text}`);
			return compileDeck('', { path, text, deck, outline, problems });
		})
	);
}

describe('the shelf', () => {
	test('has a use card for a concept that two scenarios of a namespace are about, whatever their decks', () => {
		const [one, two] = shelf(['one', 'sea', scenario('rain', 'ebb')], ['two', 'sea', scenario('hail', 'ebb')]);
		expect(one?.scenarios).toEqual([{ id: 'sea/rain', uses: ['sea/ebb/use'] }]);
		expect([one?.uses, two?.uses]).toEqual([['sea/ebb/use'], ['sea/ebb/use']]);
	});
	test('has none for a concept of one scenario, nor for one that another namespace uses', () => {
		const decks = shelf(['one', 'sea', scenario('rain', 'ebb')], ['two', 'land', scenario('hail', 'ebb')]);
		expect(decks.map(({ uses }) => uses)).toEqual([[], []]);
	});
	test('has one for a scenario that is about no concept', () => {
		expect(shelf(['one', 'sea', scenario('rain')])[0]?.uses).toEqual(['sea/rain/use']);
	});
});
