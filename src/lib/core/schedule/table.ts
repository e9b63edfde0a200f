import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary, type DictionaryColumns } from '#lib/core/card/dictionary.ts';
import type { Day, PresetId } from '#lib/core/review/entry.ts';
import { intervalDays, shortestFuzzedDays } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { blankColumns, longer, NONE, REVIEW, StateRow, type StateColumns } from './row.ts';
import type { CardState } from './state.ts';

/** States as columns with the cards that they are of: read as they are stored, without an object for each. */
export interface TableColumns extends StateColumns {
	readonly ids: DictionaryColumns;
	readonly presets: readonly PresetId[];
}

/** States as columns, in the order given. */
export function columnsOf(states: Iterable<readonly [CardId, CardState]>): TableColumns {
	return columnsWith({ ids: new CardDictionary().columns(), ...blankColumns(0), presets: [] }, states);
}

/** Columns with some newer states in them: a copy, in which only those are written. */
export function columnsWith(old: TableColumns, newer: Iterable<readonly [CardId, CardState]>): TableColumns {
	const dictionary = new CardDictionary(old.ids);
	const rows = Array.from(newer, ([id, state]) => [dictionary.add(id), state] as const);
	const columns = longer(old, dictionary.size);
	const written = new StateRow(columns, old.presets);
	for (const [row, state] of rows) {
		written.row = row;
		Object.assign(written, state);
	}
	return { ids: dictionary.columns(), ...columns, presets: written.presets };
}

/** A row of columns as a state. */
export function stateAt(columns: TableColumns, row: number): CardState {
	const state = new StateRow(columns, columns.presets);
	state.row = row;
	return state.copy();
}

/**
 * Whether the card of a row surely comes back after a day only: it is in review, nothing else makes it due, and the shortest
 * interval that fuzz may give it is not over. A card for which this is false may still rest.
 */
export function restsAfter(
	columns: TableColumns,
	row: number,
	day: Day,
	{ desiredRetention, longestIntervalDays, examDay }: Parameters
): boolean {
	if (examDay !== undefined || columns.phase[row] !== REVIEW || columns.flags[row] !== 0 || columns.setDue[row] !== NONE) return false;
	const days = intervalDays(columns.stability[row] ?? 0, desiredRetention, longestIntervalDays);
	return (columns.lastDay[row] ?? 0) + shortestFuzzedDays(days, longestIntervalDays) > day;
}
