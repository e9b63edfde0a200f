import type { Block, Known } from './cut.ts';
import type { ReadBlock } from './parse.ts';

/** The blocks of an earlier reading that stand wholly in lines that have not changed, found by where they begin now; asked for in the order of the text. */
export class Reusable {
	private readonly earlier: readonly ReadBlock[];
	private readonly above: number;
	private readonly firstBelow: number;
	private readonly moved: number;
	/** How many of the earlier blocks cutting, and who asks for what was read of them, have passed. */
	private cut = 0;
	private taken = 0;

	/** `above`, `below`: how many lines at either end are the same; `were`, `are`: how many there were and are in all. */
	constructor(earlier: readonly ReadBlock[], { above, below, were, are }: { above: number; below: number; were: number; are: number }) {
		this.earlier = earlier;
		this.above = above;
		this.firstBelow = are - below;
		this.moved = are - were;
	}

	/** For cutting: the block that begins on this line. */
	readonly at: Known = (line) => {
		const was = this.lineBefore(line);
		while ((this.earlier[this.cut]?.block.from ?? Infinity) < was) this.cut++;
		const read = this.earlier[this.cut];
		// The reach of a fence depends on all others: a block with one is cut anew.
		if (!read || !this.stands(read, was) || read.block.inert.size > 0) return undefined;
		const { block } = read;
		return line === was ? block : { ...block, from: line, to: block.to + line - was };
	};

	/** What was read of a block, if it is the same. */
	of(block: Block): ReadBlock | undefined {
		const was = this.lineBefore(block.from);
		while ((this.earlier[this.taken]?.block.from ?? Infinity) < was) this.taken++;
		const read = this.earlier[this.taken];
		if (!read || !this.stands(read, was)) return undefined;
		const moved = block.from - was;
		if (block !== read.block && !isSame(read.block, block, moved)) return undefined;
		return moved === 0 ? read : { ...read, block };
	}

	/** Where a line stood that has not changed; -1 for others. */
	private lineBefore(line: number): number {
		if (line >= this.firstBelow) return line - this.moved;
		return line < this.above ? line : -1;
	}

	/** Whether a block begins on this line and ends above any change. The line below a block ends it, so it must be the same too. */
	private stands({ kind, block }: ReadBlock, was: number): boolean {
		return (
			block.from === was &&
			kind !== 'intro' &&
			block.unclosed.length === 0 &&
			(was + this.moved >= this.firstBelow || block.to < this.above)
		);
	}
}

function isSame(old: Block, block: Block, moved: number): boolean {
	if (block.kind !== old.kind || block.to !== old.to + moved || block.unclosed.length > 0 || block.inert.size !== old.inert.size)
		return false;
	for (const [line, what] of old.inert) if (block.inert.get(line + moved) !== what) return false;
	return true;
}
