import type { ConceptId, Deck, Facts, Markdown, Note, TermNote } from './deck.ts';

/** A concept that a deck teaches: a term of its own, or one of another deck that its notes name. */
export interface Concept {
	readonly id: ConceptId;
	/** The term's words; the id as written where no deck defines it. */
	readonly name: Markdown;
	/** Whether some deck defines it: then it has a card. */
	readonly defined: boolean;
	/** Whether this deck does. */
	readonly own: boolean;
}

/** That one concept builds on another. `from` is understood first: what is needed, or the whole of which `to` is a part. */
export interface Tie {
	readonly from: ConceptId;
	readonly to: ConceptId;
	readonly kind: 'needs' | 'part-of';
}

/** What a deck teaches, and how it hangs together. */
export interface ConceptMap {
	readonly concepts: readonly Concept[];
	readonly ties: readonly Tie[];
}

/**
 * The concepts of a deck: its own terms in the order of its text, then those of other decks that its notes are about, need or are part
 * of. Ties are those that terms state, between concepts of the map; one for each pair and kind, none of a concept to itself.
 * @param library the decks of the same namespace, this one among them or not
 */
export function conceptMapOf(deck: Deck, library: readonly Deck[]): ConceptMap {
	const terms = new Map<ConceptId, TermNote>();
	for (const { namespace, notes } of [deck, ...library])
		if (namespace === deck.namespace) for (const note of notes) if (note.kind === 'term' && !terms.has(note.id)) terms.set(note.id, note);
	const own = new Set(deck.notes.flatMap((note) => (note.kind === 'term' ? [note.id] : [])));
	const ids = new Set([...own, ...deck.notes.flatMap(namedBy)]);
	const concepts = [...ids].map((id) => {
		const term = terms.get(id);
		return { id, name: term?.prompt ?? id, defined: term !== undefined, own: own.has(id) };
	});
	const ties = [...ids].flatMap((id) => tiesOf(id, terms.get(id)?.facts)).filter(({ from }) => ids.has(from));
	return { concepts, ties };
}

/** The concepts that a note names, in its steps and options too. */
export function namedBy(note: Note): readonly ConceptId[] {
	const own = namesIn(note.facts);
	if (note.kind !== 'scenario') return own;
	const steps = [{ options: note.options, facts: note.facts }, ...note.steps];
	return [...own, ...steps.flatMap(({ facts, options }) => [...namesIn(facts), ...options.flatMap((option) => namesIn(option.facts))])];
}

const namesIn = ({ about, needs, partOf }: Facts) => [...about, ...needs, ...partOf];

function tiesOf(to: ConceptId, facts: Facts | undefined): readonly Tie[] {
	const of = (kind: Tie['kind'], names: readonly ConceptId[] = []) =>
		[...new Set(names)].filter((from) => from !== to).map((from) => ({ from, to, kind }));
	return [...of('needs', facts?.needs), ...of('part-of', facts?.partOf)];
}
