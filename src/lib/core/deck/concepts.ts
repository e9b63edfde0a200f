import type { Note, TermNote } from './deck.ts';
import { conceptName } from './facts.ts';

/** The terms of a deck and what they can be called. */
export interface Concepts {
	readonly terms: readonly TermNote[];
	/** The id of the term that a name means, or the name. */
	readonly resolve: (name: string) => string;
}

/** The concepts that some terms define; those of an earlier reading, if they are the same. */
export function conceptsOf(terms: readonly TermNote[], earlier?: Concepts): Concepts {
	if (earlier?.terms.length === terms.length && terms.every((term, at) => sameName(term, earlier.terms[at]))) return earlier;
	const ids = new Set<string>();
	const byWords = new Map<string, string>();
	for (const { id, prompt } of terms) {
		ids.add(id);
		const words = conceptName(prompt);
		if (!byWords.has(words)) byWords.set(words, id);
	}
	return { terms, resolve: (name) => (ids.has(name) ? name : (byWords.get(name) ?? name)) };
}

function sameName(a: TermNote, b: TermNote | undefined): boolean {
	return a === b || (a.id === b?.id && a.prompt === b.prompt);
}

/** Whether the steps or options of a scenario name a concept by anything but its id. */
function namesOther({ steps, options }: Extract<Note, { kind: 'scenario' }>, resolve: (name: string) => string): boolean {
	const other = (name: string): boolean => resolve(name) !== name;
	const names = ({ facts: { about, needs, partOf } }: Pick<Note, 'facts'>): boolean =>
		about.some(other) || needs.some(other) || partOf.some(other);
	return options.some(names) || steps.some((step) => names(step) || step.options.some(names));
}

/** A note with the concepts that it names by the words of a term of this deck put as that term's id. */
export function withConcepts(note: Note, { resolve }: Concepts): Note {
	const other = (name: string): boolean => resolve(name) !== name;
	const settle = <T extends Pick<Note, 'facts'>>(it: T): T => {
		const { about, needs, partOf } = it.facts;
		if (!about.some(other) && !needs.some(other) && !partOf.some(other)) return it;
		return { ...it, facts: { ...it.facts, about: about.map(resolve), needs: needs.map(resolve), partOf: partOf.map(resolve) } };
	};
	const settled = settle(note);
	if (settled.kind !== 'scenario' || !namesOther(settled, resolve)) return settled;
	const steps = settled.steps.map((step) => ({ ...settle(step), options: step.options.map((option) => settle(option)) }));
	return { ...settled, options: settled.options.map((option) => settle(option)), steps };
}
