import type { CardId } from '#lib/core/card/card.ts';
import type { Act } from '#lib/core/review/corrections.ts';
import type { RunId } from '#lib/core/review/entry.ts';

/** What was answered before a session starts or goes on, as far as that matters to what it asks next. */
export interface Behind {
	/** The cards that each turn counted for, in order: one for an answer, often several for a run through a scenario. */
	readonly turns: readonly Turn[];
	/** Cards whose last answer was wrong although the student was sure. */
	readonly slips: ReadonlySet<CardId>;
}

/** The cards that count as asked at once. */
export type Turn = readonly CardId[];

export const NOTHING_BEHIND: Behind = { turns: [], slips: new Set() };

/** What lies behind according to the log. @param acts in the order of the log */
export function behindOf(acts: readonly Act[]): Behind {
	const turns: CardId[][] = [];
	const runs = new Map<RunId, CardId[]>();
	const slips = new Set<CardId>();
	for (const act of acts) {
		if (act.kind === 'review') {
			turns.push([act.cardId]);
			if (act.outcome === 'wrong' && act.confidence === 'sure') slips.add(act.cardId);
			else slips.delete(act.cardId);
		} else if (act.kind === 'choice' && act.outcome !== 'none') {
			const run = runs.get(act.run) ?? [];
			if (run.length === 0) turns.push(run);
			runs.set(act.run, run);
			run.push(...act.uses.filter((use) => !run.includes(use)));
		}
	}
	return { turns, slips };
}
