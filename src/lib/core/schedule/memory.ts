/**
 * The memory model: FSRS-6 with its default weights. The only user of ts-fsrs, and of its pure functions only: its card
 * interface counts days by the UTC calendar, and a learner's day is their own (day.ts).
 * Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
import { computeDecayFactor, FSRSAlgorithm, get_fuzz_range, Grades, type FSRSParameters, type Grade } from 'ts-fsrs';
import type { Rating } from '#lib/core/review/entry.ts';

/** How well a card is held. */
export interface Memory {
	/** Days until the chance of recall has fallen to 0.9; above 0. */
	readonly stability: number;
	/** 1 (easy) to 10. */
	readonly difficulty: number;
}

const GRADE: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** ts-fsrs, without working out again for every answer what depends on the weights alone. Gives the same numbers to the last bit. */
class Fsrs extends FSRSAlgorithm {
	/** By grade, from 1. */
	readonly #firstDifficulty = [0, ...Grades.map((grade) => super.init_difficulty(grade))];

	constructor(parameters: Partial<FSRSParameters>) {
		super(parameters);
		// Out of the proxy that waits for them to be changed, which is asked several times for each answer.
		this.param = { ...this.param };
	}

	override init_difficulty(grade: Grade): number {
		return this.#firstDifficulty[grade] ?? super.init_difficulty(grade);
	}
}

const fsrs = new Fsrs({ enable_fuzz: false, enable_short_term: true });
const { decay, factor } = computeDecayFactor(fsrs.parameters.w);

/** The memory after one more review. `elapsedDays` since the last one, whole and not negative; 0 is the same day. */
export function remember(memory: Memory | undefined, elapsedDays: number, rating: Rating): Memory {
	if (memory === undefined) return fsrs.next_state(null, elapsedDays, GRADE[rating]);
	return fsrs.next_state(memory, elapsedDays, GRADE[rating], recall(elapsedDays, memory.stability));
}

/** The chance of recall, 0 to 1, `elapsedDays` after the last review. */
export function retrievability(memory: Memory, elapsedDays: number): number {
	return recall(Math.max(0, elapsedDays), memory.stability);
}

/** As ts-fsrs's `forgetting_curve`, rounded as it does. */
function recall(days: number, stability: number): number {
	if (days === 0) return 1;
	return Math.round(Math.pow(1 + (factor * days) / stability, decay) * 1e8) / 1e8;
}

/** After how many days (whole, 1 to `longest`) the chance of recall will have fallen to the desired retention. */
export function intervalDays(stability: number, desiredRetention: number, longest: number): number {
	const days = stability * modifierFor(desiredRetention);
	return Math.min(Math.max(1, Math.round(days)), longest);
}

let modifier = { retention: 0, value: 0 };

/** By what a stability is multiplied to give an interval. The last one is remembered, because one queue asks it of every card. */
function modifierFor(retention: number): number {
	if (modifier.retention !== retention) modifier = { retention, value: fsrs.calculate_interval_modifier(retention) };
	return modifier.value;
}

/** The shortest interval that `fuzzedDays` may give. */
export function shortestFuzzedDays(days: number, longest: number): number {
	if (shortest.longest !== longest) shortest = { longest, of: [] };
	return (shortest.of[days] ??= fuzzedDays(days, longest, 0));
}

/** Remembered, because one queue asks it of every card. */
let shortest: { readonly longest: number; readonly of: number[] } = { longest: 0, of: [] };

/** An interval moved within FSRS's fuzz range by `chance` (0 to under 1). Intervals under 2.5 days stay. */
export function fuzzedDays(days: number, longest: number, chance: number): number {
	if (days < 2.5) return days;
	const { min_ivl, max_ivl } = get_fuzz_range(days, 0, longest);
	return Math.floor(min_ivl + chance * (max_ivl - min_ivl + 1));
}
