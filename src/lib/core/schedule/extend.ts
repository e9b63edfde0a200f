import type { CardId } from '#lib/core/card/card.ts';
import { isKnown, type Entry } from '#lib/core/review/entry.ts';
import { compareEntries, lastOf } from '#lib/core/review/log.ts';
import { Desk } from './desk.ts';
import { NO_HOMES } from './homes.ts';
import type { Progress } from './progress.ts';
import { blankState, type CardState, type MutableState } from './state.ts';
import { NewerStates } from './states.ts';

/**
 * What follows from a log and one more entry, which it does not hold, and which counts later than all others: the same as `replay` of all, but without doing the rest
 * again. Undefined if the entry is not of the sort that only adds: then the end of the log has to be replayed.
 */
export function extend(progress: Progress, entry: Entry): Progress | undefined {
	const { cards, end, reach, pending } = progress;
	if (!isKnown(entry) || !(cards instanceof NewerStates)) return undefined;
	if (entry.kind === 'retraction' || entry.kind === 'redate' || entry.kind === 'renamed' || entry.kind === 'reset') return undefined;
	if (reach !== undefined && compareEntries(entry, reach) <= 0) return undefined;
	if (pending.retracted.has(entry.id) || pending.shifts.has(entry.id)) return undefined;
	const touched = new Map<CardId, MutableState>();
	const desk = new Desk(progress, NO_HOMES, (id) => {
		const state = touched.get(id) ?? { ...(cards.get(id) ?? blankState()) };
		touched.set(id, state);
		return state;
	});
	desk.act(entry);
	const newer = new Map<CardId, CardState | undefined>([...cards.newer, ...touched]);
	const states = new NewerStates(cards.base, newer);
	return { cards: states, ...desk.totals, end: lastOf([end, entry]), reach: lastOf([entry]), pending };
}
