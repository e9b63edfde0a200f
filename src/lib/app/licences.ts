import { decks, loadDeck } from './library.ts';

/** A deck and the licence that its header names. */
export interface DeckLicence {
	readonly title: string;
	readonly authors: string;
	readonly license: string | undefined;
}

/** A part of the program that others wrote, as the build lists it (vite.config.ts). */
export interface PackageLicence {
	readonly name: string;
	readonly version: string;
	/** Its SPDX identifier. */
	readonly identifier?: string;
	/** The whole licence, where the package has it. */
	readonly text?: string;
}

/** The licences of the decks that came with the app. @throws where a deck's text cannot be loaded */
export async function deckLicences(): Promise<readonly DeckLicence[]> {
	const texts = await Promise.all(decks().map(({ name }) => loadDeck(name)));
	return texts.flatMap((deck) => (deck ? [{ title: deck.title, authors: deck.authors.join(', '), license: deck.license }] : []));
}

/** The licences of the packages that are in the app. @throws where the list is not there, as while developing */
export async function programLicences(address: string): Promise<readonly PackageLicence[]> {
	const response = await fetch(address);
	return (await response.json()) as readonly PackageLicence[];
}
