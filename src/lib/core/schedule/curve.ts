import type { Day } from '#lib/core/review/entry.ts';
import { intervalDays, retrievability, type Memory } from './memory.ts';

/** How well a card was held after the last answer of a day. */
export interface Held {
	readonly day: Day;
	readonly memory: Memory;
}

/** A day, and the chance of recall on it, 0 to 1. */
export interface CurvePoint {
	readonly day: Day;
	readonly recall: number;
}

/** The forgetting curve of a card, from its first answer on. */
export interface Curve {
	/** The days on which it was answered. */
	readonly reviews: readonly Day[];
	/** One falling stroke for each time between two reviews, the last one up to today. */
	readonly past: readonly (readonly CurvePoint[])[];
	readonly today: CurvePoint;
	/** From today to the day on which the chance has fallen to what is desired; empty if that day has come. */
	readonly ahead: readonly CurvePoint[];
	/** That day, which may be over. */
	readonly goalDay: Day;
}

/** A stroke has about so many points: enough for a smooth line. */
const POINTS = 24;

/**
 * The forgetting curve (FSRS-6). `held` in order, at least one; days that go back count as the largest day seen, as in the schedule.
 * Undefined without an answer.
 */
export function curveOf(held: readonly Held[], today: Day, desiredRetention: number, longestIntervalDays: number): Curve | undefined {
	const days = lastOfEachDay(held);
	const last = days.at(-1);
	if (last === undefined) return undefined;
	const end = Math.max(today, last.day);
	const goalDay = last.day + intervalDays(last.memory.stability, desiredRetention, longestIntervalDays);
	return {
		reviews: days.map(({ day }) => day),
		past: days.map((one, index) => stroke(one, one.day, days[index + 1]?.day ?? end)),
		today: pointOf(last, end),
		ahead: goalDay > end ? stroke(last, end, goalDay) : [],
		goalDay
	};
}

function lastOfEachDay(held: readonly Held[]): readonly Held[] {
	const days: Held[] = [];
	for (const one of held) {
		const before = days.at(-1);
		if (before && before.day >= one.day) days[days.length - 1] = { day: before.day, memory: one.memory };
		else days.push(one);
	}
	return days;
}

function stroke(held: Held, from: Day, to: Day): readonly CurvePoint[] {
	if (to <= from) return [pointOf(held, from)];
	return Array.from({ length: POINTS + 1 }, (_, index) => pointOf(held, from + ((to - from) * index) / POINTS));
}

function pointOf({ day, memory }: Held, on: number): CurvePoint {
	return { day: on, recall: retrievability(memory, on - day) };
}
