import { CardDictionary } from '#lib/core/card/dictionary.ts';
import type { PresetId } from '#lib/core/review/entry.ts';
import { blankColumns, longer, StateRow, type StateColumns } from './row.ts';
import type { MutableState } from './state.ts';
import { StateTable } from './states.ts';

/** The table of a dictionary's cards while a log is being folded into it. */
export class DraftTable {
	readonly #dictionary: CardDictionary;
	readonly #state: StateRow;
	/** For each row, 1 if its card was asked for: of the others the log says nothing that counts. */
	#asked: Uint8Array;

	/** @param dictionary may grow while the table is being written */
	constructor(dictionary: CardDictionary) {
		this.#dictionary = dictionary;
		this.#state = new StateRow(blankColumns(dictionary.size), []);
		this.#asked = new Uint8Array(dictionary.size);
	}

	/** The state of the card of a number, to be changed in place before another is asked for: it is one object, moved from row to row. */
	stateOf(card: number): MutableState {
		if (card >= this.#asked.length) this.#grow();
		this.#asked[card] = 1;
		this.#state.row = card;
		return this.#state;
	}

	/** The table of the cards that were asked for, in the order of the dictionary. Nothing is written in it any more. */
	finished(): StateTable {
		const { size } = this.#dictionary;
		const { columns, presets } = this.#state;
		const areAll = this.#asked.length >= size && this.#asked.subarray(0, size).every((asked) => asked === 1);
		const kept = areAll && this.#asked.length === size ? columns : only(columns, this.#asked);
		const ids = areAll ? this.#dictionary : this.#askedIds();
		return new StateTable({ ids: ids.columns(), ...kept, presets: presets.length === 0 ? presets : renumbered(kept.preset, presets) });
	}

	#askedIds(): CardDictionary {
		const ids = new CardDictionary();
		for (const [card, asked] of this.#asked.entries()) if (asked === 1) ids.add(this.#dictionary.at(card));
		return ids;
	}

	/** Twice as many rows, so that few cards that come up on the way are moved often. */
	#grow(): void {
		const size = Math.max(this.#dictionary.size, this.#asked.length * 2);
		this.#state.columns = longer(this.#state.columns, size);
		const asked = new Uint8Array(size);
		asked.set(this.#asked);
		this.#asked = asked;
	}
}

/** The rows of columns that are marked by 1. */
function only(columns: StateColumns, marked: Uint8Array): StateColumns {
	const kept = Object.entries(columns as unknown as Record<string, Uint8Array>);
	return Object.fromEntries(kept.map(([name, column]) => [name, column.filter((_, row) => marked[row] === 1)])) as unknown as StateColumns;
}

/** The presets that rows name in the end, in the order of the rows; what they named on the way is left out. */
function renumbered(rows: Uint16Array, presets: readonly PresetId[]): readonly PresetId[] {
	const named: PresetId[] = [];
	for (const [row, number] of rows.entries()) {
		const preset = number === 0 ? undefined : presets[number - 1];
		if (preset === undefined) continue;
		const index = named.indexOf(preset);
		rows[row] = index >= 0 ? index + 1 : named.push(preset);
	}
	return named;
}
