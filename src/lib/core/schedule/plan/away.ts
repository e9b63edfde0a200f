import type { Day } from '#lib/core/review/entry.ts';
import type { PlanCard } from './plan-card.ts';
import { memoryOf } from './plan-card.ts';

/** After so many days without an answer, what is due is taken by what is best held, so that most of it is saved. */
export const AWAY_DAYS = 7;

/** A time without answers. */
export interface Away {
	/** The day of the last answer before it. */
	readonly leftOn: Day;
	/** The day of the first answer after it; today if there is none yet. */
	readonly backOn: Day;
	/** From one to the other; 7 or more. */
	readonly days: number;
}

/**
 * The time away that the student is coming back from: the last gap of 7 days or more between answers, as long as a card still waits
 * that was due when they came back. It holds over the answers of today and of the days after, until that backlog is worked off.
 * Undefined if there is none. It is read from the cards' last days alone: a day on which nothing but cards answered again since was
 * answered is not seen. `otherDays`: the last days of cards that are not given, because they do not wait.
 */
export function comingBackFrom(cards: readonly PlanCard[], today: Day, otherDays: Iterable<Day> = []): Away | undefined {
	const known = cards.filter((card) => memoryOf(card) !== undefined && card.lastDay !== undefined && card.lastDay <= today);
	const others = [...otherDays].filter((day) => day <= today);
	const days = [...new Set([...known.map(({ lastDay = today }) => lastDay), ...others, today])].sort((a, b) => b - a);
	for (const [index, leftOn] of days.entries()) {
		const backOn = days[index - 1];
		if (backOn === undefined || backOn - leftOn < AWAY_DAYS) continue;
		const waits = known.some(({ lastDay = today, dueDay = today }) => lastDay <= leftOn && dueDay <= backOn);
		return waits ? { leftOn, backOn, days: backOn - leftOn } : undefined;
	}
	return undefined;
}
