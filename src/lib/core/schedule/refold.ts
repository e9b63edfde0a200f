import type { Day, Entry } from '#lib/core/review/entry.ts';
import { packSegment, readSegment, type Segment } from '#lib/core/review/segment.ts';
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
 * entry of `recent`, the learner's day from which on answers may still be taken back; or to the end, where a clock put right
 * has moved entries across that day.
 */
export function refold(segments: readonly Segment[], rows: readonly Entry[], recent: Day): Folded {
	const first = rows.findIndex((entry) => 'day' in entry && entry.day >= recent);
	const cut = first < 0 ? rows.length : first;
	const tail = rows.slice(cut);
	const base = rebuild([...segments, ...asSegment(rows.slice(0, cut))], tail);
	const progress = replay(base, tail);
	if (progress !== undefined) return { base, tail, progress };
	const whole = rebuild([...segments, ...asSegment(rows)]);
	return { base: whole, tail: [], progress: replay(whole, []) ?? whole };
}

function asSegment(rows: readonly Entry[]): readonly Segment[] {
	if (rows.length === 0) return [];
	const read = readSegment(packSegment(rows));
	if ('damage' in read) throw new Error('A segment that was just packed can be read.');
	return [read.segment];
}
