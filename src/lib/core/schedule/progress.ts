import type { CardId } from '#lib/core/card/card.ts';
import { NO_CORRECTIONS, type Corrections } from '#lib/core/review/corrections.ts';
import type { Day, Entry, EntryId, Millis, RunId } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import { NO_PRESETS, type Presets } from './presets.ts';
import { StateTable, type CardStates } from './states.ts';
import { columnsOf } from './table.ts';

/** One choice of a run, as far as it matters later. */
export interface RunStep {
	readonly step: string;
	readonly option: number;
}

/** A run through a scenario: what was chosen, and the use cards that it has counted for. */
export interface Run {
	readonly scenario: string;
	readonly lastAt: Millis;
	readonly lastDay: Day;
	readonly path: readonly RunStep[];
	readonly counted: readonly CardId[];
}

/** Mean times of the student's own answers, in milliseconds; pauses cut. */
export interface Pace {
	/** The first answer to a card. */
	readonly newMs: Millis;
	/** Any later one. */
	readonly reviewMs: Millis;
	/** How many answers of either sort the means come from. */
	readonly news: number;
	readonly reviews: number;
}

/** Everything that follows from a log. */
export interface Progress {
	readonly cards: CardStates;
	readonly presets: Presets;
	readonly runs: ReadonlyMap<RunId, Run>;
	/** Answers that count: reviews and choices. */
	readonly answers: number;
	readonly pace: Pace;
	/** The largest day of an answer. */
	readonly lastDay: Day | undefined;
	/** The last entry of the log; undefined for an empty log. */
	readonly end: Position | undefined;
	/** No act counts later; undefined where there is none. */
	readonly reach: Position | undefined;
	/** Corrections of entries that the log does not hold: they wait for them. */
	readonly pending: Corrections;
}

/**
 * What a log was folded into up to some moment, so that the rest can be folded on. An act is folded if it counts for an earlier time,
 * wherever it stands: an answer that was dated ahead and redated since stands behind the base and is folded; one that was sealed while
 * it lies ahead stands in front of its end and is not.
 */
export interface Base extends Progress {
	readonly cards: StateTable;
	/** A start reads the rows behind it, and nothing else: what stands up to here, or is sealed, is folded or `carried`. */
	readonly end: Position | undefined;
	/** Everything folded counts up to here; what is not folded counts later. */
	readonly reach: Position | undefined;
	/** The last entry of the log that is known of. Behind `end` where a clock was ahead. */
	readonly last: Position | undefined;
	/** What a start does not read and what is to be replayed on top all the same. */
	readonly carried: readonly Entry[];
	/**
	 * What is taken into account already though it, or what corrects it, stands behind `end`, and where that is in time: corrections, the
	 * folded acts that they are about, and folded acts that were dated ahead.
	 */
	readonly settled: ReadonlyMap<EntryId, Millis>;
}

/** A guess before there is a pace to go by. */
export const FIRST_PACE: Pace = { newMs: 15_000, reviewMs: 15_000, news: 0, reviews: 0 };

export const EMPTY: Base = {
	cards: new StateTable(columnsOf([])),
	presets: NO_PRESETS,
	runs: new Map(),
	answers: 0,
	pace: FIRST_PACE,
	lastDay: undefined,
	end: undefined,
	reach: undefined,
	last: undefined,
	pending: NO_CORRECTIONS,
	carried: [],
	settled: new Map()
};
