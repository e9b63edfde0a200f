import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { Day } from '#lib/core/review/entry.ts';
import type { Parameters } from './parameters.ts';
import type { CardState } from './state.ts';
import { restsAfter, stateAt, type TableColumns } from './table.ts';

/** Cards in an order. */
export interface CardList {
	readonly cards: readonly CardId[];
	/** A name for exactly these cards in this order, if there is one: what was found for them is found again by it. */
	readonly version?: string;
}

/** The rows of the cards of a list, as they were found before; -1 for cards without one. */
export interface KnownRows {
	readonly version: string;
	readonly rows: Int32Array;
}

/** The states of cards by their keys. Cards of which the log says nothing have none. */
export interface CardStates extends Iterable<readonly [CardId, CardState]> {
	get(id: CardId): CardState | undefined;
	/** Where the cards of a list stand, for `glance`. */
	rowsOf(list: CardList): Int32Array;
	/**
	 * The state of the card that stands in that row; or `rests`, without the trouble of making a state, if it surely comes back after
	 * `day` only.
	 */
	glance(row: number, id: CardId, day: Day, parameters: Parameters): CardState | 'rests' | undefined;
	/** Cards whose last answer was on that day. */
	answeredOn(day: Day): readonly (readonly [CardId, CardState])[];
	/** The days on which some card was answered last. */
	lastDays(): ReadonlySet<Day>;
}

/** A table of states, read where it lies. */
export class StateTable implements CardStates {
	readonly columns: TableColumns;
	readonly #dictionary: CardDictionary;
	readonly #known: KnownRows | undefined;
	/** The rows that were asked for last. */
	#rows: { readonly of: readonly CardId[]; readonly rows: Int32Array } | undefined;
	#lastDays: ReadonlySet<Day> | undefined;

	/** @param known rows of these very columns */
	constructor(columns: TableColumns, known?: KnownRows) {
		this.columns = columns;
		this.#known = known;
		this.#dictionary = new CardDictionary(columns.ids);
	}

	get size(): number {
		return this.columns.reviews.length;
	}

	/** The row of a card, or -1. */
	rowOf(id: CardId): number {
		return this.#dictionary.find(id);
	}

	idAt(row: number): CardId {
		return this.#dictionary.at(row);
	}

	get(id: CardId): CardState | undefined {
		const row = this.rowOf(id);
		return row < 0 ? undefined : stateAt(this.columns, row);
	}

	rowsOf({ cards, version }: CardList): Int32Array {
		if (this.#rows?.of === cards) return this.#rows.rows;
		const known = version !== undefined && version === this.#known?.version ? this.#known.rows : undefined;
		const rows = known?.length === cards.length ? known : this.#found(cards);
		this.#rows = { of: cards, rows };
		return rows;
	}

	#found(cards: readonly CardId[]): Int32Array {
		const rows = new Int32Array(cards.length);
		for (const [at, id] of cards.entries()) rows[at] = this.rowOf(id);
		return rows;
	}

	glance(row: number, _: CardId, day: Day, parameters: Parameters): CardState | 'rests' | undefined {
		if (row < 0) return undefined;
		return restsAfter(this.columns, row, day, parameters) ? 'rests' : stateAt(this.columns, row);
	}

	answeredOn(day: Day): readonly (readonly [CardId, CardState])[] {
		const { lastDay, reviews } = this.columns;
		const found: (readonly [CardId, CardState])[] = [];
		for (let row = 0; row < lastDay.length; row++) {
			if (lastDay[row] === day && reviews[row] !== 0) found.push([this.idAt(row), stateAt(this.columns, row)]);
		}
		return found;
	}

	lastDays(): ReadonlySet<Day> {
		if (this.#lastDays === undefined) {
			const { lastDay, reviews } = this.columns;
			const days = new Set<Day>();
			let before: Day | undefined;
			for (let row = 0; row < lastDay.length; row++) {
				const day = lastDay[row];
				if (day === before || reviews[row] === 0) continue;
				if (day !== undefined) days.add(day);
				before = day;
			}
			this.#lastDays = days;
		}
		return this.#lastDays;
	}

	*[Symbol.iterator](): Iterator<readonly [CardId, CardState]> {
		for (let row = 0; row < this.size; row++) yield [this.idAt(row), stateAt(this.columns, row)];
	}
}

/** A few newer states in front of a table: what the end of the log has changed. */
export class NewerStates implements CardStates {
	readonly base: StateTable;
	/** A state of `undefined`: the card's history went elsewhere. */
	readonly newer: ReadonlyMap<CardId, CardState | undefined>;
	/** For each row of the table, 1 if its card has a newer state. */
	#replaced: Uint8Array | undefined;

	constructor(base: StateTable, newer: ReadonlyMap<CardId, CardState | undefined>) {
		this.base = base;
		this.newer = newer;
	}

	get(id: CardId): CardState | undefined {
		return this.newer.has(id) ? this.newer.get(id) : this.base.get(id);
	}

	rowsOf(list: CardList): Int32Array {
		return this.base.rowsOf(list);
	}

	glance(row: number, id: CardId, day: Day, parameters: Parameters): CardState | 'rests' | undefined {
		if (row < 0) return this.newer.size === 0 ? undefined : this.newer.get(id);
		this.#replaced ??= this.#findReplaced();
		return this.#replaced[row] === 1 ? this.newer.get(id) : this.base.glance(row, id, day, parameters);
	}

	#findReplaced(): Uint8Array {
		const replaced = new Uint8Array(this.base.size);
		for (const id of this.newer.keys()) {
			const row = this.base.rowOf(id);
			if (row >= 0) replaced[row] = 1;
		}
		return replaced;
	}

	answeredOn(day: Day): readonly (readonly [CardId, CardState])[] {
		const found = this.base.answeredOn(day).filter(([id]) => !this.newer.has(id));
		for (const [id, state] of this.newer) if (state && state.reviews > 0 && state.lastDay === day) found.push([id, state]);
		return found;
	}

	lastDays(): ReadonlySet<Day> {
		const days = new Set(this.base.lastDays());
		for (const state of this.newer.values()) if (state && state.reviews > 0) days.add(state.lastDay);
		return days;
	}

	*[Symbol.iterator](): Iterator<readonly [CardId, CardState]> {
		for (const pair of this.base) if (!this.newer.has(pair[0])) yield pair;
		for (const [id, state] of this.newer) if (state) yield [id, state];
	}
}
