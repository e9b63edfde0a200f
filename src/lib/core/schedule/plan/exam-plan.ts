import type { Day } from '#lib/core/review/entry.ts';
import { seeded } from '../seed.ts';
import { examMinutes, MOST_DAYS, MOST_MINUTES, spentOn, type Spent } from './exam-minutes.ts';
import { examRun, recallOf, type ExamEnd, type ExamLimits } from './exam-run.ts';
import { expectedMs } from './outcomes.ts';
import { clamp, daysLeft, finite, memoryOf, reasonable, type Pace, type PlanCard } from './plan-card.ts';
import { finish, type Planning } from './planning.ts';
import { sampleOf, type Sample, type Simulated } from './sample.ts';
import { quantile, students } from './students.ts';

export interface ExamOptions {
	/** Study time a day, 0 to 1440 minutes. Without it, that of the queue. */
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
			/** What they take on average, 0 or more: less than was allowed where there is less to do. */
			readonly minutesPerDay: number;
			/** The mean chance of recall over all cards on the exam day, 0 to 1: in 8 of 10 simulations it lies between the two. */
			readonly recallLow: number;
			readonly recallHigh: number;
			/** The same if nothing is studied until then. */
			readonly recallWithout: number;
			/** Whether that is decent (the middle simulation reaches 0.8). If not: too little time for so many cards. */
			readonly enough: boolean;
			/** Where that is so because the limit of new cards leaves some unseen: the limit, and the one at which all would be seen. */
			readonly newLimit?: { readonly perDay: number; readonly needed: number };
	  }
	/** There is nothing to plan: no cards, the exam is today (study what `examOrder` says), or it is past. */
	| { readonly kind: 'empty' | 'today' | 'past' };

const DECENT = 0.8;
const MOST_CARDS = 250;
const RUNS = 20;

/**
 * The plan until an exam, at once; see `planExam`.
 * Example: 40 cards, none answered, 14 days: { kind: 'plan', days: 14, minutesPerDay: 2.4, recallLow: 0.85, recallHigh: 0.94, … }.
 */
export function examPlan(cards: readonly PlanCard[], today: Day, examDay: Day, options: ExamOptions): ExamPlan {
	return finish(planExam(cards, today, examDay, options));
}

/**
 * The plan until an exam: what so many minutes a day are expected to bring, by seeded simulation of many students, who differ in how
 * well they remember (students.ts) and who each day ask the cards with the highest gain a minute (gain.ts). Without minutes given,
 * it is those that the queue of today keeps to (exam-minutes.ts).
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
	const limits = { pace: reasonable(pace), newPerDay: perDay(newPerDay), reviewsPerDay: perDay(reviewsPerDay) };
	const sample = sampleOf(cards, today, MOST_CARDS);
	const spent = spentOn(cards, today, limits.pace);
	const given = minutesPerDay === undefined || Number.isNaN(minutesPerDay) ? undefined : clamp(minutesPerDay, 0, 1440);
	const minutes = given ?? examMinutes(cards, today, examDay, limits);
	const ends = yield* endsOf({ sample, days, limits, spent, seed: Math.floor(seeded(seed) * 2 ** 32) }, minutes);
	const recalls = ends.map(({ recall }) => recall);
	const enough = quantile(recalls, 0.5) >= DECENT;
	const newLimit = enough ? undefined : tooFewNew(cards, days, limits, spent);
	const studied = ends.reduce((sum, { ms }) => sum + ms, 0) / (ends.length * 60_000 * sample.share);
	return {
		kind: 'plan',
		days: left,
		// What a day runs over is taken from the next.
		minutesPerDay: Math.min(minutes, studied / days),
		recallLow: quantile(recalls, 0.1),
		recallHigh: quantile(recalls, 0.9),
		recallWithout: recallWithout(sample.cards, days),
		enough,
		...(newLimit === undefined ? {} : { newLimit })
	};
}

interface Trial {
	readonly sample: Sample;
	readonly days: number;
	readonly limits: ExamLimits;
	readonly spent: Spent;
	readonly seed: number;
}

/** What the simulated students come to who study at most so many minutes a day. */
function* endsOf({ sample: { cards, share }, days, limits, spent, seed }: Trial, minutes: number): Planning<readonly ExamEnd[]> {
	const ends: ExamEnd[] = [];
	const course = {
		pace: limits.pace,
		newPerDay: limits.newPerDay * share,
		reviewsPerDay: limits.reviewsPerDay * share,
		spent: { ms: spent.ms * share, fresh: spent.fresh * share, reviews: spent.reviews * share },
		budgetMs: minutes * 60_000 * share,
		days
	};
	for (const [index, student] of students(RUNS).entries()) {
		const run = examRun(cards, { ...course, student, seed: seed + index });
		for (let day = 0, turn = run.next(); ; turn = run.next(), day += 1) {
			if (turn.done) {
				ends.push(turn.value);
				break;
			}
			yield (index + day / days) / RUNS;
		}
	}
	return ends;
}

/** The limit of new cards if it leaves some unseen until the exam, and the one at which all are seen, or as many as an hour a day holds. */
function tooFewNew(
	cards: readonly PlanCard[],
	days: number,
	{ newPerDay, pace }: ExamLimits,
	spent: Spent
): { readonly perDay: number; readonly needed: number } | undefined {
	const unseen = cards.filter((card) => memoryOf(card) === undefined).length;
	const held = Math.floor((MOST_MINUTES * 60_000) / expectedMs(undefined, 0, pace));
	const needed = Math.min(Math.ceil((unseen + spent.fresh) / days), held);
	return needed > newPerDay ? { perDay: newPerDay, needed } : undefined;
}

/** A limit of cards a day; as many as can be set where there is none. */
const perDay = (limit: number | undefined): number => clamp(Math.floor(finite(limit, MOST_PER_DAY)), 0, MOST_PER_DAY);
const MOST_PER_DAY = 9999;

/** The mean chance of recall, so many days from now, of cards that are not studied. */
function recallWithout(cards: readonly Simulated[], left: number): number {
	const recalls = cards.map(({ memory, lastDay }) => recallOf(memory, left - lastDay, 1));
	return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
