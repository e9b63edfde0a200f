import type { Block, Known } from './cut.ts';
import type { ReadBlock } from './parse.ts';

/** The blocks of an earlier reading that stand wholly in lines that have not changed, found by where they begin now. Cutting asks for ascending lines. */
export class Reusable {
	private readonly earlier: readonly ReadBlock[];
	private readonly above: number;
	private readonly firstBelow: number;
	private readonly moved: number;
	/** What was found, in the order of the text, and how many of it have been asked for. */
	private readonly found: { readonly read: ReadBlock; readonly moved: number; readonly block?: Block }[] = [];
	private taken = 0;
	private next = 0;

	/** `above`, `below`: how many lines at either end are the same; `were`, `are`: how many there were and are in all. */
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
		if (read?.block.from !== was || read.kind === 'intro' || read.block.unclosed.length > 0) return undefined;
		// The line below a block ends it, so it must be the same too.
		if (!isBelow && read.block.to >= this.above) return undefined;
		const { block } = read;
		if (block.inert.size > 0) {
			this.found.push({ read, moved: line - was });
			return undefined;
		}
		const moved = line === was ? block : { ...block, from: line, to: block.to + line - was };
		this.found.push({ read, moved: line - was, block: moved });
		return moved;
	};

	/** What was read of a block, if it is the same; asked for in the order of the text. */
	of(block: Block): ReadBlock | undefined {
		while ((this.startOf(this.taken) ?? Infinity) < block.from) this.taken++;
		const found = this.found[this.taken];
		if (!found || this.startOf(this.taken) !== block.from) return undefined;
		const { read, moved } = found;
		// The reach of a fence depends on all others: a block with one is cut anew, and is the same if as much of it is inert.
		if (found.block !== block && !isSame(read.block, block, moved)) return undefined;
		return moved === 0 ? read : { ...read, block };
	}

	private startOf(at: number): number | undefined {
		const found = this.found[at];
		return found && found.read.block.from + found.moved;
	}
}

function isSame(old: Block, block: Block, moved: number): boolean {
	if (block.kind !== old.kind || block.to !== old.to + moved || block.unclosed.length > 0 || block.inert.size !== old.inert.size)
		return false;
	for (const [line, what] of old.inert) if (block.inert.get(line + moved) !== what) return false;
	return true;
}
