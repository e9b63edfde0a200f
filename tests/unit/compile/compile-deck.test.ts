import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { compiledDecks } from '../../../src/compile/decks-plugin.ts';
import { compileDeck } from '../../../src/compile/compile-deck.ts';
import { CHOICE, CLOZE, QUESTION, TERM } from '../decks-for-tests.ts';

const SOURCES = `sources:\n  - id: almanac\n    title: The Almanac\n`;
const SOUND = `---\ntitle: Tides\nid: tides\nnamespace: sea\n${SOURCES}---\n${TERM}${QUESTION}${CHOICE}${CLOZE}`;

describe('compiling a deck', () => {
	test('gives its title and the keys of its cards, in the order of the text', () => {
		const { entry, errors } = compileDeck('decks/tides.md', SOUND, 'decks/tides.md');
		expect(errors).toEqual([]);
		expect(entry).toEqual({
			name: 'tides',
			title: 'Tides',
			cardIds: ['sea/ebb/forward', 'sea/far-side/main', 'sea/raises/main', 'sea/highest/cloze:full', 'sea/highest/cloze:new']
		});
	});
	test('names a deck in a folder of its own after the folder', () => {
		expect(compileDeck('decks/sea/deck.md', SOUND, 'decks/sea/deck.md').entry.name).toBe('sea');
	});
	test('gives nothing but plain data: what is shipped survives JSON', () => {
		const { deck } = compileDeck('decks/tides.md', SOUND, 'decks/tides.md');
		expect(JSON.parse(JSON.stringify(deck))).toEqual(deck);
	});
	test('names each error with file, line and column', () => {
		const text = `${SOUND}\n## Which way?\n\n- [ ] This\n- [ ] That\n`;
		const line = text.split('\n').indexOf('- [ ] This') + 1;
		expect(compileDeck('decks/tides.md', text, 'decks/tides.md').errors[0]).toMatch(
			new RegExp(`^decks/tides\\.md:${line}:3: error E501: `)
		);
	});
	test('says which kinds of cards cannot be asked yet', () => {
		const text = `${SOUND}\n## Put in order: The day\n<!-- #day -->\n\n1. Dawn\n2. Noon\n3. Dusk\n`;
		expect(compileDeck('decks/tides.md', text, 'decks/tides.md').errors).toEqual([
			'decks/tides.md: the card #day is of the kind "order", which this version cannot ask yet. Take it out of the deck.'
		]);
	});
});

describe('the build', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'entente-decks-'));
		writeFileSync(join(folder, 'README.md'), '## This is no deck\n');
		writeFileSync(join(folder, '_template.md'), '## Nor is this\n');
		writeFileSync(join(folder, 'entry.js'), "export { shelf, texts } from 'virtual:library';\n");
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});
	const run = () =>
		build({
			configFile: false,
			logLevel: 'silent',
			plugins: [compiledDecks(folder)],
			build: { write: false, lib: { entry: join(folder, 'entry.js'), formats: ['es'] } }
		});

	test('makes a shelf and a module for each deck', async () => {
		writeFileSync(join(folder, 'tides.md'), SOUND);
		const [result] = [await run()].flat();
		const code = JSON.stringify(result);
		expect(code).toContain('sea/highest/cloze:full');
		expect(code).toContain('Draw the arrows.');
	});
	test('fails on a deck with errors and names every one of them', async () => {
		writeFileSync(join(folder, 'one.md'), `${SOUND}\n## Which way?\n\n- [ ] This\n- [ ] That\n`);
		writeFileSync(join(folder, 'two.md'), '---\ntitle: Two\n---\n\n## Term: Nothing\n');
		const message = await run().then(
			() => 'it did not fail',
			(error: unknown) => String(error)
		);
		expect(message).toMatch(/one\.md:\d+:\d+: error E501/);
		expect(message).toMatch(/two\.md:5:\d+: error E504/);
	});
});
