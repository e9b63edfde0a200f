// CONTENTS.md: what a folder of decks teaches, as a table for teachers.
import { relative } from 'node:path';
import { Anchors } from '#lib/core/deck/anchor.ts';
import type { Citation, Deck, Note, NoteKind, ScenarioNote, Source } from '#lib/core/deck/deck.ts';
import { partsOf } from '#lib/core/deck/parts.ts';
import { splitLines } from '#lib/core/deck/lines.ts';
import type { Checked } from './check.ts';
import { plural } from './report.ts';

/** The name of the file, beside the decks. */
export const CONTENTS = 'CONTENTS.md';

/** A note and the address of its heading, from the folder of the decks. */
interface Placed {
	readonly note: Note;
	readonly link: string;
}

/** The text of CONTENTS.md for the decks of a folder. */
export function contentsOf(folder: string, decks: readonly Checked[]): string {
	const placed = decks.map((deck) => ({ ...deck, notes: placedNotes(folder, deck) }));
	const all = placed.flatMap(({ notes }) => notes);
	const kinds = KINDS.filter((kind) => all.some(({ note }) => note.kind === kind));
	const lines = [
		'# What the decks teach',
		'',
		'Written by `npm run decks -- contents`; change the decks, not this file.',
		'',
		`${plural(decks.length, 'deck')}, ${plural(all.length, 'note')}, of which ${plural(scenarios(all).length, 'scenario')}.`,
		'',
		'## Decks',
		'',
		row(['Deck', 'Notes', 'Cards', ...kinds.map((kind) => NAMES[kind])]),
		row(Array.from({ length: kinds.length + 3 }, () => '---')),
		...placed.map(({ path, deck, notes }) => row([`[${plain(deck.title)}](${address(folder, path)})`, ...counts(notes, kinds)])),
		row(['Together', ...counts(all, kinds)]),
		'',
		'## Concepts',
		'',
		'The first card of each defines the concept; the others are about it.',
		...placed.flatMap(({ deck, notes }) => {
			const rows = notes.filter(({ note }) => note.kind === 'term').map((term) => conceptRow(term, all));
			if (rows.length === 0) return [];
			return ['', `### ${plain(deck.title)}`, '', row(['Concept', 'Cards', 'Scenarios', 'Sources']), row(['---', '---', '---', '---']), ...rows];
		}),
		'',
		'## Sources',
		'',
		...sourcesOf(decks.map(({ deck }) => deck)).map(sourceLine)
	];
	return `${lines.join('\n')}\n`;
}

const NAMES: Readonly<Record<NoteKind, string>> = {
	term: 'Term',
	question: 'Question',
	cloze: 'Hidden words',
	choice: 'Choice',
	'choose-all': 'Choose all',
	'true-false': 'True or false',
	typed: 'Typed',
	numeric: 'Number',
	order: 'Order',
	match: 'Match',
	picture: 'Picture',
	scenario: 'Scenario'
};

const KINDS = Object.keys(NAMES) as NoteKind[];

/** The notes of a deck with the anchors that GitHub gives to the headings they stand under. */
function placedNotes(folder: string, { path, text, deck }: Checked): Placed[] {
	const anchors = new Anchors();
	const byId = new Map<string, string>();
	let anchor = '';
	for (const line of splitLines(text)) {
		const hashes = /^#{1,3} /u.exec(line)?.[0];
		if (hashes !== undefined) {
			const next = anchors.next(line.slice(hashes.length).trim());
			// A step belongs to its scenario.
			if (hashes.length < 4) anchor = next;
		}
		const id = /<!-- #([^ ]+) -->/u.exec(line)?.[1];
		if (id !== undefined && !byId.has(id)) byId.set(id, anchor);
	}
	return deck.notes.map((note) => ({ note, link: `${address(folder, path)}#${byId.get(note.id) ?? ''}` }));
}

function address(folder: string, path: string): string {
	return relative(folder, path).replaceAll('\\', '/');
}

function scenarios(notes: readonly Placed[]): readonly (Placed & { note: ScenarioNote })[] {
	return notes.filter((placed): placed is Placed & { note: ScenarioNote } => placed.note.kind === 'scenario');
}

function counts(notes: readonly Placed[], kinds: readonly NoteKind[]): string[] {
	const cards = notes.reduce((sum, { note }) => sum + partsOf(note).filter((part) => part !== 'use').length, 0);
	return [notes.length, cards, ...kinds.map((kind) => notes.filter(({ note }) => note.kind === kind).length)].map(String);
}

function conceptRow(term: Placed, all: readonly Placed[]): string {
	const { id } = term.note;
	const cards = [term, ...all.filter(({ note }) => note.kind !== 'scenario' && note.id !== id && note.facts.about.includes(id))];
	const used = scenarios(all).filter(({ note }) => aboutsOf(note).has(id));
	const citations = cards.flatMap(({ note }) => note.facts.citations);
	return row([plain(term.note.prompt), cards.map(linked).join('<br>'), used.map(linked).join('<br>'), placesIn(citations)]);
}

/** The concepts that a scenario, its steps or their options are about. */
export function aboutsOf({ facts, options, steps }: ScenarioNote): Set<string> {
	const parts = [{ facts, options }, ...steps].flatMap((part) => [part.facts, ...part.options.map((option) => option.facts)]);
	return new Set(parts.flatMap(({ about }) => about));
}

function linked({ note, link }: Placed): string {
	return `[${plain(note.prompt)}](${link})`;
}

/** Every source once, with the places cited: "khemani, par. 4, par. 5". */
function placesIn(citations: readonly Citation[]): string {
	const places = new Map<string, Set<string>>();
	for (const { source, locator } of citations) {
		const found = places.get(source) ?? new Set<string>();
		places.set(source, locator === undefined ? found : found.add(locator));
	}
	return [...places].map(([source, found]) => plain([source, ...found].join(', '))).join('<br>');
}

function sourcesOf(decks: readonly Deck[]): Source[] {
	const byId = new Map(decks.flatMap(({ sources }) => sources).map((source) => [source.id, source]));
	return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sourceLine({ id, title, author, publisher, date }: Source): string {
	const parts = [author, `*${title}*`, publisher, date].filter((part) => part !== undefined);
	return `- \`${id}\`: ${plain(parts.join(', '))}`;
}

/** Text that cannot end a cell of a table or a link. */
function plain(text: string): string {
	return text.replace(/[|[\]]/gu, '\\$&');
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}
