import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileDeck, type CompiledDeck } from './compile-deck.ts';

const LIBRARY = 'virtual:library';
const DECK = 'virtual:deck/';

/**
 * Makes the decks of a folder part of the app: `virtual:library` is the shelf, each deck's text a module of its own, loaded when
 * it is needed. A deck with an error fails the build and names file, line and column; the parser itself is not shipped.
 */
export function compiledDecks(folder: string): Plugin {
	const root = resolve(folder);
	const compile = (): CompiledDeck[] => deckFiles(root).map((file) => compileDeck(file, readFileSync(file, 'utf8'), relative('.', file)));
	return {
		name: 'compiled-decks',
		resolveId: (id) => (id === LIBRARY || id.startsWith(DECK) ? `\0${id}` : undefined),
		load(id) {
			if (!id.startsWith('\0virtual:')) return undefined;
			const decks = compile();
			for (const { file, warnings } of decks) {
				this.addWatchFile(file);
				for (const warning of warnings) this.warn(warning);
			}
			const errors = decks.flatMap((deck) => deck.errors);
			if (errors.length > 0) this.error(`The decks cannot be compiled.\n\n${errors.join('\n')}\n`);
			return id === `\0${LIBRARY}` ? libraryModule(decks) : deckModule(decks, id.slice(DECK.length + 1));
		},
		hotUpdate({ file, server }) {
			if (file.startsWith(root) && file.endsWith('.md')) server.ws.send({ type: 'full-reload' });
		}
	};
}

/** `<name>.md` and `<name>/deck.md`; never a README, never what begins with an underscore. */
function deckFiles(root: string): string[] {
	return readdirSync(root, { withFileTypes: true })
		.filter(({ name }) => !name.startsWith('_') && name.toLowerCase() !== 'readme.md')
		.map((entry) => (entry.isDirectory() ? join(root, entry.name, 'deck.md') : join(root, entry.name)))
		.filter((file) => file.endsWith('.md') && existsSync(file))
		.sort();
}

function libraryModule(decks: readonly CompiledDeck[]): string {
	const texts = decks.map(({ entry: { name } }) => `${JSON.stringify(name)}: () => import(${JSON.stringify(DECK + name)})`);
	return `export const shelf = ${JSON.stringify(decks.map(({ entry }) => entry))};\nexport const texts = { ${texts.join(', ')} };\n`;
}

function deckModule(decks: readonly CompiledDeck[], name: string): string | undefined {
	const deck = decks.find(({ entry }) => entry.name === name)?.deck;
	return deck && `export default ${JSON.stringify(deck)};\n`;
}
