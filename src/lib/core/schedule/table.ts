import type { CardId } from '#lib/core/card/card.ts';
import { CardDictionary, type DictionaryColumns } from '#lib/core/card/dictionary.ts';
import type { Day, PresetId } from '#lib/core/review/entry.ts';
import { intervalDays, shortestFuzzedDays } from './memory.ts';
import type { Parameters } from './parameters.ts';
import type { CardState } from './state.ts';
import type { Phase } from './steps.ts';

/** The states of many cards as columns, one row a card: read as they are stored, without an object for each. */
export interface TableColumns {
	readonly ids: DictionaryColumns;
	readonly reviews: Int32Array;
	/** 0 for a card never answered. */
	readonly stability: Float64Array;
	readonly difficulty: Float64Array;
	/** As an index of PHASES. */
	readonly phase: Uint8Array;
	readonly step: Uint8Array;
	readonly waitMs: Float64Array;
	readonly firstDay: Int32Array;
	readonly lastDay: Int32Array;
	readonly lastAt: Float64Array;
	readonly lapses: Int32Array;
	/** NONE where there is no such day; so in the columns of days below. */
	readonly lapseDay: Int32Array;
	readonly buriedUntil: Int32Array;
	readonly learnedDay: Int32Array;
	readonly setDue: Int32Array;
	/** Suspended 1, leech 2, changed 4. */
	readonly flags: Uint8Array;
	/** 0 for none, else one more than the index of `presets`. */
	readonly preset: Uint16Array;
	readonly presets: readonly PresetId[];
}

const NONE = -0x8000_0000;
const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];
const REVIEW = PHASES.indexOf('review');
const SUSPENDED = 1;
const LEECH = 2;
const CHANGED = 4;

/** States as columns, in the order given. */
export function columnsOf(states: Iterable<readonly [CardId, CardState]>): TableColumns {
	const dictionary = new CardDictionary();
	const rows: CardState[] = [];
	for (const [id, state] of states) rows[dictionary.add(id)] = state;
	return columnsFrom(dictionary.columns(), rows);
}

/** States as columns, one for each id of a dictionary. */
export function columnsFrom(ids: DictionaryColumns, states: readonly CardState[]): TableColumns {
	const columns = emptyColumns(states.length);
	const presets: PresetId[] = [];
	for (const [row, state] of states.entries()) write(columns, row, state, presets);
	return { ids, ...columns, presets };
}

/** Columns with some newer states in them: a copy, in which only those are written. */
export function columnsWith(old: TableColumns, newer: Iterable<readonly [CardId, CardState]>): TableColumns {
	const dictionary = new CardDictionary(old.ids);
	const rows = Array.from(newer, ([id, state]) => [dictionary.add(id), state] as const);
	const columns = emptyColumns(dictionary.size);
	for (const [name, column] of Object.entries(columns)) column.set(old[name as keyof typeof columns]);
	const presets = [...old.presets];
	for (const [row, state] of rows) write(columns, row, state, presets);
	return { ids: dictionary.columns(), ...columns, presets };
}

type StateColumns = Omit<TableColumns, 'ids' | 'presets'>;

function emptyColumns(size: number): StateColumns {
	return {
		reviews: new Int32Array(size),
		stability: new Float64Array(size),
		difficulty: new Float64Array(size),
		phase: new Uint8Array(size),
		step: new Uint8Array(size),
		waitMs: new Float64Array(size),
		firstDay: new Int32Array(size),
		lastDay: new Int32Array(size),
		lastAt: new Float64Array(size),
		lapses: new Int32Array(size),
		lapseDay: new Int32Array(size),
		buriedUntil: new Int32Array(size),
		learnedDay: new Int32Array(size),
		setDue: new Int32Array(size),
		flags: new Uint8Array(size),
		preset: new Uint16Array(size)
	};
}

function write(columns: StateColumns, row: number, state: CardState, presets: PresetId[]): void {
	columns.reviews[row] = state.reviews;
	columns.stability[row] = state.memory?.stability ?? 0;
	columns.difficulty[row] = state.memory?.difficulty ?? 0;
	columns.phase[row] = PHASES.indexOf(state.phase);
	columns.step[row] = state.step;
	columns.waitMs[row] = state.waitMs;
	columns.firstDay[row] = state.firstDay;
	columns.lastDay[row] = state.lastDay;
	columns.lastAt[row] = state.lastAt;
	columns.lapses[row] = state.lapses;
	columns.lapseDay[row] = state.lapseDay ?? NONE;
	columns.buriedUntil[row] = state.buriedUntil ?? NONE;
	columns.learnedDay[row] = state.learnedDay ?? NONE;
	columns.setDue[row] = state.setDue ?? NONE;
	columns.flags[row] = (state.suspended ? SUSPENDED : 0) | (state.leech ? LEECH : 0) | (state.changed ? CHANGED : 0);
	columns.preset[row] = state.preset === undefined ? 0 : indexIn(presets, state.preset) + 1;
}

function indexIn(presets: PresetId[], preset: PresetId): number {
	const index = presets.indexOf(preset);
	return index >= 0 ? index : presets.push(preset) - 1;
}

/** A row of columns as a state. */
export function stateAt(columns: TableColumns, row: number): CardState {
	const flags = columns.flags[row] ?? 0;
	const reviews = columns.reviews[row] ?? 0;
	const preset = columns.preset[row] ?? 0;
	return {
		reviews,
		memory: reviews === 0 ? undefined : { stability: columns.stability[row] ?? 0, difficulty: columns.difficulty[row] ?? 0 },
		phase: PHASES[columns.phase[row] ?? 0] ?? 'new',
		step: columns.step[row] ?? 0,
		waitMs: columns.waitMs[row] ?? 0,
		firstDay: columns.firstDay[row] ?? 0,
		lastDay: columns.lastDay[row] ?? 0,
		lastAt: columns.lastAt[row] ?? 0,
		lapses: columns.lapses[row] ?? 0,
		lapseDay: dayIn(columns.lapseDay, row),
		suspended: (flags & SUSPENDED) !== 0,
		leech: (flags & LEECH) !== 0,
		buriedUntil: dayIn(columns.buriedUntil, row),
		learnedDay: dayIn(columns.learnedDay, row),
		setDue: dayIn(columns.setDue, row),
		changed: (flags & CHANGED) !== 0,
		preset: preset === 0 ? undefined : columns.presets[preset - 1]
	};
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

function dayIn(column: Int32Array, row: number): number | undefined {
	const day = column[row] ?? NONE;
	return day === NONE ? undefined : day;
}
