import type { CardId } from '#lib/core/card/card.ts';
import type { Day, PresetId } from '#lib/core/review/entry.ts';
import { isAway } from '#lib/core/schedule/due.ts';
import { examOrder } from '#lib/core/schedule/plan/gain.ts';
import { planPace, type PlanCard } from '#lib/core/schedule/plan/plan-card.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import type { Rules } from '#lib/core/schedule/rules.ts';

/** Whether a card belongs to a deck whose exam is still to come: then what it gains counts, not when it is due. */
export function hasExam(id: CardId, rules: Rules): boolean {
	const deck = rules.presetOf(id);
	return deck !== undefined && rules.decks.get(deck)?.examDay !== undefined;
}

/**
 * The cards of decks with an exam, those first that gain most expected recall on its day a minute. Cards in their steps are left
 * out, because they come back by themselves, and so are those put away or answered today.
 */
export function examRow(
	ids: readonly CardId[],
	{ cards, pace }: Pick<Progress, 'cards' | 'pace'>,
	today: Day,
	rules: Rules
): readonly CardId[] {
	if (![...rules.decks.values()].some(({ examDay }) => examDay !== undefined)) return [];
	const ofDeck = new Map<PresetId, PlanCard[]>();
	for (const id of ids) {
		const deck = rules.presetOf(id);
		const state = cards.get(id);
		if (deck === undefined || !hasExam(id, rules) || (state && isAway(state, today))) continue;
		if (state && (state.phase === 'learning' || state.phase === 'relearning')) continue;
		const mine = ofDeck.get(deck) ?? [];
		ofDeck.set(deck, mine);
		mine.push({ id, ...(state?.memory === undefined ? {} : { ...state.memory, lastDay: state.lastDay }) });
	}
	return [...ofDeck]
		.flatMap(([deck, mine]) => examOrder(mine, today, rules.decks.get(deck)?.examDay ?? today, planPace(pace)))
		.sort((a, b) => b.gain - a.gain)
		.map(({ id }) => id);
}
