import type { Day, Millis, PresetId } from '#lib/core/review/entry.ts';
import type { Memory } from './memory.ts';
import type { CardState, MutableState } from './state.ts';
import type { Phase } from './steps.ts';

/** The states of many cards as columns, one row a card. */
export interface StateColumns {
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
}

export const NONE = -0x8000_0000;
const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];
export const REVIEW = 2;
const SUSPENDED = 1;
const LEECH = 2;
const CHANGED = 4;

/** Columns of blank states. */
export function blankColumns(size: number): StateColumns {
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
		lapseDay: new Int32Array(size).fill(NONE),
		buriedUntil: new Int32Array(size).fill(NONE),
		learnedDay: new Int32Array(size).fill(NONE),
		setDue: new Int32Array(size).fill(NONE),
		flags: new Uint8Array(size),
		preset: new Uint16Array(size)
	};
}

/** Columns in which the rows of others stand first, and blank ones behind them. */
export function longer(columns: StateColumns, size: number): StateColumns {
	const made = blankColumns(size);
	for (const name of Object.keys(made) as (keyof StateColumns)[]) made[name].set(columns[name]);
	return made;
}

/**
 * The state that stands in one row of columns, read and changed where it lies. So a log is folded without an object for each card
 * and one for each of its memories: fetching and collecting those took a quarter of the time.
 */
export class StateRow implements MutableState {
	/** The row in question; it may be changed. */
	row = 0;
	columns: StateColumns;
	/** The names that the column `preset` counts; new ones are added at the end. */
	presets: readonly PresetId[];

	constructor(columns: StateColumns, presets: readonly PresetId[]) {
		this.columns = columns;
		this.presets = presets;
	}

	get reviews(): number {
		return this.columns.reviews[this.row] ?? 0;
	}
	set reviews(reviews: number) {
		this.columns.reviews[this.row] = reviews;
	}

	get memory(): Memory | undefined {
		if (this.reviews === 0) return undefined;
		return { stability: this.columns.stability[this.row] ?? 0, difficulty: this.columns.difficulty[this.row] ?? 0 };
	}
	set memory(memory: Memory | undefined) {
		this.columns.stability[this.row] = memory?.stability ?? 0;
		this.columns.difficulty[this.row] = memory?.difficulty ?? 0;
	}

	get phase(): Phase {
		return PHASES[this.columns.phase[this.row] ?? 0] ?? 'new';
	}
	set phase(phase: Phase) {
		this.columns.phase[this.row] = numberOf(phase);
	}

	get step(): number {
		return this.columns.step[this.row] ?? 0;
	}
	set step(step: number) {
		this.columns.step[this.row] = step;
	}

	get waitMs(): Millis {
		return this.columns.waitMs[this.row] ?? 0;
	}
	set waitMs(waitMs: Millis) {
		this.columns.waitMs[this.row] = waitMs;
	}

	get firstDay(): Day {
		return this.columns.firstDay[this.row] ?? 0;
	}
	set firstDay(day: Day) {
		this.columns.firstDay[this.row] = day;
	}

	get lastDay(): Day {
		return this.columns.lastDay[this.row] ?? 0;
	}
	set lastDay(day: Day) {
		this.columns.lastDay[this.row] = day;
	}

	get lastAt(): Millis {
		return this.columns.lastAt[this.row] ?? 0;
	}
	set lastAt(at: Millis) {
		this.columns.lastAt[this.row] = at;
	}

	get lapses(): number {
		return this.columns.lapses[this.row] ?? 0;
	}
	set lapses(lapses: number) {
		this.columns.lapses[this.row] = lapses;
	}

	get lapseDay(): Day | undefined {
		return dayIn(this.columns.lapseDay, this.row);
	}
	set lapseDay(day: Day | undefined) {
		this.columns.lapseDay[this.row] = day ?? NONE;
	}

	get suspended(): boolean {
		return this.#has(SUSPENDED);
	}
	set suspended(suspended: boolean) {
		this.#mark(SUSPENDED, suspended);
	}

	get leech(): boolean {
		return this.#has(LEECH);
	}
	set leech(leech: boolean) {
		this.#mark(LEECH, leech);
	}

	get buriedUntil(): Day | undefined {
		return dayIn(this.columns.buriedUntil, this.row);
	}
	set buriedUntil(day: Day | undefined) {
		this.columns.buriedUntil[this.row] = day ?? NONE;
	}

	get learnedDay(): Day | undefined {
		return dayIn(this.columns.learnedDay, this.row);
	}
	set learnedDay(day: Day | undefined) {
		this.columns.learnedDay[this.row] = day ?? NONE;
	}

	get setDue(): Day | undefined {
		return dayIn(this.columns.setDue, this.row);
	}
	set setDue(day: Day | undefined) {
		this.columns.setDue[this.row] = day ?? NONE;
	}

	get changed(): boolean {
		return this.#has(CHANGED);
	}
	set changed(changed: boolean) {
		this.#mark(CHANGED, changed);
	}

	get preset(): PresetId | undefined {
		const number = this.columns.preset[this.row] ?? 0;
		return number === 0 ? undefined : this.presets[number - 1];
	}
	set preset(preset: PresetId | undefined) {
		this.columns.preset[this.row] = preset === undefined ? 0 : this.#numberOf(preset);
	}

	/** A copy that stays what it is. */
	copy(): CardState {
		return {
			reviews: this.reviews,
			memory: this.memory,
			phase: this.phase,
			step: this.step,
			waitMs: this.waitMs,
			firstDay: this.firstDay,
			lastDay: this.lastDay,
			lastAt: this.lastAt,
			lapses: this.lapses,
			lapseDay: this.lapseDay,
			suspended: this.suspended,
			leech: this.leech,
			buriedUntil: this.buriedUntil,
			learnedDay: this.learnedDay,
			setDue: this.setDue,
			changed: this.changed,
			preset: this.preset
		};
	}

	#has(flag: number): boolean {
		return ((this.columns.flags[this.row] ?? 0) & flag) !== 0;
	}

	#mark(flag: number, on: boolean): void {
		const flags = this.columns.flags[this.row] ?? 0;
		this.columns.flags[this.row] = on ? flags | flag : flags & ~flag;
	}

	#numberOf(preset: PresetId): number {
		const index = this.presets.indexOf(preset);
		if (index >= 0) return index + 1;
		this.presets = [...this.presets, preset];
		return this.presets.length;
	}
}

/** The index among PHASES, without asking an array for it at every answer: that took a twelfth of the whole fold. */
function numberOf(phase: Phase): number {
	switch (phase) {
		case 'new':
			return 0;
		case 'learning':
			return 1;
		case 'review':
			return REVIEW;
		case 'relearning':
			return 3;
	}
}

function dayIn(column: Int32Array, row: number): Day | undefined {
	const day = column[row] ?? NONE;
	return day === NONE ? undefined : day;
}
