import { cardId, cardsOf, type CardId } from '#lib/core/card/card.ts';
import { conceptMapOf, type Concept, type Tie } from '#lib/core/deck/concept-map.ts';
import type { ConceptId, Deck, Markdown } from '#lib/core/deck/deck.ts';
import { retained } from '#lib/core/stats/retention.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { decks, loadDeck } from './library.ts';
import { dayOf, queueIn, idsIn } from './scope.ts';

/** A concept of a deck, with how well it is held. */
export interface ConceptState extends Concept {
	/** The card that asks for it; undefined where no deck defines it. */
	readonly card: CardId | undefined;
	/** The mean chance of recall of the cards about it, of all decks, 0 to 1; undefined before the first answer. */
	readonly recalled: number | undefined;
	/** How likely it would be put to use now, 0 to 1; undefined before the first scenario about it. */
	readonly used: number | undefined;
	/** The names of the concepts of this map that it needs, and of those that it is part of. */
	readonly needs: readonly Markdown[];
	readonly partOf: readonly Markdown[];
}

/** What a deck teaches, and how well that is held. */
export interface Taught {
	readonly concepts: readonly ConceptState[];
	readonly ties: readonly Tie[];
}

/** The texts of all decks of a namespace: concepts are named across decks. */
export async function loadNamespace(namespace: string): Promise<readonly Deck[]> {
	const texts = await Promise.all(decks().map(({ name }) => loadDeck(name)));
	return texts.filter((deck): deck is Deck => deck?.namespace === namespace);
}

/** What a deck teaches. `library`: the decks of its namespace. */
export function taughtBy(deck: Deck, library: readonly Deck[], journal: Journal): Taught {
	const { concepts, ties } = conceptMapOf(deck, library);
	const about = cardsByConcept(library);
	const { cards } = journal.progress;
	const today = dayOf(journal, now());
	const names = new Map(concepts.map(({ id, name }) => [id, name]));
	const namesOf = (id: ConceptId, kind: Tie['kind']) =>
		ties.flatMap((tie) => (tie.to === id && tie.kind === kind ? (names.get(tie.from) ?? []) : []));
	return {
		ties,
		concepts: concepts.map((concept) => ({
			...concept,
			card: concept.defined ? cardId(deck.namespace, concept.id, 'forward') : undefined,
			recalled: retained(about.get(concept.id) ?? [], cards, today),
			used: retained([cardId(deck.namespace, concept.id, 'use')], cards, today),
			needs: namesOf(concept.id, 'needs'),
			partOf: namesOf(concept.id, 'part-of')
		}))
	};
}

/** A concept beside the term that defines it. */
export interface Neighbour {
	readonly name: Markdown;
	readonly card: CardId;
}

/** What surrounds a term. */
export interface Surroundings {
	/** "namespace/note id". */
	readonly concept: string;
	readonly needs: readonly Neighbour[];
	readonly partOf: readonly Neighbour[];
	/** What needs it, and what is part of it. */
	readonly neededBy: readonly Neighbour[];
	readonly parts: readonly Neighbour[];
	/** How likely it would be put to use now, 0 to 1; undefined before the first scenario about it. */
	readonly used: number | undefined;
	/** How many cards a session about it alone would ask now. */
	readonly due: number;
}

/** What surrounds the concept that a term of this id defines. */
export async function surroundingsOf(namespace: string, id: ConceptId, journal: Journal): Promise<Surroundings> {
	const library = await loadNamespace(namespace);
	const terms = new Map(library.flatMap(({ notes }) => notes.flatMap((note) => (note.kind === 'term' ? [[note.id, note] as const] : []))));
	const neighbours = (ids: readonly ConceptId[]): readonly Neighbour[] =>
		[...new Set(ids)].flatMap((one) => {
			const term = one === id ? undefined : terms.get(one);
			return term ? [{ name: term.prompt, card: cardId(namespace, one, 'forward') }] : [];
		});
	const own = terms.get(id)?.facts;
	const all = [...terms.values()];
	const concept = `${namespace}/${id}`;
	const day = dayOf(journal, now());
	const { ahead, waiting } = queueIn({ concept }, await idsIn({ concept }), journal, day);
	return {
		concept,
		needs: neighbours(own?.needs ?? []),
		partOf: neighbours(own?.partOf ?? []),
		neededBy: neighbours(all.filter(({ facts }) => facts.needs.includes(id)).map((term) => term.id)),
		parts: neighbours(all.filter(({ facts }) => facts.partOf.includes(id)).map((term) => term.id)),
		used: retained([cardId(namespace, id, 'use')], journal.progress.cards, day),
		due: ahead.length + waiting.length
	};
}

/** The cards of each term, and those of the notes that are about it. */
function cardsByConcept(library: readonly Deck[]): ReadonlyMap<ConceptId, readonly CardId[]> {
	const about = new Map<ConceptId, CardId[]>();
	for (const { namespace, notes } of library)
		for (const note of notes) {
			const ids = cardsOf(namespace, note).map(({ id }) => id);
			for (const concept of new Set([...(note.kind === 'term' ? [note.id] : []), ...note.facts.about])) {
				const list = about.get(concept);
				if (list) list.push(...ids);
				else about.set(concept, [...ids]);
			}
		}
	return about;
}
