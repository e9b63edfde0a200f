import type { CardId } from '#lib/core/card/card.ts';
import { isKnown, type Entry } from '#lib/core/review/entry.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { Desk } from './desk.ts';
import { NO_HOMES } from './homes.ts';
import type { Progress } from './progress.ts';
import { blankState, type CardState, type MutableState } from './state.ts';
import { NewerStates } from './states.ts';

/**
 * What follows from a log and one more entry, which stands at its end: the same as `replay` of all, but without doing the rest
 * again. Undefined if the entry is not of the sort that only adds: then the end of the log has to be replayed.
 */
export function extend(progress: Progress, entry: Entry): Progress | undefined {
	const { cards, end, pending } = progress;
	if (!isKnown(entry) || !(cards instanceof NewerStates)) return undefined;
	if (entry.kind === 'retraction' || entry.kind === 'redate' || entry.kind === 'renamed' || entry.kind === 'reset') return undefined;
	if (end !== undefined && compareEntries(entry, end) <= 0) return undefined;
	if (pending.retracted.has(entry.id) || pending.shifts.has(entry.id)) return undefined;
	const touched = new Map<CardId, MutableState>();
	const desk = new Desk(progress, NO_HOMES, (id) => {
		const state = touched.get(id) ?? { ...(cards.get(id) ?? blankState()) };
		touched.set(id, state);
		return state;
	});
	desk.act(entry);
	const newer = new Map<CardId, CardState | undefined>([...cards.newer, ...touched]);
	const { presets, runs, answers, pace, lastDay } = desk;
	return { cards: new NewerStates(cards.base, newer), presets, runs, answers, pace, lastDay, end: { at: entry.at, id: entry.id }, pending };
}
