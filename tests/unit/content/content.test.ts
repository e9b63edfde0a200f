// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Note, NoteKind, Option, ScenarioNote } from '#lib/core/deck/deck.ts';
import { formatDeck } from '#lib/core/deck/format.ts';
import { usedConcepts } from '#lib/core/deck/parts.ts';
import { checkDecks } from '../../../src/cli/decks/check.ts';
import { aboutsOf, contentsOf } from '../../../src/cli/decks/contents.ts';
import { CONCEPTS, DOUBTFUL, FACTS, NEEDS, USED } from './plan.ts';

const decks = checkDecks(['decks']);
const notes = decks.flatMap(({ deck }) => deck.notes);
const byId = new Map(notes.map((note) => [note.id, note]));
const scenarios = notes.filter((note): note is ScenarioNote => note.kind === 'scenario');

/** A note that must be there. */
function noteOf(id: string): Note {
	const note = byId.get(id);
	if (!note) throw new Error(`no note #${id}`);
	return note;
}

/** What a student has to bring: the number, the hidden words, the right options. */
function asked(note: Note): number | string {
	if (note.kind === 'numeric') return note.value;
	if (note.kind === 'cloze') return note.marks.map(({ hidden }) => hidden).join('; ');
	const right = optionsOf(note).filter((option) => option.right);
	return right.map(({ text }) => text).join('; ');
}

const optionsOf = (note: Note): readonly Option[] => {
	if (note.kind === 'choice' || note.kind === 'choose-all') return note.options;
	return note.kind === 'scenario' ? [...note.options, ...note.steps.flatMap(({ options }) => options)] : [];
};

test('the decks have no problem, not even a hint, and are as the formatter writes them', () => {
	expect(decks.flatMap(({ path, problems }) => problems.map(({ code, range }) => `${path}:${range.line} ${code}`))).toEqual([]);
	for (const { path, text } of decks) expect(formatDeck(path, text)).toBe(text);
});

test('there are five decks of one namespace, 120 notes and 16 scenarios at least', () => {
	expect(decks.map(({ deck }) => deck.id).sort()).toEqual(['no-limits', 'power-and-fear', 'scenarios', 'two-readings', 'world-order']);
	expect(new Set(decks.map(({ deck }) => deck.namespace))).toEqual(new Set(['entente']));
	expect(notes.length - scenarios.length).toBeGreaterThanOrEqual(120);
	expect(scenarios.length).toBeGreaterThanOrEqual(16);
});

test('every kind of card appears, and a list of terms', () => {
	const kinds: Record<NoteKind, true> = {
		term: true,
		question: true,
		cloze: true,
		choice: true,
		'choose-all': true,
		'true-false': true,
		typed: true,
		numeric: true,
		order: true,
		match: true,
		picture: true,
		scenario: true
	};
	expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
	expect(decks.some(({ text }) => text.includes('\n## Terms\n'))).toBe(true);
	expect(notes.some((note) => note.kind === 'term' && note.reverse)).toBe(true);
	expect(new Set(notes.flatMap((note) => (note.kind === 'true-false' ? [note.answer] : [])))).toEqual(new Set([true, false]));
});

describe('a concept', () => {
	test.each(CONCEPTS)('%s is defined, and told from its neighbour by #%s', (concept, toldApartBy) => {
		expect(noteOf(concept).kind).toBe('term');
		const card = noteOf(toldApartBy);
		expect(card.kind).not.toBe('term');
		expect(card.facts.about).toContain(concept);
	});

	test.each(NEEDS)('%s needs %s', (concept, needs) => {
		expect(noteOf(concept).facts.needs).toEqual(expect.arrayContaining([...needs]));
	});

	test('has two cards, whether it was planned or not', () => {
		const cards = (id: string) => notes.filter(({ kind, facts }) => kind !== 'scenario' && facts.about.includes(id));
		const lonely = notes.filter(({ kind, id }) => kind === 'term' && cards(id).length === 0);
		expect(lonely.map(({ id }) => id)).toEqual([]);
	});
});

describe('a fact', () => {
	test.each(FACTS)('$fact: asked by #$card with its value and its paragraph', ({ card, asks, source, locator }) => {
		const note = noteOf(card);
		expect(note.facts.citations).toContainEqual({ source, locator });
		if (typeof asks === 'number') expect(asked(note)).toBe(asks);
		else for (const words of asks) expect(asked(note)).toContain(words);
	});

	test('that is a figure may be answered a little beside it', () => {
		const numbers = notes.flatMap((note) => (note.kind === 'numeric' ? [note] : []));
		const exact = numbers.filter(({ tolerance }) => tolerance === undefined).map(({ id }) => id);
		expect(exact).toEqual(['twenty-companies']);
	});
});

describe('a doubtful claim', () => {
	test.each(DOUBTFUL)('%s: contested by #%s', (_, card, source, locator) => {
		const { status, doubt, citations } = noteOf(card).facts;
		expect(status).toBe('contested');
		expect(doubt?.length).toBeGreaterThan(30);
		expect(citations).toContainEqual({ source, locator });
	});
});

test('every card has a source and a status, and a paragraph where it cites an essay', () => {
	const cards = notes.filter(({ kind }) => kind !== 'scenario');
	expect(cards.filter(({ facts }) => facts.status === undefined || facts.citations.length === 0).map(({ id }) => id)).toEqual([]);
	const vague = cards.filter(({ facts }) =>
		facts.citations.some(({ source, locator }) => /khemani|michta/.test(source) && locator === undefined)
	);
	expect(vague.map(({ id }) => id)).toEqual(['kinds-of-texts']);
});

test('a claim of an essay names its author', () => {
	const claims = notes.filter(
		({ kind, facts }) =>
			kind !== 'term' && facts.status === "author's claim" && facts.citations.every(({ source }) => /khemani|michta/.test(source))
	);
	expect(claims.length).toBeGreaterThan(30);
	const nameless = claims.filter((note) => {
		const more = 'question' in note ? note.question : 'text' in note ? note.text : '';
		const heads = note.kind === 'match' ? note.heads.join(' ') : '';
		return !/Khemani|Michta|both essays|both authors|[Aa]uthor/u.test([note.prompt, more, heads].join(' '));
	});
	expect(nameless.map(({ id }) => id)).toEqual([]);
});

describe('options', () => {
	test('have feedback, the right ones too', () => {
		const bare = notes.filter((note) => optionsOf(note).some(({ feedback = '' }) => feedback.length < 15));
		expect(bare.map(({ id }) => id)).toEqual([]);
	});

	test('are right and longest no more often than chance has it', () => {
		const choices = notes.flatMap((note) => (note.kind === 'choice' ? [note.options] : []));
		const graded = scenarios
			.flatMap(({ steps }) => steps.map(({ options }) => options))
			.filter((options) => options.some(({ right }) => right));
		for (const all of [choices, graded]) {
			const longest = all.filter((options) => {
				const best = Math.max(...options.filter(({ right }) => right).map(({ text }) => text.length));
				return options.every(({ right, text }) => right || text.length < best);
			});
			const chance = all.reduce((sum, options) => sum + options.filter(({ right }) => right).length / options.length, 0);
			expect(longest.length).toBeLessThanOrEqual(chance);
		}
	});
});

describe('scenarios', () => {
	test.each(USED)('practise %s twice or more', (concept) => {
		expect(scenarios.filter((note) => aboutsOf(note).has(concept)).length).toBeGreaterThanOrEqual(2);
		expect(usedConcepts(notes)).toContain(concept);
	});

	test.each(scenarios.map((note) => [note.id, note] as const))(
		'#%s practises one to three concepts and ends by looking back on them',
		(_, note) => {
			const about = [...aboutsOf(note)];
			expect(about.length).toBeGreaterThanOrEqual(1);
			expect(about.length).toBeLessThanOrEqual(3);
			expect(about.filter((concept) => !USED.includes(concept))).toEqual([]);
			const last = note.steps.at(-1);
			const text = last?.text.toLowerCase().replace(/\s+/gu, ' ') ?? '';
			expect(last?.options).toEqual([]);
			expect(text).toContain('the analogy ends');
			for (const concept of about) expect(text).toContain(`**${noteOf(concept).prompt.toLowerCase()}`);
		}
	);

	test('branch over three choices or more in five or more', () => {
		expect(scenarios.filter(branches).length).toBeGreaterThanOrEqual(5);
	});
});

/** Whether a scenario's ways part, and every way has three choices or more. */
function branches({ steps }: ScenarioNote): boolean {
	const at = new Map(steps.map(({ id }, index) => [id, index]));
	const next = (index: number, goto: { to: 'step'; step: string } | { to: 'end' } | undefined): number =>
		goto === undefined ? index + 1 : goto.to === 'end' ? steps.length : (at.get(goto.step) ?? steps.length);
	const fewest = (index: number): number => {
		const step = steps[index];
		if (!step) return 0;
		if (step.options.length === 0) return fewest(index + 1);
		return 1 + Math.min(...step.options.map(({ goto }) => fewest(next(index, goto))));
	};
	const part = steps.some(({ options }, index) => new Set(options.map(({ goto }) => next(index, goto))).size > 1);
	return part && fewest(0) >= 3;
}

describe('pictures', () => {
	const pictures = decks.flatMap(({ path, deck }) =>
		deck.notes.flatMap((note) => (note.kind === 'picture' ? [{ ...note, path: path.replace('deck.md', note.picture.file) }] : []))
	);

	test('are three or more, each described with and without its labels', () => {
		expect(pictures.length).toBeGreaterThanOrEqual(3);
		for (const { picture, altAsked, hidden } of pictures) {
			for (const { label } of hidden) expect(altAsked).not.toContain(label);
			expect(picture.alt.length).toBeGreaterThan(60);
		}
	});

	test.each(pictures)('$path is drawn without scripts and links, and hides labels within its bounds and apart', ({ path, hidden }) => {
		const svg = readFileSync(path, 'utf8');
		expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 340 \d+"/u);
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/script|href|url\(|http|currentColor|foreignObject|style/iu);
		for (const { label, x, y, width, height } of hidden) {
			expect(svg).toContain(`>${label}</text>`);
			expect(x + width).toBeLessThanOrEqual(100);
			expect(y + height).toBeLessThanOrEqual(100);
			const over = hidden.filter(
				(other) => other.x < x + width && x < other.x + other.width && other.y < y + height && y < other.y + other.height
			);
			expect(over.map((other) => other.label)).toEqual([label]);
		}
	});
});

test('CONTENTS.md is current: npm run decks -- contents', () => {
	expect(readFileSync('decks/CONTENTS.md', 'utf8')).toBe(contentsOf('decks', decks));
});

test('nothing else lies among the decks', () => {
	const files = readdirSync('decks', { recursive: true, encoding: 'utf8' }).filter((name) => /\.[a-z]+$/u.test(name));
	const known = [...decks.map(({ path }) => path.slice('decks/'.length)), 'README.md', 'CONTENTS.md', '_template.md'];
	expect(files.filter((name) => !known.includes(name.replaceAll('\\', '/')) && !name.endsWith('.svg'))).toEqual([]);
});
