import type { Block, Known } from './cut.ts';
import type { ReadBlock } from './parse.ts';

/** The blocks of an earlier reading that stand wholly in lines that have not changed, found by where they begin now. */
export class Reusable {
	private readonly earlier: readonly ReadBlock[];
	private readonly above: number;
	private readonly firstBelow: number;
	private readonly moved: number;
	private readonly found = new Map<Block, ReadBlock>();
	private next = 0;

	/** `above`, `below`: how many lines at either end are the same; `lines`, `lineCount`: how many there were and are. */
	constructor(earlier: readonly ReadBlock[], { above, below, were, are }: { above: number; below: number; were: number; are: number }) {
		this.earlier = earlier;
		this.above = above;
		this.firstBelow = are - below;
		this.moved = are - were;
	}

	/** For cutting: the block that begins on this line. */
	readonly at: Known = (line) => {
		const isBelow = line >= this.firstBelow;
		if (!isBelow && line >= this.above) return undefined;
		const was = isBelow ? line - this.moved : line;
		while ((this.earlier[this.next]?.block.from ?? Infinity) < was) this.next++;
		const read = this.earlier[this.next];
		if (read?.block.from !== was || read.kind === 'intro' || read.block.inert.size + read.block.unclosed.length > 0) return undefined;
		// The line below a block ends it, so it must be the same too.
		if (!isBelow && read.block.to >= this.above) return undefined;
		const block = isBelow && this.moved !== 0 ? { ...read.block, from: line, to: read.block.to + this.moved } : read.block;
		this.found.set(block, block === read.block ? read : { ...read, block });
		return block;
	};

	/** What was read of a block that was found. */
	of(block: Block): ReadBlock | undefined {
		return this.found.get(block);
	}
}
