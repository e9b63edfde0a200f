import { readdirSync, readFileSync } from 'node:fs';
import { parseDeck } from '#lib/core/deck/parse.ts';
import type { Plugin } from 'vite';

export function compiledDecks(folder: string): Plugin {
	return {
		name: 'compiled-decks',
		buildStart() {
			for (const name of readdirSync(folder)) console.log(parseDeck(name, readFileSync(`${folder}/${name}`, 'utf8')).deck.title);
		}
	};
}
