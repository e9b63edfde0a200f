import { isKnown, type Entry, type EntryId, type Known, type Millis, type Redate, type Retraction } from './entry.ts';
import { compareEntries } from './log.ts';

/** How far an entry is moved in time. */
export interface Shift {
	readonly ms: Millis;
	readonly days: number;
}

/** What entries say about other entries, wherever those stand: which are taken back, which are moved in time. */
export interface Corrections {
	readonly retracted: ReadonlySet<EntryId>;
	readonly shifts: ReadonlyMap<EntryId, Shift>;
}

export const NO_CORRECTIONS: Corrections = { retracted: new Set(), shifts: new Map() };

/** An entry that means something by itself, not only about another. */
export type Act = Exclude<Known, Retraction | Redate>;

export function isCorrection(entry: Entry): entry is Retraction | Redate {
	return isKnown(entry) && (entry.kind === 'retraction' || entry.kind === 'redate');
}

/** The entries that a correction is about. */
export function correctedBy(correction: Retraction | Redate): readonly EntryId[] {
	return correction.kind === 'retraction' ? [correction.entryId] : correction.entryIds;
}

/** What the entries of a log correct, in any order; added to what is known already. Several redatings of one entry add up. */
export function correctionsIn(log: Iterable<Entry>, known: Corrections = NO_CORRECTIONS): Corrections {
	const retracted = new Set(known.retracted);
	const redates: Redate[] = [];
	for (const entry of log) {
		if (!isKnown(entry)) continue;
		if (entry.kind === 'retraction') retracted.add(entry.entryId);
		else if (entry.kind === 'redate') redates.push(entry);
	}
	const shifts = new Map(known.shifts);
	for (const { id, entryIds, shiftMs, shiftDays } of redates) {
		if (retracted.has(id)) continue;
		for (const entryId of new Set(entryIds)) {
			const { ms, days } = shifts.get(entryId) ?? { ms: 0, days: 0 };
			shifts.set(entryId, { ms: ms + shiftMs, days: days + shiftDays });
		}
	}
	return { retracted, shifts };
}

/** An act as it counts: undefined if it is taken back or is no act that this version knows; moved, if it was redated. */
export function corrected(entry: Entry, { retracted, shifts }: Corrections): Act | undefined {
	if (retracted.has(entry.id) || !isKnown(entry) || isCorrection(entry)) return undefined;
	const shift = shifts.get(entry.id);
	return shift === undefined ? entry : moved(entry, shift);
}

function moved(act: Act, { ms, days }: Shift): Act {
	const at = act.at + ms;
	switch (act.kind) {
		case 'review':
		case 'choice':
			return { ...act, at, day: act.day + days };
		case 'bury':
			return { ...act, at, until: act.until + days };
		case 'set-due':
			return { ...act, at, due: act.due + days };
		case 'suspend':
		case 'unsuspend':
		case 'reset':
		case 'changed':
		case 'renamed':
		case 'preset':
			return { ...act, at };
	}
}

/** The acts of a log that count, as they count, in order. The log may come in any order. */
export function actsOf(log: Iterable<Entry>, known: Corrections = NO_CORRECTIONS): readonly Act[] {
	const entries = [...log];
	const corrections = correctionsIn(entries, known);
	return entries.flatMap((entry) => corrected(entry, corrections) ?? []).sort(compareEntries);
}
