import type { CardId } from '#lib/core/card/card.ts';
import type { Day, RunId } from '#lib/core/review/entry.ts';
import type { Run } from '#lib/core/schedule/progress.ts';
import { seeded } from '#lib/core/schedule/seed.ts';
import type { PoolScenario } from './offer.ts';

/** A scenario seen within so many days is remembered rather than thought through. */
export const RESTING_DAYS = 30;

/** The last day on which each scenario was seen. */
export function lastSeen(runs: ReadonlyMap<RunId, Run>): ReadonlyMap<string, Day> {
	const seen = new Map<string, Day>();
	for (const { scenario, lastDay } of runs.values()) seen.set(scenario, Math.max(lastDay, seen.get(scenario) ?? lastDay));
	return seen;
}

/**
 * The scenario by which a use card is asked: one never seen first, else the one longest unseen; undefined while all were seen
 * within the last 30 days. Of equals, chance decides, seeded by the card and the scenario.
 */
export function drawScenario(
	use: CardId,
	pool: readonly PoolScenario[],
	seen: ReadonlyMap<string, Day>,
	today: Day
): PoolScenario | undefined {
	const rested = pool.filter(({ id, uses }) => uses.includes(use) && (seen.get(id) ?? -Infinity) <= today - RESTING_DAYS);
	const rank = ({ id }: PoolScenario) => ({ day: seen.get(id) ?? -Infinity, chance: seeded(use, id) });
	return rested
		.map((scenario) => ({ scenario, ...rank(scenario) }))
		.sort((a, b) => (a.day === b.day ? a.chance - b.chance : a.day - b.day))
		.at(0)?.scenario;
}
