import type { Day } from '#lib/core/review/entry.ts';
import { DEFAULTS, type Parameters } from '../parameters.ts';
import { seeded } from '../seed.ts';
import { comebackRun, type ComebackEnd } from './comeback-run.ts';
import { clamp, finite, memoryOf, reasonable, type Pace, type PlanCard } from './plan-card.ts';
import { finish, part, type Planning } from './planning.ts';
import { sampleOf, type Sample } from './sample.ts';
import { quantile, students } from './students.ts';

export interface ComebackOptions {
	/** The day's limit of reviews, over all decks. */
	readonly reviewsPerDay: number;
	/** What is left of it today; all of it without. */
	readonly reviewsLeftToday?: number;
	/** Desired retention, longest interval, fuzz and new cards a day; the reviews a day are taken from above. */
	readonly parameters: Parameters;
	readonly pace?: Pace;
	/** The same seed gives the same plan. */
	readonly seed: string | number;
}

/** When a backlog is worked off. */
export type ComebackPlan =
	| { readonly kind: 'nothing-due' }
	| {
			readonly kind: 'ends';
			/** Cards that are due now. */
			readonly waiting: number;
			readonly reviewsPerDay: number;
			/** The typical day at whose end nothing due is left over: half of the simulations are through by then. */
			readonly endDay: Day;
			/** In 8 of 10 simulations it lies between these two. */
			readonly earliest: Day;
			readonly latest: Day;
			/** Until then, on average; repeats and new cards counted in. 1 or more. */
			readonly minutesPerDay: number;
	  }
	| {
			/** Not within a year: as many cards come due as are answered. */
			readonly kind: 'endless';
			readonly waiting: number;
			readonly reviewsPerDay: number;
			readonly minutesPerDay: number;
			/** The fewest reviews a day, in tens, at which the backlog ends within 60 days; none if 5000 are too few. */
			readonly enoughPerDay?: number;
	  };

const YEAR_DAYS = 365;
const SOON_DAYS = 60;
const MOST_PER_DAY = 5000;
const MOST_CARDS = 2000;
const RUNS = 15;

/** The plan out of a backlog, at once; see `planComeback`. */
export function comebackPlan(cards: readonly PlanCard[], today: Day, options: ComebackOptions): ComebackPlan {
	return finish(planComeback(cards, today, options));
}

/**
 * The plan out of a backlog: on which day it is worked off, by seeded simulation of many students, who differ in how well they
 * remember and who each day answer what is due, the best held first, within the day's limit, and take the day's new cards besides.
 * More than 2000 cards are simulated by 2000 that stand for all. Siblings are not kept apart here.
 * Yields its progress, 0 to 1; stop it by asking no further.
 */
export function* planComeback(
	cards: readonly PlanCard[],
	today: Day,
	{ reviewsPerDay, reviewsLeftToday, parameters, pace, seed }: ComebackOptions
): Planning<ComebackPlan> {
	const waiting = cards.filter((card) => memoryOf(card) !== undefined && !(finite(card.dueDay, today) > today)).length;
	if (waiting === 0) return { kind: 'nothing-due' };
	const trial: Trial = {
		sample: sampleOf(cards, today, MOST_CARDS),
		parameters: sound(parameters),
		pace: reasonable(pace),
		seed: Math.floor(seeded(seed) * 2 ** 32)
	};
	const limit = perDay(reviewsPerDay);
	const leftToday = Math.min(limit, perDay(reviewsLeftToday ?? limit));
	const ends = yield* part(endsOf(trial, limit, leftToday, YEAR_DAYS, RUNS), 0, 0.7);
	const days = ends.map(({ day }) => day ?? Infinity);
	const typical = median(days);
	const common = { waiting, reviewsPerDay: limit, minutesPerDay: minutesOf(ends, trial.sample.share) };
	if (typical === undefined) {
		const enoughPerDay = yield* part(enough(trial, limit), 0.7, 1);
		return { kind: 'endless', ...common, ...(enoughPerDay === undefined ? {} : { enoughPerDay }) };
	}
	// A student for whom it never ends counts as one who needs the whole year.
	const within = days.map((day) => Math.min(day, YEAR_DAYS));
	return {
		kind: 'ends',
		...common,
		endDay: today + typical,
		earliest: today + Math.round(quantile(within, 0.1)),
		latest: today + Math.round(quantile(within, 0.9))
	};
}

interface Trial {
	readonly sample: Sample;
	readonly parameters: Parameters;
	readonly pace: Pace;
	readonly seed: number;
}

/** How it ends for some simulated students; given up if it never does for the three in the middle. */
function* endsOf(
	{ sample, parameters, pace, seed }: Trial,
	limit: number,
	leftToday: number,
	mostDays: number,
	runs: number
): Planning<readonly ComebackEnd[]> {
	const ends: ComebackEnd[] = [];
	for (const [index, student] of fromTheMiddle(students(runs)).entries()) {
		const limits = {
			reviewsPerDay: limit * sample.share,
			reviewsLeftToday: leftToday * sample.share,
			newPerDay: parameters.newPerDay * sample.share
		};
		const run = comebackRun(sample.cards, { ...limits, parameters, pace, student, seed: seed + index, mostDays });
		for (let day = 0, turn = run.next(); ; turn = run.next(), day += 1) {
			if (turn.done) {
				ends.push(turn.value);
				break;
			}
			yield (index + day / mostDays) / runs;
		}
		if (ends.length === 3 && ends.every(({ day }) => day === undefined)) break;
	}
	return ends;
}

/** The fewest reviews a day, in tens, at which the middle student is through soon. */
function* enough(trial: Trial, limit: number): Planning<number | undefined> {
	let low = Math.floor(limit / 10) + 1;
	let high = MOST_PER_DAY / 10 + 1;
	const steps = Math.max(1, Math.ceil(Math.log2(Math.max(1, high - low))) + 1);
	for (let step = 0; low < high; step += 1) {
		const middle = (low + high) >> 1;
		const ends = yield* part(
			endsOf(trial, middle * 10, middle * 10, SOON_DAYS, 1),
			Math.min(1, step / steps),
			Math.min(1, (step + 1) / steps)
		);
		if (ends[0]?.day !== undefined) high = middle;
		else low = middle + 1;
	}
	return low * 10 > MOST_PER_DAY ? undefined : low * 10;
}

/** The value in the middle, the larger of two; undefined if it is infinite. */
function median(values: readonly number[]): number | undefined {
	const middle = [...values].sort((a, b) => a - b)[values.length >> 1];
	return middle === undefined || middle === Infinity ? undefined : middle;
}

/** The same values, the middle one first and the extremes last. */
function fromTheMiddle(values: readonly number[]): readonly number[] {
	const middle = (values.length - 1) / 2;
	return values
		.map((value, index) => ({ value, away: Math.abs(index - middle) }))
		.sort((a, b) => a.away - b.away)
		.map(({ value }) => value);
}

function minutesOf(ends: readonly ComebackEnd[], share: number): number {
	const ms = ends.reduce((sum, end) => sum + end.ms, 0);
	const days = ends.reduce((sum, end) => sum + end.days, 0);
	return Math.max(1, Math.round(ms / Math.max(1, days) / share / 60_000));
}

const perDay = (limit: number) => clamp(Math.floor(finite(limit, 0)), 0, MOST_PER_DAY);

/** Parameters within what the memory model takes. */
function sound(parameters: Parameters): Parameters {
	return {
		...parameters,
		desiredRetention: clamp(finite(parameters.desiredRetention, DEFAULTS.desiredRetention), 0.7, 0.97),
		longestIntervalDays: Math.max(1, Math.floor(finite(parameters.longestIntervalDays, DEFAULTS.longestIntervalDays))),
		newPerDay: perDay(parameters.newPerDay)
	};
}
