import type { Act } from '#lib/core/review/corrections.ts';
import type { Entry } from '#lib/core/review/entry.ts';
import { compareEntries } from '#lib/core/review/log.ts';
import { readSegment } from '#lib/core/review/segment.ts';
import { readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { extend } from '#lib/core/schedule/extend.ts';
import { refold, type Folded } from '#lib/core/schedule/refold.ts';
import { replay } from '#lib/core/schedule/replay.ts';
import type { Opened, WholeLog } from '#lib/store/log-store.ts';
import { localDay, now } from './clock.ts';

/** What was read from the store, folded: the checkpoint and the entries behind it. Undefined where the whole log has to be read. */
export function continued({ checkpoint, tail }: Opened): Folded | undefined {
	const base = checkpoint && readCheckpoint(checkpoint.bytes);
	// A clock that fell back: what is written now stands before the end of the base.
	if (base?.end !== undefined && base.end.at > now()) return undefined;
	const progress = base && replay(base, tail);
	return progress && { base, tail, progress };
}

/** The whole log, folded. */
export function foldedWhole({ segments, rows }: WholeLog): Folded {
	const read = segments.flatMap((bytes) => {
		const one = readSegment(bytes);
		return 'segment' in one ? [one.segment] : [];
	});
	// Yesterday at the latest, whatever the student's rollover is.
	return refold(read, rows, localDay(now(), 0) - 2, now());
}

/** With some entries more; undefined where the whole log has to be read again. `added`: the one entry by which the acts have grown, if nothing else has changed in them. */
export function continuedBy({ base, tail, progress }: Folded, entries: readonly Entry[]): (Folded & { readonly added?: Act }) | undefined {
	const longer = [...tail, ...entries];
	const [entry] = entries;
	if (entry !== undefined && entries.length === 1) {
		const extended = extend(progress, entry);
		if (extended !== undefined) return { base, tail: longer, progress: extended, added: entry as Act };
	}
	const next = replay(base, longer);
	return next && { base, tail: longer, progress: next };
}

/** The acts with one more; undefined if the new one does not stand at the end: another was dated into the future. */
export function actsWith(acts: readonly Act[], added: Act): readonly Act[] | undefined {
	const last = acts.at(-1);
	return last !== undefined && compareEntries(last, added) > 0 ? undefined : [...acts, added];
}
