import { cardsOf } from '#lib/core/card/card.ts';
import type { Deck, Markdown, Note } from '#lib/core/deck/deck.ts';
import { dueOf, isAway, isDue } from '#lib/core/schedule/due.ts';
import { blankState, isNew } from '#lib/core/schedule/state.ts';
import { retained } from '#lib/core/stats/retention.ts';
import { now, startOfDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { dayOf, rulesOn } from './scope.ts';

/** A note as its deck's page lists it. */
export interface NoteState {
	readonly note: Note;
	/** The mean chance of recall of its cards, 0 to 1; undefined before the first answer. */
	readonly retained: number | undefined;
	readonly due: boolean;
	/** Every card of it is put away. */
	readonly away: boolean;
	/** When its first card comes back; undefined for a new note. */
	readonly next: Date | undefined;
}

/** A run of notes under one heading. */
export interface Section {
	readonly title: Markdown | undefined;
	readonly notes: readonly NoteState[];
}

/** The notes of a deck that have cards, in the order of its text, with how well each is held. */
export function deckContents(deck: Deck, journal: Journal): readonly Section[] {
	const sections: { title: Markdown | undefined; notes: NoteState[] }[] = [];
	for (const note of deck.notes) {
		if (note.kind === 'scenario') continue; // no card: practice.ts
		const last = sections.at(-1);
		const state = noteState(deck, note, journal);
		if (last && last.title === note.section) last.notes.push(state);
		else sections.push({ title: note.section, notes: [state] });
	}
	return sections;
}

const NOTHING = blankState();

function noteState(deck: Deck, note: Note, journal: Journal): NoteState {
	const at = now();
	const day = dayOf(journal, at);
	const rules = rulesOn(journal, day);
	const { cards } = journal.progress;
	const ids = cardsOf(deck.namespace, note).map(({ id }) => id);
	const seen = ids.flatMap((id) => {
		const state = cards.get(id);
		return state && !isNew(state) ? [{ state, due: dueOf(id, state, rules.of(id)) }] : [];
	});
	const days = seen
		.filter(({ state }) => !isAway(state, day))
		.map(({ due }) => (due.kind === 'day' ? startOfDay(due.day, rules.general.rolloverHour).getTime() : due.at));
	return {
		note,
		retained: retained(ids, cards, day),
		away: ids.length > 0 && ids.every((id) => isAway(cards.get(id) ?? NOTHING, day)),
		due: seen.some(({ due, state }) => !isAway(state, day) && isDue(due, at, day)),
		next: days.length === 0 ? undefined : new Date(Math.min(...days))
	};
}
