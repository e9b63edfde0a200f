import type { Millis } from '#lib/core/review/entry.ts';
import { retrievability, type Memory } from '../memory.ts';
import { chanceOf } from './chance.ts';
import type { Spent } from './exam-minutes.ts';
import { worthOf } from './gain.ts';
import { afterAnswer, answerMs, KNOWN_AT_FIRST } from './outcomes.ts';
import type { Pace } from './plan-card.ts';
import type { Simulated } from './sample.ts';

/** What every day until an exam has to keep to. */
export interface ExamLimits {
	readonly pace: Pace;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
}

/** One simulated way to an exam. The limits are for the cards of the sample: they need not be whole. */
export interface ExamCourse extends ExamLimits {
	/** Days on which there is time to study: today and those until the day before the exam. */
	readonly days: number;
	/** Study time a day, for the cards of the sample. */
	readonly budgetMs: Millis;
	/** What was studied today, for the cards of the sample. */
	readonly spent: Spent;
	/** How much better than the model this student remembers, as a factor of stability. */
	readonly student: number;
	readonly seed: number;
}

export interface ExamEnd {
	/** The mean chance of recall on the exam day, 0 to 1. */
	readonly recall: number;
	/** What all days together took, with what was studied today before. */
	readonly ms: Millis;
}

/** Far from the exam gains change slowly: a card's is measured anew after a thirtieth of the days left. */
const MEASURES = 30;

/**
 * Studies until the exam, each day the cards with the highest gain a minute until the time is up, within the day's limits.
 * What runs over counts against the next day. Yields after each day.
 */
export function* examRun(cards: readonly Simulated[], course: ExamCourse): Generator<void, ExamEnd, void> {
	const { days, budgetMs, newPerDay, reviewsPerDay, spent, pace, student, seed } = course;
	const memory = cards.map((card) => card.memory);
	const lastDay: number[] = cards.map((card) => card.lastDay);
	const gain: number[] = cards.map(() => 0);
	// The day on which a card's gain is to be measured next: tomorrow if it was answered today.
	const measureOn: number[] = cards.map((card) => (card.memory !== undefined && card.lastDay === 0 ? 1 : 0));
	const chance = (index: number, day: number) => recallOf(memory[index], day - (lastDay[index] ?? 0), student);
	let leftMs = -spent.ms;
	let ms = spent.ms;
	const left = { fresh: -spent.fresh, reviews: -spent.reviews };
	for (let day = 0; day < days; day += 1) {
		leftMs = Math.min(leftMs, 0) + budgetMs;
		// Less than a card that is left of a limit is kept for the next day: of a sample a day may ask half a card.
		left.fresh = Math.min(left.fresh, left.fresh % 1) + newPerDay;
		left.reviews = Math.min(left.reviews, left.reviews % 1) + reviewsPerDay;
		const offered: number[] = [];
		for (let index = 0; index < cards.length; index += 1) {
			if ((measureOn[index] ?? 0) <= day) {
				gain[index] = worthOf(memory[index], day - (lastDay[index] ?? 0), days - day, pace).gain;
				measureOn[index] = day + Math.max(1, Math.floor((days - day) / MEASURES));
			}
			if ((gain[index] ?? 0) > 0) offered.push(index);
		}
		offered.sort((a, b) => (gain[b] ?? 0) - (gain[a] ?? 0));
		for (const index of offered) {
			if (leftMs <= 0) break;
			const isNew = memory[index] === undefined;
			const kind = isNew ? 'fresh' : 'reviews';
			if (left[kind] < 1) continue;
			left[kind] -= 1;
			const recalled = chanceOf(seed, index, day) < (isNew ? KNOWN_AT_FIRST : chance(index, day));
			memory[index] = afterAnswer(memory[index], day - (lastDay[index] ?? 0), recalled);
			lastDay[index] = day;
			gain[index] = 0;
			measureOn[index] = day + 1;
			const took = answerMs(isNew, recalled ? 0 : 1, pace);
			leftMs -= took;
			ms += took;
		}
		yield;
	}
	let sum = 0;
	for (let index = 0; index < cards.length; index += 1) sum += chance(index, days);
	return { recall: cards.length === 0 ? 0 : sum / cards.length, ms };
}

/** The chance of recall, 0 to 1, of a student who remembers better or worse than the model by a factor; 0 for a card never seen. */
export function recallOf(memory: Memory | undefined, elapsedDays: number, student: number): number {
	return memory === undefined ? 0 : retrievability({ ...memory, stability: memory.stability * student }, elapsedDays);
}
