import { corrected, correctionsIn } from '#lib/core/review/corrections.ts';
import type { Day, Entry, Millis } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf, packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
import { DAY_MS } from './day.ts';
import type { Base, Progress } from './progress.ts';
import { rebuild } from './rebuild.ts';
import { replay } from './replay.ts';

/** A log as a base that rests and its end, which still changes. */
export interface Folded {
	readonly base: Base;
	/** The entries behind the base, in order. */
	readonly tail: readonly Entry[];
	readonly progress: Progress;
}

/**
 * Folds a whole log: segments, and entries in the order of the log that are in none of them. The base reaches up to the first
 * entry of `recent`, the learner's day from which on answers may still be taken back. Where entries were dated ahead and redated
 * since, it ends before those, so that what is written now stands behind it; where others were moved across it, it is the whole log.
 */
export function refold(segments: readonly Segment[], rows: readonly Entry[], recent: Day): Folded {
	const ahead = segments.filter(({ head }) => head.to >= futureOf(recent));
	const sealed = ahead.length === 0 ? segments : segments.filter((segment) => !ahead.includes(segment));
	const loose = ahead.length === 0 ? rows : merge(rows, ahead.flatMap(entriesOf));
	const cut = cutOf(sealed, loose, recent);
	const tail = loose.slice(cut);
	const base = rebuild([...sealed, ...asSegment(loose.slice(0, cut))], tail);
	const progress = replay(base, tail);
	if (progress !== undefined) return { base, tail, progress };
	const whole = rebuild([...segments, ...asSegment(rows)]);
	return { base: whole, tail: [], progress: replay(whole, []) ?? whole };
}

/** Later than any clock on earth reads two days after `recent`, which is today. */
function futureOf(recent: Day): Millis {
	return (recent + 4) * DAY_MS;
}

/** Where the tail begins: at the first entry of `recent`; before it, where that has to count for an earlier time. */
function cutOf(sealed: readonly Segment[], loose: readonly Entry[], recent: Day): number {
	const first = loose.findIndex((entry) => 'day' in entry && entry.day >= recent);
	let cut = first < 0 ? loose.length : first;
	if ((loose.at(-1)?.at ?? -Infinity) < futureOf(recent)) return cut;
	const corrections = correctionsIn([...sealed.flatMap(({ others }) => others), ...loose]);
	for (;;) {
		const earliest = loose.slice(cut).reduce((least, entry) => Math.min(least, corrected(entry, corrections)?.at ?? least), Infinity);
		const before = loose.findIndex(({ at }) => at >= earliest);
		if (before < 0 || before >= cut) return cut;
		cut = before;
	}
}

function asSegment(rows: readonly Entry[]): readonly Segment[] {
	if (rows.length === 0) return [];
	const read = readSegment(packSegment(rows));
	if ('damage' in read) throw new Error('A segment that was just packed can be read.');
	return [read.segment];
}
