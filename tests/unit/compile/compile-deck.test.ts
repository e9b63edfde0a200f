import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { checkDecks } from '../../../src/cli/decks/check.ts';
import { compiledDecks } from '../../../src/compile/decks-plugin.ts';
import { compileDeck, shelved } from '../../../src/compile/compile-deck.ts';
import { CHOICE, CLOZE, QUESTION, TERM } from '../decks-for-tests.ts';

const SOURCES = `sources:\n  - id: almanac\n    title: The Almanac\n`;
const SOUND = `---\ntitle: Tides\nid: tides\nnamespace: sea\n${SOURCES}---\n${TERM}${QUESTION}${CHOICE}${CLOZE}`;

const SCENARIO = `
## Scenario: The late ferry
<!-- #late-ferry -->

The ferry waits for water.

- [x] Wait with it
  > It comes.
- [ ] Swim
  > It is far.
- About: ebb
- Source: almanac

### The water comes
<!-- #comes -->

It floats. The analogy ends here.
`;

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'entente-decks-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

/** Writes a deck and compiles it. */
function compiled(text: string, name = 'tides.md') {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), text);
	const [deck] = checkDecks([folder]).map((checked) => compileDeck(folder, checked));
	if (!deck) throw new Error('no deck');
	return deck;
}

describe('compiling a deck', () => {
	test('names its language, for the words of it that stand on the shelf', () => {
		expect(compiled(SOUND.replace('namespace: sea', 'namespace: sea\nlanguage: fr')).entry.language).toBe('fr');
	});
	test('gives its title and the keys of its cards, in the order of the text', () => {
		const { entry, errors } = compiled(SOUND);
		expect(errors).toEqual([]);
		expect(entry).toEqual({
			name: 'tides',
			id: 'tides',
			version: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
			title: 'Tides',
			cardIds: ['sea/ebb/forward', 'sea/far-side/main', 'sea/raises/main', 'sea/highest/cloze:full', 'sea/highest/cloze:new'],
			cardsVersion: expect.stringMatching(/^[0-9a-f]{20}$/) as string
		});
	});
	test('gives its keys a name that changes with them alone', () => {
		const { cardsVersion } = compiled(SOUND).entry;
		expect(compiled(SOUND.replace('Tides', 'Floods')).entry.cardsVersion).toBe(cardsVersion);
		expect(compiled(SOUND.replace('#far-side', '#near-side')).entry.cardsVersion).not.toBe(cardsVersion);
	});
	test('gives it a version that changes with its text', () => {
		expect(compiled(SOUND).entry.version).toBe(compiled(SOUND).entry.version);
		expect(compiled(SOUND.replace('Tides', 'The tides')).entry.version).not.toBe(compiled(SOUND).entry.version);
	});
	test('names a deck in a folder of its own after the folder', () => {
		expect(compiled(SOUND, 'sea/deck.md').entry.name).toBe('sea');
	});
	test('gives nothing but plain data: what is shipped survives JSON', () => {
		const { deck } = compiled(SOUND);
		expect(JSON.parse(JSON.stringify(deck))).toEqual(deck);
	});
	test('names each error with file, line and column, and shows the place', () => {
		const text = `${SOUND}\n## Which way?\n\n- [ ] This\n- [ ] That\n`;
		const line = text.split('\n').indexOf('- [ ] This') + 1;
		const [error] = compiled(text).errors;
		expect(error).toContain(`tides.md:${line}:3: error E501: `);
		expect(error).toContain(`${line} | - [ ] This\n`);
	});
	test('ships scenarios, which are no cards', () => {
		const { deck, entry, errors } = compiled(`${SOUND}${SCENARIO}`);
		expect(errors).toEqual([]);
		expect(deck.notes.map(({ kind }) => kind)).toContain('scenario');
		expect(entry.cardIds).toEqual(compiled(SOUND).entry.cardIds);
	});
	test('names the files of its pictures by their path from its folder', () => {
		mkdirSync(join(folder, 'sea', 'drawn'), { recursive: true });
		for (const name of ['a b.svg', 'drawn/wave.svg', 'unused.svg']) writeFileSync(join(folder, 'sea', name), '<svg/>');
		const text = `${SOUND}\n## Why waves?\n\n![One](./drawn/wave.svg) ![Two](a%20b.svg)\n\n---\n\nWind.\n`;
		const { pictures, errors } = compiled(text, 'sea/deck.md');
		expect(errors).toEqual([]);
		expect(pictures).toEqual({ 'a b.svg': join(folder, 'sea/a b.svg'), 'drawn/wave.svg': join(folder, 'sea/drawn/wave.svg') });
	});
});

describe('the shelf', () => {
	const HEAD = (id: string) => `---\ntitle: ${id}\nid: ${id}\nnamespace: sea\n---\n`;
	const term = (id: string, more = '') => `\n## Term: ${id}\n<!-- #${id} -->\n\nWhat it is.\n${more}`;
	/** The names of the decks of a folder, as they are introduced. */
	function names(texts: Readonly<Record<string, string>>): readonly string[] {
		for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.md`), HEAD(name) + text);
		return shelved(checkDecks([folder]).map((checked) => compileDeck(folder, checked))).map(({ entry: { name } }) => name);
	}
	test('has a deck behind those whose concepts it needs', () => {
		expect(names({ a: term('ebb', '\n- Needs: moon\n'), b: term('sun'), c: term('moon') })).toEqual(['b', 'c', 'a']);
	});
	test('has decks that need one another by their names', () => {
		expect(names({ a: term('ebb', '\n- Needs: moon\n'), b: term('moon', '\n- Needs: ebb\n') })).toEqual(['a', 'b']);
	});
	test('has no deck without notes', () => {
		expect(names({ a: '', b: term('ebb') })).toEqual(['b']);
	});
	test('has a deck of scenarios behind the concepts that they are about', () => {
		expect(names({ a: SCENARIO.replace(/^.*almanac.*$/m, ''), b: term('ebb') })).toEqual(['b', 'a']);
	});
});

describe('the build', () => {
	beforeEach(() => {
		writeFileSync(join(folder, 'README.md'), '## This is no deck\n');
		writeFileSync(join(folder, '_template.md'), '## Nor is this\n');
		writeFileSync(join(folder, 'entry.js'), "export { shelf, texts } from 'virtual:library';\n");
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
	test('makes pictures files of their own, never part of the code', async () => {
		mkdirSync(join(folder, 'sea'));
		writeFileSync(join(folder, 'sea', 'wave.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
		writeFileSync(join(folder, 'sea', 'deck.md'), `${SOUND}\n## Why waves?\n\n![One](wave.svg)\n\n---\n\nWind.\n`);
		const text = JSON.stringify(await run());
		expect(text.includes('"fileName":"wave.svg"')).toBe(true);
		expect(text.includes('data:image')).toBe(false);
	});
	test('fails on what is wrong only when all decks are seen together', async () => {
		for (const name of ['one.md', 'two.md']) writeFileSync(join(folder, name), SOUND.replace('id: tides', `id: ${name.slice(0, 3)}`));
		await expect(run()).rejects.toThrow(/error E203/);
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
