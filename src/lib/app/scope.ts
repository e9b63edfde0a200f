import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import type { Presets } from '#lib/core/schedule/presets.ts';
import { rulesOf, type Rules } from '#lib/core/schedule/rules.ts';
import { extraQueue, type Extra } from '#lib/core/session/extra.ts';
import { queueOf, type Queue } from '#lib/core/session/queue.ts';
import { localDay } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { allCards, cardIds, cardsAbout, decks } from './library.ts';
import { poolIn } from './scenarios.ts';

/** What a session is about: everything that is due, or some part of it, or more than is due. */
export interface Scope {
	readonly deckName?: string;
	/** "namespace/note id" of a term. */
	readonly concept?: string;
	readonly extra?: Extra;
}

const EXTRAS: readonly string[] = ['leeches', 'mistakes', 'trouble', 'ahead'];

/** The scope that an address names. */
export function readScope(query: URLSearchParams): Scope {
	const deckName = query.get('deck');
	const concept = query.get('concept');
	const extra = query.get('extra');
	return {
		...(deckName === null ? {} : { deckName }),
		...(concept === null ? {} : { concept }),
		...(extra !== null && EXTRAS.includes(extra) ? { extra: extra as Extra } : {})
	};
}

/** A scope as an address names it, with what more is studied of it. */
export function scopeQuery({ deckName, concept }: Scope, extra: Extra): string {
	const names = { ...(deckName === undefined ? {} : { deck: deckName }), ...(concept === undefined ? {} : { concept }), extra };
	return new URLSearchParams(names).toString();
}

/** The cards of a scope, in the order in which new ones are introduced. */
export async function idsIn({ deckName, concept }: Scope): Promise<readonly CardId[]> {
	const ids = cardIds(deckName);
	if (concept === undefined) return ids;
	const about = await cardsAbout(concept);
	return ids.filter((id) => about.has(id));
}

/** The learner's day at a moment. */
export function dayOf(journal: Journal, at: Millis): Day {
	return localDay(at, journal.parameters.rolloverHour);
}

const known = new WeakMap<Presets, { readonly day: Day; readonly rules: Rules }>();

/** Which settings hold for which card on a day. */
export function rulesOn({ progress: { presets } }: Journal, day: Day): Rules {
	const last = known.get(presets);
	if (last?.day === day) return last.rules;
	const rules = rulesOf(presets, decks(), day);
	known.set(presets, { day, rules });
	return rules;
}

/** What a scope asks on a day. */
export function queueIn(scope: Scope, ids: readonly CardId[], journal: Journal, day: Day): Queue {
	const rules = rulesOn(journal, day);
	const all = allCards();
	const list = ids === all.cards ? all : { cards: ids };
	if (scope.extra === undefined) return queueOf({ ...list, ...poolIn(scope) }, journal.progress, day, rules);
	return extraQueue(scope.extra, ids, journal.progress.cards, journal.answersOn(day), day, rules);
}
