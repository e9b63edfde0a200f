import type { CardId } from '#lib/core/card/card.ts';
import type { Day, Millis } from '#lib/core/review/entry.ts';
import type { Memory } from '../memory.ts';

/** What a plan needs to know of a card. */
export interface PlanCard {
	readonly id: CardId;
	/** Days until the chance of recall has fallen to 0.9; above 0. None: never answered. */
	readonly stability?: number;
	/** 1 (easy) to 10. */
	readonly difficulty?: number;
	/** The day of the first answer. */
	readonly firstDay?: Day;
	/** The day of the last answer. */
	readonly lastDay?: Day;
	/** The day since which, or on which, it is due. */
	readonly dueDay?: Day;
}

/** The student's own mean times, in milliseconds. A failed review costs a repeat the same day, which is a review more. */
export interface Pace {
	readonly reviewMs: Millis;
	/** A card that was never answered, with all its steps of the first day. */
	readonly newMs: Millis;
}

/** What a card takes before there is a pace to go by: a guess. */
export const FIRST_PACE: Pace = { reviewMs: 15_000, newMs: 30_000 };

/** The pace that a plan reckons with, from the student's own mean times: a new card takes its first answer and one more. */
export function planPace({ newMs, reviewMs }: Pace): Pace {
	return { reviewMs, newMs: newMs + reviewMs };
}

const LEAST_MS: Millis = 1000;
const MOST_MS: Millis = 600_000;
const LEAST_STABILITY = 0.01;
const MOST_STABILITY = 36_500;
const MIDDLE_DIFFICULTY = 5;

/** How well a card is held, within FSRS's bounds; undefined if it was never answered. */
export function memoryOf({ stability, difficulty }: PlanCard): Memory | undefined {
	if (stability === undefined || !(stability > 0)) return undefined;
	return {
		stability: clamp(stability, LEAST_STABILITY, MOST_STABILITY),
		difficulty: clamp(finite(difficulty, MIDDLE_DIFFICULTY), 1, 10)
	};
}

/** Whole days from the card's last answer to a day; 0 if it was never answered, or if its last day lies later. */
export function daysSince({ lastDay }: PlanCard, day: Day): number {
	return Math.max(0, Math.floor(finite(day - (lastDay ?? NaN), 0)));
}

/** Whether a card has been answered today: it is not offered again by a plan. */
export function answeredToday(card: PlanCard, today: Day): boolean {
	return memoryOf(card) !== undefined && card.lastDay === today;
}

/** Whole days left from today to a day: negative if it is past, NaN if either is no day. */
export function daysLeft(today: Day, day: Day): number {
	return Math.floor(day) - Math.floor(today);
}

/** A pace within reason, 1 second to 10 minutes a card; the first pace where there is none. */
export function reasonable(pace: Pace | undefined): Pace {
	const { reviewMs, newMs } = pace ?? FIRST_PACE;
	return {
		reviewMs: clamp(finite(reviewMs, FIRST_PACE.reviewMs), LEAST_MS, MOST_MS),
		newMs: clamp(finite(newMs, FIRST_PACE.newMs), LEAST_MS, MOST_MS)
	};
}

export function clamp(value: number, least: number, most: number): number {
	return Math.min(Math.max(value, least), most);
}

/** A number, or another where it is missing, NaN or infinite. */
export function finite(value: number | undefined, otherwise: number): number {
	return value !== undefined && Number.isFinite(value) ? value : otherwise;
}

/** The order of keys, the same on every device. */
export function byId(a: PlanCard, b: PlanCard): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
