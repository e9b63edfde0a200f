import type { Day } from '#lib/core/review/entry.ts';
import { seeded } from '../seed.ts';
import { examRun, recallOf } from './exam-run.ts';
import { clamp, daysLeft, finite, reasonable, type Pace, type PlanCard } from './plan-card.ts';
import { finish, part, type Planning } from './planning.ts';
import { sampleOf, type Sample, type Simulated } from './sample.ts';
import { quantile, students } from './students.ts';

export interface ExamOptions {
	/** Study time a day that the student gives, 0 to 1440 minutes. Without it the plan suggests one. */
	readonly minutesPerDay?: number;
	readonly pace?: Pace;
	/** The limits of a day, which hold before an exam too; none without. */
	readonly newPerDay?: number;
	readonly reviewsPerDay?: number;
	/** The same seed gives the same plan. */
	readonly seed: string | number;
}

/** What studying until an exam is expected to bring. */
export type ExamPlan =
	| {
			readonly kind: 'plan';
			/** Days on which there is time to study, today among them; 1 or more. */
			readonly days: number;
			readonly minutesPerDay: number;
			/** The mean chance of recall over all cards on the exam day, 0 to 1: in 8 of 10 simulations it lies between the two. */
			readonly recallLow: number;
			readonly recallHigh: number;
			/** The same if nothing is studied until then. */
			readonly recallWithout: number;
			/** Whether that is decent (the middle simulation reaches 0.8). If not: too little time for so many cards. */
			readonly enough: boolean;
	  }
	/** There is nothing to plan: no cards, the exam is today (study what `examOrder` says), or it is past. */
	| { readonly kind: 'empty' | 'today' | 'past' };

/** A suggestion aims at this mean chance of recall, the usual desired retention … */
const AIM = 0.9;
/** … or, where the most minutes do not reach it, at so little less than what they reach. */
const NOT_WORTH_MORE = 0.01;
const DECENT = 0.8;
/** Minutes a day that are suggested. Nobody is told to give a deck more than an hour a day. */
const SUGGESTED = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60];
/** An exam further off is planned as if it were in so many days. */
const MOST_DAYS = 1000;
const MOST_CARDS = 250;
const RUNS = 20;
const RUNS_TO_SUGGEST = 3;

/**
 * The plan until an exam, at once; see `planExam`.
 * Example: 40 cards, none answered, 14 days: { kind: 'plan', days: 14, minutesPerDay: 3, recallLow: 0.93, recallHigh: 0.98, … }.
 */
export function examPlan(cards: readonly PlanCard[], today: Day, examDay: Day, options: ExamOptions): ExamPlan {
	return finish(planExam(cards, today, examDay, options));
}

/**
 * The plan until an exam: what so many minutes a day are expected to bring, by seeded simulation of many students, who differ in how
 * well they remember (students.ts) and who each day ask the cards with the highest gain a minute (gain.ts). Without minutes given,
 * the fewest that bring the middle student to 0.9 are suggested; if an hour a day does not, the fewest that bring as much as that.
 * It is assumed that the student studies every day. More than 250 cards are simulated by 250 that stand for all (sample.ts).
 * Yields its progress, 0 to 1; stop it by asking no further.
 */
export function* planExam(
	cards: readonly PlanCard[],
	today: Day,
	examDay: Day,
	{ minutesPerDay, pace, newPerDay, reviewsPerDay, seed }: ExamOptions
): Planning<ExamPlan> {
	const left = daysLeft(today, examDay);
	if (cards.length === 0) return { kind: 'empty' };
	if (!(left >= 0) || left === Infinity) return { kind: 'past' };
	if (left === 0) return { kind: 'today' };
	const days = Math.min(left, MOST_DAYS);
	const trial: Trial = {
		sample: sampleOf(cards, today, MOST_CARDS),
		days,
		pace: reasonable(pace),
		newPerDay: perDay(newPerDay),
		reviewsPerDay: perDay(reviewsPerDay),
		seed: Math.floor(seeded(seed) * 2 ** 32)
	};
	const given = minutesPerDay === undefined || Number.isNaN(minutesPerDay) ? undefined : clamp(minutesPerDay, 0, 1440);
	const minutes = given ?? (yield* part(suggestion(trial), 0, 0.5));
	const recalls = yield* part(recallsOf(trial, minutes, RUNS), given === undefined ? 0.5 : 0, 1);
	return {
		kind: 'plan',
		days: left,
		minutesPerDay: minutes,
		recallLow: quantile(recalls, 0.1),
		recallHigh: quantile(recalls, 0.9),
		recallWithout: recallWithout(trial.sample.cards, days),
		enough: quantile(recalls, 0.5) >= DECENT
	};
}

interface Trial {
	readonly sample: Sample;
	readonly days: number;
	readonly pace: Pace;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	readonly seed: number;
}

/** The recall of some simulated students who study so many minutes a day. */
function* recallsOf(
	{ sample, days, pace, newPerDay, reviewsPerDay, seed }: Trial,
	minutes: number,
	runs: number
): Planning<readonly number[]> {
	const recalls: number[] = [];
	const limits = { newPerDay: newPerDay * sample.share, reviewsPerDay: reviewsPerDay * sample.share };
	for (const [index, student] of students(runs).entries()) {
		const run = examRun(sample.cards, { ...limits, days, budgetMs: minutes * 60_000 * sample.share, pace, student, seed: seed + index });
		for (let day = 0, turn = run.next(); ; turn = run.next(), day += 1) {
			if (turn.done) {
				recalls.push(turn.value);
				break;
			}
			yield (index + day / days) / runs;
		}
	}
	return recalls;
}

/** A limit of cards a day; as many as can be set where there is none. */
const perDay = (limit: number | undefined): number => clamp(Math.floor(finite(limit, MOST_PER_DAY)), 0, MOST_PER_DAY);
const MOST_PER_DAY = 9999;

/** The fewest minutes a day that reach the aim; if the most do not, the fewest that bring as much as those. */
function* suggestion(trial: Trial): Planning<number> {
	const most = SUGGESTED.length - 1;
	const index = yield* part(fewest(trial, AIM), 0, 0.5);
	if (index < most) return SUGGESTED[index] ?? 0;
	const reached = yield* part(meanRecall(trial, most), 0.5, 0.6);
	return SUGGESTED[reached >= AIM ? most : yield* part(fewest(trial, reached - NOT_WORTH_MORE), 0.6, 1)] ?? 0;
}

/** Which suggestion is the first to reach a recall, the last if none does. Found by halving: more minutes bring more. */
function* fewest(trial: Trial, recall: number): Planning<number> {
	const steps = Math.ceil(Math.log2(SUGGESTED.length));
	let low = 0;
	let high = SUGGESTED.length - 1;
	for (let step = 0; low < high; step += 1) {
		const middle = (low + high) >> 1;
		if ((yield* part(meanRecall(trial, middle), step / steps, (step + 1) / steps)) >= recall) high = middle;
		else low = middle + 1;
	}
	return low;
}

function* meanRecall(trial: Trial, index: number): Planning<number> {
	const recalls = yield* recallsOf(trial, SUGGESTED[index] ?? 0, RUNS_TO_SUGGEST);
	return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/** The mean chance of recall, so many days from now, of cards that are not studied. */
function recallWithout(cards: readonly Simulated[], left: number): number {
	const recalls = cards.map(({ memory, lastDay }) => recallOf(memory, left - lastDay, 1));
	return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
