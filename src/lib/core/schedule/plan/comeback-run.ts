import type { Millis } from '#lib/core/review/entry.ts';
import { fuzzedDays, intervalDays, retrievability, type Memory } from '../memory.ts';
import type { Parameters } from '../parameters.ts';
import { chanceOf } from './chance.ts';
import { recallOf } from './exam-run.ts';
import { afterAnswer, answerMs, KNOWN_AT_FIRST } from './outcomes.ts';
import type { Pace } from './plan-card.ts';
import type { Simulated } from './sample.ts';

/** One simulated way out of a backlog. Limits are for the cards of the sample and need not be whole. */
export interface ComebackCourse {
	readonly reviewsPerDay: number;
	/** What is left of the limit on the first day. */
	readonly reviewsLeftToday: number;
	readonly newPerDay: number;
	readonly parameters: Parameters;
	readonly pace: Pace;
	readonly student: number;
	readonly seed: number;
	/** After so many days it is given up. */
	readonly mostDays: number;
}

export interface ComebackEnd {
	/** The day, counted from today, at whose end nothing is due any more; undefined if that day does not come. */
	readonly day: number | undefined;
	/** What all days together took. */
	readonly ms: Millis;
	/** How many days that were. */
	readonly days: number;
}

/**
 * Answers what is due day by day, the best held first, within the limit, until nothing due is left over. Cards that become due on the
 * way count, and so do new ones. Yields after each day.
 */
export function* comebackRun(cards: readonly Simulated[], course: ComebackCourse): Generator<void, ComebackEnd, void> {
	const { reviewsPerDay, reviewsLeftToday, newPerDay, parameters, pace, student, seed, mostDays } = course;
	const memory = cards.map((card) => card.memory);
	const lastDay = cards.map((card) => card.lastDay);
	const dueDay = cards.map((card) => card.dueDay);
	const fresh = cards.flatMap((card, index) => (card.memory === undefined ? [index] : []));
	const held = new Float64Array(cards.length);
	let reviewsLeft = 0;
	let newLeft = 0;
	let ms = 0;

	const answer = (index: number, day: number) => {
		const before = memory[index];
		const elapsed = day - (lastDay[index] ?? 0);
		const recalled = chanceOf(seed, index, 2 * day) < (before === undefined ? KNOWN_AT_FIRST : recallOf(before, elapsed, student));
		const after = afterAnswer(before, elapsed, recalled);
		memory[index] = after;
		lastDay[index] = day;
		dueDay[index] = day + restDays(after, parameters, chanceOf(seed, index, 2 * day + 1));
		ms += answerMs(before === undefined, recalled ? 0 : 1, pace);
	};

	for (let day = 0; day < mostDays; day += 1) {
		const due: number[] = [];
		for (let index = 0; index < cards.length; index += 1) {
			const known = memory[index];
			if (known === undefined || (dueDay[index] ?? 0) > day) continue;
			held[index] = retrievability(known, day - (lastDay[index] ?? 0));
			due.push(index);
		}
		due.sort((a, b) => (held[b] ?? 0) - (held[a] ?? 0));
		// Less than a card that is left of the limit is kept for the next day: of a sample a day may ask half a card.
		reviewsLeft = day === 0 ? reviewsLeftToday : (reviewsLeft % 1) + reviewsPerDay;
		newLeft = (newLeft % 1) + newPerDay;
		const asked = due.slice(0, Math.floor(reviewsLeft));
		for (const index of asked) answer(index, day);
		for (const index of fresh.splice(0, Math.floor(newLeft))) answer(index, day);
		reviewsLeft -= asked.length;
		if (asked.length === due.length) return { day, ms, days: day + 1 };
		yield;
	}
	return { day: undefined, ms, days: mostDays };
}

function restDays({ stability }: Memory, { desiredRetention, longestIntervalDays, fuzz }: Parameters, chance: number): number {
	const days = intervalDays(stability, desiredRetention, longestIntervalDays);
	return fuzz ? fuzzedDays(days, longestIntervalDays, chance) : days;
}
