import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDecks, type CardChange } from '#lib/core/deck/identity.ts';
import { formatDeck } from '#lib/core/deck/format.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { deckLike } from './arbitrary.ts';
import { fixture } from './reading.ts';

const HEAD = '---\ntitle: T\nnamespace: n\n---\n\n';

function changes(old: string, fresh: string): CardChange[] {
	return diffDecks(
		[{ path: 'a.md', deck: parseDeck('a.md', HEAD + old).deck }],
		[{ path: 'a.md', deck: parseDeck('a.md', HEAD + fresh).deck }]
	);
}

/** The changes as "verdict old → new", without the namespace. */
function verdicts(old: string, fresh: string): string[] {
	return changes(old, fresh).map(shown);
}

function shown({ old, new: fresh, verdict }: CardChange): string {
	const names = [old, fresh].flatMap((key) => (key === undefined ? [] : [key.replace(/^n\//u, '')]));
	return `${verdict} ${[...new Set(names)].join(' → ')}`;
}

const why = '## Why do states arm?\n<!-- #why -->\n\nBecause nobody protects them.\n\n';
const bare = '## Why do states arm against each other?\n\nBecause nobody above them protects them from the others.\n\n';
const choice = '## Which?\n<!-- #which -->\n\n- [ ] The first option here\n- [x] The second option there\n\n';

describe('what an edit does to the history of a card', () => {
	test('a prompt reworded with its id present is kept', () => {
		expect(verdicts(why, why.replace('Why do states arm?', 'What makes states arm themselves?'))).toEqual(['kept why/main']);
	});

	test('a prompt reworded without an id is matched by what it says', () => {
		expect(verdicts(bare, bare.replace('arm against', 'arm themselves against'))).toEqual([
			'renamed why-do-states-arm-against-each-other/main → why-do-states-arm-themselves-against-each-other/main'
		]);
	});

	test('a prompt replaced without an id is a new card', () => {
		expect(verdicts(bare, '## Who wrote it?\n\nSomeone else.\n')).toEqual([
			'gone why-do-states-arm-against-each-other/main',
			'new who-wrote-it/main'
		]);
	});

	test('of two cards that are as alike, neither is taken for the old one', () => {
		const twins = bare.replace('arm', 'arm now') + bare.replace('arm', 'arm yet');
		expect(verdicts(bare, twins).filter((it) => it.startsWith('renamed'))).toEqual([]);
	});

	test.each([
		['another option is right', choice, choice.replace('[ ]', '[-]').replace('[x]', '[ ]').replace('[-]', '[x]'), 'changed which/main'],
		[
			'a number is corrected',
			'## How many?\n<!-- #n -->\n\n- Answer: 3 ± 1\n',
			'## How many?\n<!-- #n -->\n\n- Answer: 5 ± 1\n',
			'changed n/main'
		],
		[
			'a typed answer is corrected',
			'## Who?\n<!-- #n -->\n\n- Answer: Herz\n',
			'## Who?\n<!-- #n -->\n\n- Answer: Jervis\n',
			'changed n/main'
		],
		[
			'a verdict is turned',
			'## True or false: So.\n<!-- #n -->\n\nTrue. Yes.\n',
			'## True or false: So.\n<!-- #n -->\n\nFalse. Yes.\n',
			'changed n/main'
		],
		['an answer becomes another text', why, why.replace('Because nobody protects them.', 'Out of pride and habit.'), 'changed why/main'],
		['an answer is polished', why, why.replace('protects them.', 'else protects them.'), 'kept why/main'],
		['a distractor is reworded', choice, choice.replace('first option here', 'first of the options'), 'kept which/main'],
		['the right option is polished', choice, choice.replace('second option there', 'second option over there'), 'kept which/main'],
		['options change places', choice, choice.replace(/(- \[ \].*\n)(- \[x\].*\n)/u, '$2$1'), 'kept which/main']
	])('%s', (_, old, fresh, expected) => {
		expect(verdicts(old, fresh)).toEqual([expected]);
	});

	test('a hidden part deleted, added or moved leaves the others alone', () => {
		const text = (words: string): string => `## The spiral\n<!-- #s -->\n\n${words}\n`;
		expect(
			verdicts(text('The ==shield== looks like a ==sword== here.'), text('A ==sword== here, and a ==shield==, and ==fear==.'))
		).toEqual(['kept s/cloze:shield', 'kept s/cloze:sword', 'new s/cloze:fear']);
		expect(verdicts(text('The ==shield== looks like a ==sword==.'), text('The ==shield== looks like a sword.'))).toEqual([
			'kept s/cloze:shield',
			'gone s/cloze:sword'
		]);
	});

	test('a hidden part reworded is matched by the words around it', () => {
		const text = (words: string): string => `## The spiral\n<!-- #s -->\n\nWhen a ==${words}== is seen, the ==other== side arms.\n`;
		expect(verdicts(text('shield'), text('defensive weapon'))).toEqual([
			'renamed s/cloze:shield → s/cloze:defensive-weapon',
			'kept s/cloze:other'
		]);
	});

	test('a card moved inside the file, or to another file of the namespace, is kept', () => {
		expect(verdicts(why + choice, choice + why)).toEqual(['kept why/main', 'kept which/main']);
		const at = (path: string, text: string) => ({ path, deck: parseDeck(path, HEAD + text).deck });
		expect(diffDecks([at('a.md', why + choice)], [at('a.md', choice), at('b.md', why)]).map(({ verdict }) => verdict)).toEqual([
			'kept',
			'kept'
		]);
	});

	test('a card moved to another namespace keeps its history if it left the old one', () => {
		const at = (path: string, text: string) => ({ path, deck: parseDeck(path, text).deck });
		const other = HEAD.replace('namespace: n', 'namespace: m');
		expect(diffDecks([at('a.md', HEAD + why)], [at('a.md', HEAD), at('b.md', other + why)])).toEqual([
			{ old: 'n/why/main', new: 'm/why/main', verdict: 'renamed' }
		]);
		expect(diffDecks([at('a.md', HEAD + why)], [at('a.md', HEAD + why), at('b.md', other + why)]).map(({ verdict }) => verdict)).toEqual([
			'kept',
			'new'
		]);
		const changed = why.replace('Why do states arm?', 'Who is it?').replace('Because nobody protects them.', 'Him.');
		expect(diffDecks([at('a.md', HEAD + why)], [at('b.md', other + changed)]).map(({ verdict }) => verdict)).toEqual(['gone', 'new']);
	});

	test('renaming the file of a deck changes nothing', () => {
		const deck = parseDeck('a.md', HEAD + why).deck;
		expect(diffDecks([{ path: 'a.md', deck }], [{ path: 'renamed.md', deck: parseDeck('renamed.md', HEAD + why).deck }])).toEqual([
			{ old: 'n/why/main', new: 'n/why/main', verdict: 'kept' }
		]);
	});

	test('of a card copied with its id, the first keeps the history and the second is new', () => {
		expect(verdicts(why, why + why.replace('Why do', 'When do'))).toEqual(['kept why/main', 'new why-2/main']);
	});

	test('a deleted card comes back with its key', () => {
		expect(verdicts(why + choice, choice)).toEqual(['kept which/main', 'gone why/main']);
		expect(verdicts(choice, choice + why)).toEqual(['kept which/main', 'new why/main']);
	});

	test('a change of kind keeps the log; from recognition to recall the card is due', () => {
		const typed = '## Which?\n<!-- #which -->\n\n- Answer: The second option there\n';
		expect(verdicts(choice, typed)).toEqual(['changed which/main']);
		expect(verdicts(typed, choice)).toEqual(['kept which/main']);
		expect(verdicts(why, '## Why do states arm?\n<!-- #why -->\n\nBecause ==nobody== protects them.\n')).toEqual([
			'gone why/main',
			'new why/cloze:nobody'
		]);
	});

	test('the reverse of a term is put away and comes back', () => {
		const term = '## Term: Anarchy\n<!-- #anarchy -->\n\nNone above.\n\n';
		expect(verdicts(`${term}- Reverse: yes\n`, term)).toEqual(['kept anarchy/forward', 'gone anarchy/reverse']);
		expect(verdicts(term, `${term}- Reverse: yes\n`)).toEqual(['kept anarchy/forward', 'new anarchy/reverse']);
	});

	test('a term keeps its history when it moves out of a list', () => {
		const list = '## Terms\n<!-- #terms -->\n\n- **Anarchy**: none above. <!-- #anarchy -->\n  - Reverse: yes\n';
		expect(verdicts(list, '## Term: Anarchy\n<!-- #anarchy -->\n\nnone above.\n\n- Reverse: yes\n')).toEqual([
			'kept anarchy/forward',
			'kept anarchy/reverse'
		]);
	});

	test('equal hidden words are one card', () => {
		expect(verdicts('', '## A\n<!-- #a -->\n\n==fear== and ==fear==\n')).toEqual(['new a/cloze:fear']);
	});

	test('an id line deleted from a card that stays as it is does not lose its history', () => {
		expect(verdicts(why, why.replace('<!-- #why -->\n', ''))).toEqual(['renamed why/main → why-do-states-arm/main']);
	});

	test('a concept has a use card when two scenarios are about it', () => {
		const term = '## Term: Fear\n<!-- #fear -->\n\nWhat drives.\n\n- Reverse: no\n\n';
		const scenario = (id: string): string => `## Scenario: Case ${id}\n<!-- #${id} -->\n\nText.\n\n- [x] Go\n- [ ] Stay\n- About: fear\n\n`;
		expect(verdicts(term, term + scenario('x'))).toEqual(['kept fear/forward']);
		expect(verdicts(term, term + scenario('x') + scenario('y'))).toEqual(['kept fear/forward', 'new fear/use']);
		expect(verdicts('', scenario('x').replace('- About: fear\n', ''))).toEqual(['new x/use']);
	});
});

describe('writing ids and formatting', () => {
	test.each(['canonical.md', 'every-kind.md', 'as-typed-on-a-phone.md'])('changes nothing for students of %s', (name) => {
		const text = fixture(name);
		const old = [{ path: name, deck: parseDeck(name, text).deck }];
		const fresh = [{ path: name, deck: parseDeck(name, formatDeck(name, text)).deck }];
		expect(diffDecks(old, fresh).every(({ verdict }) => verdict === 'kept')).toBe(true);
	});

	test('changes nothing for students of any deck', () => {
		fc.assert(
			fc.property(deckLike(), (text) => {
				const old = [{ path: 'a.md', deck: parseDeck('a.md', text).deck }];
				const fresh = [{ path: 'a.md', deck: parseDeck('a.md', formatDeck('a.md', text)).deck }];
				expect(diffDecks(old, fresh).filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});

	test('a diff of any two decks names each card of both once', () => {
		fc.assert(
			fc.property(deckLike(), deckLike(), (a, b) => {
				const all = diffDecks([{ path: 'a.md', deck: parseDeck('a.md', a).deck }], [{ path: 'a.md', deck: parseDeck('a.md', b).deck }]);
				const olds = all.filter(({ verdict }) => verdict !== 'renamed').flatMap(({ old }) => (old === undefined ? [] : [old]));
				expect(new Set(olds).size).toBe(olds.length);
			}),
			{ numRuns: 300 }
		);
	});
});
