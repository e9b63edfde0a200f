import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { checkDecks } from '../cli/decks/check.ts';
import { compileDeck, shelved, type CompiledDeck } from './compile-deck.ts';
import { shelfOf } from './shelf.ts';

const LIBRARY = 'virtual:library';
const DECK = 'virtual:deck/';

/**
 * Makes the decks of a folder part of the app: `virtual:library` is the shelf, each deck's text a module of its own, loaded when
 * it is needed, and its pictures files of the app. A deck with an error fails the build and names file, line and column; the parser itself is not shipped.
 */
export function compiledDecks(folder: string): Plugin {
	const root = resolve(folder);
	let decks: readonly CompiledDeck[] = [];
	return {
		name: 'compiled-decks',
		// While developing, pictures are served from where they stand.
		config: () => ({ server: { fs: { allow: [root] } } }),
		// Once for all modules and environments; while developing, again whenever a deck changes.
		buildStart() {
			if (decks.length > 0) return;
			decks = shelved(checkDecks([folder]).map((checked) => compileDeck(folder, checked)));
			for (const warning of decks.flatMap(({ warnings }) => warnings)) this.warn(warning);
			const fault = faultOf(decks);
			if (fault !== undefined && !this.meta.watchMode) this.error({ message: fault, stack: '' });
		},
		resolveId: (id) => (id === LIBRARY || id.startsWith(DECK) ? `\0${id}` : undefined),
		load(id) {
			// While developing, the server lives on and the page says what is wrong.
			const fault = id.startsWith('\0virtual:') ? faultOf(decks) : undefined;
			if (fault !== undefined) this.error({ message: fault, stack: '' });
			if (id === `\0${LIBRARY}`) return libraryModule(decks);
			return id.startsWith(`\0${DECK}`) ? deckModule(decks, id.slice(DECK.length + 1)) : undefined;
		},
		async hotUpdate({ file, server }) {
			if (!file.startsWith(root)) return;
			decks = [];
			await server.restart();
		}
	};
}

/** All errors of all decks as one message. */
function faultOf(decks: readonly CompiledDeck[]): string | undefined {
	const errors = decks.flatMap((deck) => deck.errors);
	return errors.length === 0 ? undefined : `The decks cannot be compiled.\n\n${errors.join('\n')}\n`;
}

function libraryModule(decks: readonly CompiledDeck[]): string {
	const texts = decks.map(({ entry: { name } }) => `${JSON.stringify(name)}: () => import(${JSON.stringify(DECK + name)})`);
	const shelf = shelfOf(decks);
	// The keys of each deck as one text, a line each: a hundred thousand strings are written out five times slower than one is split.
	const keys = shelf.map(({ cardIds }) => cardIds.join('\n'));
	const entries = shelf.map((entry) => ({ ...entry, cardIds: undefined }));
	return [
		`const keys = ${JSON.stringify(keys)};`,
		`export const shelf = ${parsed(entries)}.map((entry, at) => ({ ...entry, cardIds: keys[at] === '' ? [] : keys[at].split('\\n') }));`,
		`export const texts = { ${texts.join(', ')} };`,
		''
	].join('\n');
}

function deckModule(decks: readonly CompiledDeck[], name: string): string | undefined {
	const compiled = decks.find(({ entry }) => entry.name === name);
	if (!compiled) return undefined;
	const pictures = Object.entries(compiled.pictures);
	// Never inlined: the policy knows no data: addresses.
	const imports = pictures.map(([, file], index) => `import p${index} from ${JSON.stringify(`${file}?url&no-inline`)};\n`);
	const addresses = pictures.map(([path], index) => `${JSON.stringify(path)}: p${index}`);
	const place = `export const file = ${JSON.stringify(compiled.file)};\nexport const lines = ${JSON.stringify(compiled.lines)};\n`;
	return `${imports.join('')}export const pictures = { ${addresses.join(', ')} };\n${place}export default ${parsed(compiled.deck)};\n`;
}

/** Data as an expression. A browser reads JSON in half the time that it takes to read the same as code. */
function parsed(data: unknown): string {
	return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}
