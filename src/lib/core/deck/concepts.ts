import type { ChangedBlocks } from './changed.ts';
import type { Facts, Note, NoteId, ScenarioNote } from './deck.ts';
import { isDraft, type DraftNote } from './draft.ts';
import { conceptName } from './meaning.ts';
import { idOf, type GivenIds } from './ids.ts';
import type { ReadBlock } from './parse.ts';

/** The terms of a deck and what they can be called. */
export interface Concepts {
	readonly terms: readonly TermName[];
	/** The id of the term that a name means, or the name. */
	readonly resolve: (name: string) => string;
}

/** A term's id and its words. */
interface TermName {
	readonly id: NoteId;
	readonly prompt: string;
}

/** The concepts of an earlier reading that gave the same ids to all blocks that have not changed. */
interface Before {
	readonly concepts: Concepts;
	readonly changed: ChangedBlocks;
}

/** The concepts that the terms of a deck define; those of an earlier reading, if they are the same. */
export function conceptsOf(blocks: readonly ReadBlock[], given: GivenIds, before?: Before): Concepts {
	if (before && (!before.changed.some(definesTerms) || hasTerms(blocks, given, before.concepts.terms))) return before.concepts;
	const terms: TermName[] = [];
	for (const read of blocks) {
		if (!definesTerms(read)) continue;
		const { note } = read;
		if (isDraft(note)) terms.push(termOf(note, given));
		for (const draft of note.terms) terms.push(termOf(draft, given));
	}
	const ids = new Set<string>();
	for (const { id } of terms) ids.add(id);
	// Most names are ids: the words of the terms are asked for now and then only.
	let byWords: Map<string, string> | undefined;
	return { terms, resolve: (name) => (ids.has(name) ? name : ((byWords ??= wordsOf(terms)).get(name) ?? name)) };
}

function wordsOf(terms: readonly TermName[]): Map<string, string> {
	const byWords = new Map<string, string>();
	for (const { id, prompt } of terms) {
		const words = conceptName(prompt);
		if (!byWords.has(words)) byWords.set(words, id);
	}
	return byWords;
}

/** Whether the terms are these: looked at after each keystroke, so that nothing is made for it. */
function hasTerms(blocks: readonly ReadBlock[], given: GivenIds, terms: readonly TermName[]): boolean {
	let at = 0;
	for (const read of blocks) {
		if (!definesTerms(read)) continue;
		const { note } = read;
		if (isDraft(note) && !isTerm(note, terms[at++], given)) return false;
		for (const draft of note.terms) if (!isTerm(draft, terms[at++], given)) return false;
	}
	return at === terms.length;
}

function termOf(draft: DraftNote, given: GivenIds): TermName {
	return { id: idOf(given, draft), prompt: draft.note.prompt };
}

function isTerm(draft: DraftNote, term: TermName | undefined, given: GivenIds): boolean {
	return term?.prompt === draft.note.prompt && term.id === idOf(given, draft);
}

function definesTerms(read: ReadBlock): read is ReadBlock & { kind: 'note' } {
	return read.kind === 'note' && (read.note.kind === 'term' || read.note.kind === 'terms');
}

/** The note as the deck has it: with its id, and the concepts that it names by a term's words put as that term's id. */
export function settle(draft: DraftNote, id: NoteId, concepts: Concepts): Note {
	const { settled } = draft;
	if (settled && draft.settledFor === concepts && settled.id === id) return settled;
	const { note } = draft;
	const made = withConcepts(note.id === id ? note : { ...note, id }, concepts);
	draft.settled = made;
	draft.settledFor = concepts;
	return made;
}

function withConcepts(note: Note, { resolve }: Concepts): Note {
	const settled = namesOther(note, resolve) ? withNames(note, resolve) : note;
	return settled.kind === 'scenario' ? withConceptsInside(settled, resolve) : settled;
}

function withConceptsInside(scenario: ScenarioNote, resolve: Concepts['resolve']): ScenarioNote {
	const { steps, options } = scenario;
	const other = (it: Named): boolean => namesOther(it, resolve);
	if (!options.some(other) && !steps.some((step) => other(step) || step.options.some(other))) return scenario;
	const each = <T extends Named>(it: T): T => (other(it) ? withNames(it, resolve) : it);
	return { ...scenario, options: options.map(each), steps: steps.map((step) => ({ ...each(step), options: step.options.map(each) })) };
}

interface Named {
	readonly facts: Facts;
}

/** Whether some facts name a concept by anything but its id. */
function namesOther({ facts: { about, needs, partOf } }: Named, resolve: Concepts['resolve']): boolean {
	return anyOther(about, resolve) || anyOther(needs, resolve) || anyOther(partOf, resolve);
}

function anyOther(names: readonly string[], resolve: Concepts['resolve']): boolean {
	for (const name of names) if (resolve(name) !== name) return true;
	return false;
}

function withNames<T extends Named>(it: T, resolve: Concepts['resolve']): T {
	const { about, needs, partOf } = it.facts;
	return { ...it, facts: { ...it.facts, about: about.map(resolve), needs: needs.map(resolve), partOf: partOf.map(resolve) } };
}
