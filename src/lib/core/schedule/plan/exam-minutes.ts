/**
 * How many minutes a day an exam takes. The plan shows them and the queue of each day keeps to them, so both ask here: from the cards,
 * the day, the pace and the limits alone, without chance, and quickly enough for the way to the first card.
 */
import type { Day, Millis } from '#lib/core/review/entry.ts';
import { retrievability, type Memory } from '../memory.ts';
import type { ExamLimits } from './exam-run.ts';
import { worthOf } from './gain.ts';
import { afterAnswer, answerMs, chanceNow, expectedMs } from './outcomes.ts';
import { answeredToday, daysLeft, reasonable, type Pace, type PlanCard } from './plan-card.ts';
import { sampleOf, type Simulated } from './sample.ts';

/** The minutes aim at this mean chance of recall, the usual desired retention … */
const AIM = 0.9;
/** … or, where the most minutes do not reach it, at this share of what they reach. */
const AS_GOOD = 0.99;
/** Minutes a day, each a tenth more than the one before. Nobody is told to give a deck more than an hour a day. */
export const MOST_MINUTES = 60;
const STEPS = 43;
const MINUTES = Array.from({ length: STEPS + 1 }, (_, index) => MOST_MINUTES ** (index / STEPS));
/** An exam further off is reckoned with as if it were in so many days. */
export const MOST_DAYS = 1000;
/** So many cards stand for all, and so many days for those until the exam: more of either changes the minutes by less than a step. */
const MOST_CARDS = 60;
const MOST_TURNS = 12;
/** Reviews that fail, of those that were asked today. Which of them did is not looked at: a bad day is to end too. */
const FAILED = 0.25;

/** What was studied today. */
export interface Spent {
	readonly ms: Millis;
	readonly fresh: number;
	readonly reviews: number;
}

/** What was studied today of some cards, the time as it is expected for so many of them. */
export function spentOn(cards: readonly PlanCard[], today: Day, pace: Pace): Spent {
	const answered = cards.filter((card) => answeredToday(card, today));
	const fresh = answered.filter(({ firstDay }) => firstDay === today).length;
	const reviews = answered.length - fresh;
	return { fresh, reviews, ms: fresh * expectedMs(undefined, 0, pace) + reviews * answerMs(false, FAILED, pace) };
}

/**
 * The fewest minutes a day, 1 to 60, that are expected to bring the cards to a mean recall of 0.9 on the exam day; if an hour does not,
 * the fewest that bring as much as that. What was studied today counts towards today's. 0 once the exam day has come.
 */
export function examMinutes(cards: readonly PlanCard[], today: Day, examDay: Day, limits: ExamLimits): number {
	const days = Math.min(daysLeft(today, examDay), MOST_DAYS);
	if (!(days > 0)) return 0;
	const pace = reasonable(limits.pace);
	const { cards: sample, share } = sampleOf(cards, today, MOST_CARDS);
	const spent = spentOn(cards, today, pace);
	const recall = (minutes: number) =>
		recallAfter(sample, days, {
			pace,
			budgetMs: minutes * 60_000 * share,
			newPerDay: limits.newPerDay * share,
			reviewsPerDay: limits.reviewsPerDay * share,
			spent: { ms: spent.ms * share, fresh: spent.fresh * share, reviews: spent.reviews * share }
		});
	const reached = recall(MOST_MINUTES);
	return fewest(recall, reached < AIM ? reached * AS_GOOD : AIM) ?? MOST_MINUTES;
}

/** The first of the minutes to reach a recall. Found by halving: more minutes bring more. */
function fewest(recall: (minutes: number) => number, aim: number): number | undefined {
	let low = 0;
	let high = STEPS;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (recall(MINUTES[middle] ?? 0) >= aim) high = middle;
		else low = middle + 1;
	}
	return MINUTES[low];
}

interface Course extends ExamLimits {
	readonly budgetMs: Millis;
	readonly spent: Spent;
}

/**
 * The mean chance of recall on the exam day, 0 to 1, of cards that are studied by what they gain, a few days at a time. A card fails
 * when its chances to fail have come to a whole: no seed, and the same minutes tomorrow if today goes as expected.
 */
function recallAfter(cards: readonly Simulated[], days: number, { pace, budgetMs, newPerDay, reviewsPerDay, spent }: Course): number {
	const memory = cards.map((card) => card.memory);
	const lastDay: number[] = cards.map((card) => card.lastDay);
	const failing = cards.map((_, index) => (index * GOLDEN) % 1);
	const left = { ms: -spent.ms, fresh: -spent.fresh, reviews: -spent.reviews };
	const turns = Math.min(days, MOST_TURNS);
	for (let turn = 0; turn < turns; turn += 1) {
		const from = Math.round((turn * days) / turns);
		const length = Math.round(((turn + 1) * days) / turns) - from;
		const day = from + (length >> 1);
		left.ms += budgetMs * length;
		left.fresh += newPerDay * length;
		left.reviews += reviewsPerDay * length;
		const worth = memory.map((one, index) => {
			const elapsed = day - (lastDay[index] ?? 0);
			return elapsed === 0 && one !== undefined ? 0 : worthOf(one, elapsed, days - day, pace).gain;
		});
		const order = [...worth.keys()].filter((index) => (worth[index] ?? 0) > 0).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
		for (const index of order) {
			if (left.ms <= 0) break;
			const before = memory[index];
			const kind = before === undefined ? 'fresh' : 'reviews';
			if (left[kind] < 1) continue;
			left[kind] -= 1;
			const elapsed = day - (lastDay[index] ?? 0);
			const failed = (failing[index] ?? 0) + 1 - chanceNow(before, elapsed);
			failing[index] = failed % 1;
			memory[index] = afterAnswer(before, elapsed, failed < 1);
			lastDay[index] = day;
			left.ms -= expectedMs(before, elapsed, pace);
		}
		// What is left of a day is not kept for another, but for less than a card: of a sample a day may ask half a card.
		left.ms = Math.min(left.ms, 0);
		left.fresh = Math.min(left.fresh, left.fresh % 1);
		left.reviews = Math.min(left.reviews, left.reviews % 1);
	}
	return meanRecall(memory, lastDay, days);
}
/** Spreads the cards' first failures evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

function meanRecall(memory: readonly (Memory | undefined)[], lastDay: readonly number[], day: number): number {
	const recalls = memory.map((one, index) => (one === undefined ? 0 : retrievability(one, day - (lastDay[index] ?? 0))));
	return recalls.length === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
