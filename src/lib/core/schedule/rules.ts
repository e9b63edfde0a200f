import type { CardId } from '#lib/core/card/card.ts';
import type { Day, PresetId } from '#lib/core/review/entry.ts';
import type { Parameters } from './parameters.ts';
import { hasPreset, parametersFor, type Presets } from './presets.ts';

/** A deck as the schedule sees it. */
export interface DeckCards {
	/** The deck's own id, which is the name of its preset. */
	readonly id: PresetId;
	readonly cardIds: readonly CardId[];
	/** The use cards that its scenarios ask. */
	readonly uses?: readonly CardId[];
}

/** Which settings hold for which card on a day. */
export interface Rules {
	/** For everything that is not about one card: the limits of the day, the rollover. */
	readonly general: Parameters;
	/** For a card: those of its deck, or the general ones. An exam that is over is not in them. */
	of(id: CardId): Parameters;
	/** The deck whose settings hold for a card; undefined if the general ones do. */
	presetOf(id: CardId): PresetId | undefined;
	/** The decks that have settings of their own. */
	readonly decks: ReadonlyMap<PresetId, Parameters>;
}

/** Settings that are the same for all cards. */
export function sameRules(general: Parameters): Rules {
	return { general, of: () => general, presetOf: () => undefined, decks: new Map() };
}

/** What the student has set, for the cards of these decks, on a day. */
export function rulesOf(presets: Presets, decks: Iterable<DeckCards>, today: Day): Rules {
	const general = parametersFor(presets);
	const own = new Map<PresetId, Parameters>();
	const presetOf = new Map<CardId, PresetId>();
	for (const { id, cardIds, uses = [] } of decks) {
		if (!hasPreset(presets, id)) continue;
		own.set(id, withoutPastExam(parametersFor(presets, id), today));
		for (const cardId of cardIds) presetOf.set(cardId, id);
		for (const use of uses) if (!presetOf.has(use)) presetOf.set(use, id);
	}
	if (own.size === 0) return sameRules(general);
	return {
		general,
		decks: own,
		presetOf: (id) => presetOf.get(id),
		of: (id) => {
			const preset = presetOf.get(id);
			return (preset === undefined ? undefined : own.get(preset)) ?? general;
		}
	};
}

function withoutPastExam(parameters: Parameters, today: Day): Parameters {
	if (parameters.examDay === undefined || parameters.examDay >= today) return parameters;
	const { examDay: _, ...rest } = parameters;
	return rest;
}
