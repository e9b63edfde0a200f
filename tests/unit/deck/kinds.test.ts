import { describe, expect, test } from 'vitest';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { deckOf, fixture, found, foundAll, only } from './reading.ts';

describe('the examples of the format', () => {
	test.each(['canonical.md', 'every-kind.md'])('%s has no error and no warning, and hints only of missing sources', (name) => {
		expect(parseDeck(name, fixture(name)).problems.filter(({ code }) => code !== 'I917')).toEqual([]);
	});

	test('every kind of card is read', () => {
		const kinds = parseDeck('every-kind.md', fixture('every-kind.md')).deck.notes.map(({ kind }) => kind);
		expect(kinds).toEqual([
			'term',
			'term',
			'term',
			'question',
			'question',
			'typed',
			'numeric',
			'numeric',
			'choose-all',
			'true-false',
			'order',
			'match',
			'picture'
		]);
	});

	test('a deck typed on a phone has the same kinds of cards as one typed with care', () => {
		const { deck, problems } = parseDeck('phone.md', fixture('as-typed-on-a-phone.md'));
		expect(deck.notes.map(({ kind }) => kind)).toEqual(['term', 'choice', 'scenario']);
		expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
	});
});

describe('a term', () => {
	test('has its definition and its facts, and is asked one way unless it says otherwise', () => {
		const note = only('term', '## Term: Anarchy\n<!-- #anarchy -->\n\nNo authority\nabove states.\n\n- Source: jervis1978, p. 167\n');
		expect(note).toMatchObject({
			id: 'anarchy',
			idWritten: true,
			prompt: 'Anarchy',
			definition: 'No authority\nabove states.',
			reverse: false
		});
		expect(note.facts.citations).toEqual([{ source: 'jervis1978', locator: 'p. 167' }]);
	});

	test('is asked one way only if it says so', () => {
		expect(only('term', '## Term: Anarchy\nNo authority.\n- Reverse: yes\n').reverse).toBe(true);
	});

	test('may stand in a list, with facts of its own and those of the list', () => {
		const body =
			'## Terms\n\n- **Anarchy**: none above. <!-- #anarchy -->\n- **Self-help** – each alone.\n  - Needs: anarchy\n- Source: jervis1978\n';
		const { deck } = deckOf(body);
		expect(deck.notes.map(({ id, prompt }) => [id, prompt])).toEqual([
			['anarchy', 'Anarchy'],
			['self-help', 'Self-help']
		]);
		expect(deck.notes.map(({ facts }) => [facts.needs, facts.citations.length])).toEqual([
			[[], 1],
			[['anarchy'], 1]
		]);
	});
});

describe('a question', () => {
	test('has everything below its heading as its answer', () => {
		expect(only('question', '## Why?\nBecause.\n\nAnd so on.\n')).toMatchObject({ question: '', answer: 'Because.\n\nAnd so on.' });
	});

	test('ends at the first --- between blank lines', () => {
		const note = only('question', '## Why?\n\nMore question.\n\n---\n\nAnswer.\n\n---\n\nMore answer.\n');
		expect(note).toMatchObject({ question: 'More question.', answer: 'Answer.\n\n---\n\nMore answer.' });
	});

	test('keeps bullets above the first known fact as its answer', () => {
		const note = only('question', '## What do they export?\n- Russia: raw materials\n- State: weapons\n- Source: jervis1978\n');
		expect(note.answer).toBe('- Russia: raw materials\n- State: weapons');
		expect(note.facts.citations).toHaveLength(1);
	});

	test('keeps a bullet whose word is escaped', () => {
		expect(only('question', '## Why?\n- \\Source: the sun\n').answer).toBe('- Source: the sun');
	});
});

describe('a text with hidden words', () => {
	test('has a part for each of them', () => {
		const note = only('cloze', '## The spiral\nA ==shield== looks like a ==sword=={1: a weapon}.\n');
		expect(note.marks).toEqual([
			{ hidden: 'shield', part: 'cloze:shield' },
			{ hidden: 'sword', group: '1', hint: 'a weapon', part: 'cloze:1' }
		]);
	});

	test("may be written with Anki's braces", () => {
		const note = only('cloze', '## The spiral\nA {{c1::shield::arms}} it is.\n');
		expect(note.text).toBe('A ==shield=={1: arms} it is.');
		expect(note.marks).toEqual([{ hidden: 'shield', group: '1', hint: 'arms', part: 'cloze:1' }]);
	});

	test.each(['`a ==b== c`', '```\n==x==\n```', '<!-- ==x== -->', 'a == b == c', 'https://x.org/?a==b==', '\\==x\\=='])(
		'hides nothing in %j',
		(text) => {
			expect(only('question', `## What\nText.\n\n${text}\n`).kind).toBe('question');
		}
	);
});

describe('a choice', () => {
	const options = '- [ ] One\n  > No.\n- [x] Two\n  goes on\n  > Yes,\n  > indeed.\n';

	test('has options with their feedback', () => {
		expect(only('choice', `## Which?\nThe stem.\n\n${options}- Why: so\n`)).toMatchObject({
			question: 'The stem.',
			options: [
				{ text: 'One', right: false, feedback: 'No.' },
				{ text: 'Two\ngoes on', right: true, feedback: 'Yes,\nindeed.' }
			],
			facts: { why: 'so' }
		});
	});

	test('is choose-all with several right options', () => {
		expect(only('choose-all', '## Which?\n- [x] One\n- [x] Two\n- [ ] Three\n').options).toHaveLength(3);
	});

	test('takes feedback at the margin, and says so', () => {
		expect(only('choice', '## Which?\n- [ ] One\n> No.\n- [x] Two\n').options[0]).toMatchObject({ text: 'One', feedback: 'No.' });
		expect(foundAll('## Which?\n- [ ] One\n> No.\n- [x] Two\n')).toEqual(['I301 3:1']);
	});

	test('takes text after the options as its reason', () => {
		expect(only('choice', '## Which?\n- [ ] One\n- [x] Two\n\nBecause.\n').facts.why).toBe('Because.');
		expect(foundAll('## Which?\n- [ ] One\n- [x] Two\n\nBecause.\n')).toEqual(['I305 5:1']);
	});
});

describe('a scenario', () => {
	test('has steps, and choices that lead to them', () => {
		const [, note] = parseDeck('canonical.md', fixture('canonical.md')).deck.notes.filter(
			({ kind }) => kind === 'scenario' || kind === 'cloze'
		);
		if (note?.kind !== 'scenario') throw new Error('no scenario');
		expect(note.steps.map(({ id }) => id)).toEqual(['first', 'mobilises', 'hesitates']);
		expect(note.steps[0]?.options[0]).toMatchObject({ text: 'Mobilise the reserves', goto: { to: 'step', step: 'mobilises' } });
		expect(note.steps[0]?.options[1]?.facts.about).toEqual(['costly-signal']);
		expect(note.steps[1]?.options[0]?.goto).toEqual({ to: 'end' });
	});
});

describe('an answer that is typed', () => {
	test.each([
		['John Herz', { kind: 'typed', answer: 'John Herz' }],
		['20 July 2023', { kind: 'typed', answer: '20 July 2023' }],
		['1950 ± 1', { kind: 'numeric', value: 1950, tolerance: { kind: 'absolute', by: 1 } }],
		['9.81 +- 0.1 m/s', { kind: 'numeric', value: 9.81, tolerance: { kind: 'absolute', by: 0.1 }, unit: 'm/s' }],
		['26.3 % ± 1', { kind: 'numeric', value: 26.3, tolerance: { kind: 'absolute', by: 1 }, unit: '%' }],
		['1500 ± 2 %', { kind: 'numeric', value: 1500, tolerance: { kind: 'relative', percent: 2 } }],
		['1,500 km', { kind: 'numeric', value: 1500, unit: 'km' }],
		['3,14', { kind: 'numeric', value: 3.14 }],
		['5G', { kind: 'typed', answer: '5G' }],
		['\u22125 °C', { kind: 'numeric', value: -5, unit: '°C' }]
	])('%s is read', (answer, expected) => {
		expect(deckOf(`## What?\n- Answer: ${answer}\n`).deck.notes[0]).toMatchObject(expected);
	});
});

describe('a section', () => {
	test('hands its facts to its notes, key by key', () => {
		const { deck } = deckOf('# Part\n- Source: jervis1978\n- Tags: core\n\n## A?\nB.\n- Tags: own\n');
		expect(deck.notes[0]).toMatchObject({ section: 'Part', facts: { citations: [{ source: 'jervis1978' }], tags: ['own'] } });
	});
});

describe('a word that is a fact elsewhere', () => {
	test.each([
		'## Why?\n\n- Why states arm\n- Source countries lose\n- Source: jervis1978\n',
		'## Why?\n\n- Answer the letter\n- Source: jervis1978\n',
		'## Why?\n\nSo.\n\n- Source countries lose\n',
		'## Why?\n\nBoth:\n\n- fear\n- Needs of the weak\n- Source: jervis1978\n',
		'## Why?\n\nBoth:\n\n- About half of them\n- Source: jervis1978\n'
	])('is content in %j', (body) => {
		expect(found(body)).toEqual([]);
	});

	test('stays content even where its colon is missed', () => {
		expect(only('question', '## Why?\n\nSo.\n\n- Hint Think\n- Source: jervis1978\n').answer).toBe('So.\n\n- Hint Think');
	});
});

describe('a card that has lost its heading', () => {
	test('hands none of its facts to the cards below', () => {
		const { deck } = deckOf('# Part\n\nBecause.\n\n- Hint: Think\n- Source: jervis1978\n\n## Who?\nHe.\n');
		expect(deck.notes[0]?.facts).toMatchObject({ hints: [], citations: [] });
	});

	test('is no section that hands down a hint', () => {
		expect(found('# Part\n\n- Hint: Think\n\n## Who?\nHe.\n')).toEqual([]);
		expect(found('# Part\n\nAn introduction.\n\n- Source: jervis1978\n\n## Who?\nHe.\n')).toEqual([]);
	});
});

describe('what is missing or twice', () => {
	test.each([
		['## Which?\n- [ ] One\n- [ ] Two\n', ['E501 2:3']],
		['## Which?\n- [x] One\n', ['E502 1:4']],
		['## Why?\n', ['E504 1:4']],
		['## Why?\n<!-- #a -->\n<!-- #b -->\nSo.\n', ['E201 3:1']],
		['## Why?\n<!-- #a -->\nSo.\n## Who?\n<!-- #a -->\nHe.\n', ['E203 5:7']],
		['## Why?\n<!-- #A_b -->\nSo.\n', ['E204 2:7']],
		['##Why?\nSo.\n', ['E101 1:1']],
		['## Why?\n\nMore\n---\nSo.\n', ['E103 4:1']],
		['## Why?\nSo ==it is.\n', ['E401 2:4']],
		['## Why?\nSo.\n- Source: jarvis1978\n', ['E601 3:11']],
		['## Why?\nSo.\n- Status: true\n', ['E602 3:11']],
		['## Why?\nSo.\n- Hnit: x\n- Source: jervis1978\n', ['W302 3:3']],
		['## Scenario: A\nText.\n', ['E701 1:4']]
	])('%j gives %j', (body, expected) => {
		expect(found(body)).toEqual(expected);
	});
});
