import type { CardId } from '#lib/core/card/card.ts';
import { NO_CORRECTIONS, type Corrections } from '#lib/core/review/corrections.ts';
import type { Day, EntryId, Millis, RunId } from '#lib/core/review/entry.ts';
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
	/** Corrections of entries that the log does not hold: they wait for them. */
	readonly pending: Corrections;
}

/** What a log was folded into up to some entry, so that the rest can be folded on. */
export interface Base extends Progress {
	readonly cards: StateTable;
	/** The last act as it counts: behind `end` if an entry was redated. */
	readonly reach: Position | undefined;
	/** Corrections that stand behind `end` and are taken into account already. */
	readonly settled: ReadonlySet<EntryId>;
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
	pending: NO_CORRECTIONS,
	settled: new Set()
};
