import type { ReadBlock } from './parse.ts';

/**
 * Which blocks are others than those of an earlier reading: [from, to) now were [from, wasTo) then. All others are the very same, on the
 * same lines; an intro at the beginning, which has neither notes nor ids, counts as one of them.
 */
export interface ChangedBlocks {
	readonly from: number;
	readonly to: number;
	readonly wasTo: number;
	/** Whether this is so of some block that has come or gone. */
	some(is: (read: ReadBlock) => boolean): boolean;
}

/** Compares blocks from both ends. */
export function changedBlocks(blocks: readonly ReadBlock[], earlier: readonly ReadBlock[]): ChangedBlocks {
	const most = Math.min(blocks.length, earlier.length);
	let from = blocks[0]?.kind === 'intro' && earlier[0]?.kind === 'intro' ? 1 : 0;
	while (from < most && blocks[from] === earlier[from]) from++;
	let [to, wasTo] = [blocks.length, earlier.length];
	while (to > from && wasTo > from && blocks[to - 1] === earlier[wasTo - 1]) {
		to--;
		wasTo--;
	}
	return { from, to, wasTo, some: (is) => blocks.slice(from, to).some(is) || earlier.slice(from, wasTo).some(is) };
}
