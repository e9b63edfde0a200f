import type { CardId } from '#lib/core/card/card.ts';
import type { Day, PresetId } from '#lib/core/review/entry.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';
import type { CardStates } from '#lib/core/schedule/states.ts';
import { isUse } from './siblings.ts';

/** How much of a day's allowance is left; each 0 or more. */
export interface Allowance {
	readonly fresh: number;
	/** Use cards that were asked before are among them. */
	readonly reviews: number;
	/** New use cards: as many as new cards, and beside them, for each follows from a concept that was new some days ago. */
	readonly newUses: number;
}

/** What is left today over all decks, and for each deck that has settings of its own. */
export interface Allowances {
	readonly general: Allowance;
	readonly decks: ReadonlyMap<PresetId, Allowance>;
}

/** What is left of today's limits after the cards already answered today. */
export function allowancesLeft(cards: CardStates, today: Day, rules: Rules): Allowances {
	const left = (only?: PresetId): Allowance => {
		const { newPerDay, reviewsPerDay } = (only === undefined ? undefined : rules.decks.get(only)) ?? rules.general;
		let fresh = newPerDay;
		let reviews = reviewsPerDay;
		let newUses = newPerDay;
		for (const [id, { firstDay }] of answered) {
			if (only !== undefined && rules.presetOf(id) !== only) continue;
			if (firstDay !== today) reviews -= 1;
			else if (isUse(id)) newUses -= 1;
			else fresh -= 1;
		}
		return { fresh: Math.max(0, fresh), reviews: Math.max(0, reviews), newUses: Math.max(0, newUses) };
	};
	const answered = cards.answeredOn(today);
	return { general: left(), decks: new Map([...rules.decks.keys()].map((deck) => [deck, left(deck)])) };
}

/** The first cards of a row that an allowance lets through, over all decks and for each. What comes after is not looked at. */
export function limited(row: Iterable<CardId>, kind: keyof Allowance, { general, decks }: Allowances, rules: Rules): readonly CardId[] {
	let left = general[kind];
	const leftOf = new Map([...decks].map(([deck, allowance]) => [deck, allowance[kind]]));
	const through: CardId[] = [];
	if (left === 0) return through;
	for (const id of row) {
		const deck = rules.presetOf(id);
		const mine = deck === undefined ? undefined : leftOf.get(deck);
		if (mine === 0) continue;
		through.push(id);
		left -= 1;
		if (left === 0) break;
		if (deck !== undefined && mine !== undefined) leftOf.set(deck, mine - 1);
	}
	return through;
}
