import type { CardId } from '#lib/core/card/card.ts';
import type { Act } from '#lib/core/review/corrections.ts';
import type { Day, Renamed, Reset } from '#lib/core/review/entry.ts';
import { compareEntries, type Position } from '#lib/core/review/log.ts';

/**
 * Which card an entry counts for in the end. A card that was renamed takes the history with it that it had by then, and only that:
 * its old key may later belong to another note. Answers of days before a reset with a day count for nobody.
 */
export class Homes {
	readonly #renames: ReadonlyMap<CardId, readonly Renamed[]>;
	readonly #cuts: ReadonlyMap<CardId, readonly Cut[]>;
	/** Whether every entry counts for the card that it names. */
	readonly plain: boolean;

	/** @param acts the acts that count, in order */
	constructor(acts: Iterable<Act>) {
		const renames = new Map<CardId, Renamed[]>();
		const cuts = new Map<CardId, Cut[]>();
		for (const act of acts) {
			if (act.kind === 'renamed' && act.from !== act.to) push(renames, act.from, act);
			else if (isCut(act)) push(cuts, act.cardId, act);
		}
		this.#renames = renames;
		this.#cuts = cuts;
		this.plain = renames.size === 0 && cuts.size === 0;
	}

	/** The cards that are renamed somewhere. */
	get renamed(): Iterable<CardId> {
		return this.#renames.keys();
	}

	/** The cards of which answers before some day are left out, with those days. */
	get cut(): Iterable<readonly [CardId, readonly Cut[]]> {
		return this.#cuts;
	}

	/** The card that an entry about `id` counts for; undefined if it is an answer of a day that no longer counts. */
	homeOf(id: CardId, position: Position, day?: Day): CardId | undefined {
		if (this.plain) return id;
		let from = position;
		for (let card = id; ;) {
			const since = from;
			const rename = this.#renames.get(card)?.find((it) => compareEntries(it, since) > 0);
			const left = (cut: Cut) =>
				day !== undefined &&
				day < cut.before &&
				compareEntries(cut, since) > 0 &&
				(rename === undefined || compareEntries(cut, rename) < 0);
			if (this.#cuts.get(card)?.some(left)) return undefined;
			if (rename === undefined) return card;
			card = rename.to;
			from = rename;
		}
	}
}

/** Every entry counts for the card that it names. */
export const NO_HOMES = new Homes([]);

type Cut = Reset & { readonly before: Day };

function isCut(act: Act): act is Cut {
	return act.kind === 'reset' && act.before !== undefined;
}

function push<T>(lists: Map<CardId, T[]>, id: CardId, thing: T): void {
	const list = lists.get(id);
	if (list) list.push(thing);
	else lists.set(id, [thing]);
}
