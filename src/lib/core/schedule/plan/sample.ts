import type { Day } from '#lib/core/review/entry.ts';
import type { Memory } from '../memory.ts';
import { byId, daysSince, memoryOf, type PlanCard } from './plan-card.ts';

/** A card as a simulation has it. Days are counted from today, which is 0. */
export interface Simulated {
	readonly memory: Memory | undefined;
	/** 0 or less. */
	readonly lastDay: number;
	readonly dueDay: number;
}

/** Cards that stand for all: never more than `most`, and the share of all that they are (0 to 1; 1 if they are all). */
export interface Sample {
	readonly cards: readonly Simulated[];
	readonly share: number;
}

/**
 * At most so many cards, taken at even distances from all in the order of what is known of them (new, when due, how well held), so
 * that few stand well for many. The order in which the cards come does not matter.
 */
export function sampleOf(cards: readonly PlanCard[], today: Day, most: number): Sample {
	const all = [...cards]
		.sort(byId)
		.map((card): Simulated => {
			const memory = memoryOf(card);
			const lastDay = 0 - daysSince(card, today);
			const due = Math.floor((card.dueDay ?? NaN) - today);
			return { memory, lastDay, dueDay: Number.isFinite(due) ? due : 0 };
		})
		.sort((a, b) => a.dueDay - b.dueDay || (a.memory?.stability ?? 0) - (b.memory?.stability ?? 0) || a.lastDay - b.lastDay);
	if (all.length <= most) return { cards: all, share: 1 };
	const step = all.length / most;
	const taken = Array.from({ length: most }, (_, index) => all[Math.floor((index + 0.5) * step)]);
	return { cards: taken.filter((card) => card !== undefined), share: most / all.length };
}
