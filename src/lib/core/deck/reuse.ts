import type { Parts } from './assemble.ts';
import type { Block } from './cut.ts';
import type { ReadBlock } from './parse.ts';

/** Reads the blocks of a text, and takes those that stand above or below all that has changed from an earlier reading. */
export function reuseBlocks(
	lines: readonly string[],
	blocks: readonly Block[],
	earlier: Parts,
	read: (lines: readonly string[], block: Block) => ReadBlock
): ReadBlock[] {
	const above = equalLines(lines, earlier.lines);
	const below = equalLinesAtEnd(lines, earlier.lines, Math.min(lines.length, earlier.lines.length) - above);
	const moved = lines.length - earlier.lines.length;
	const shift = earlier.blocks.length - blocks.length;
	return blocks.map((block, at) => {
		const inPlace = block.to <= above ? earlier.blocks[at] : undefined;
		if (inPlace && isSame(block, inPlace.block, 0)) return inPlace;
		const old = block.from >= lines.length - below ? earlier.blocks[at + shift] : undefined;
		return old && isSame(block, old.block, moved) ? { ...old, block } : read(lines, block);
	});
}

/** Whether two blocks are the same stretch of lines. What is inside fences and comments is read again, as their reach may have changed. */
function isSame(block: Block, old: Block, moved: number): boolean {
	const plain = block.inert.size + old.inert.size + block.unclosed.length + old.unclosed.length === 0;
	return plain && block.kind === old.kind && block.from === old.from + moved && block.to === old.to + moved;
}

function equalLines(a: readonly string[], b: readonly string[]): number {
	const most = Math.min(a.length, b.length);
	let count = 0;
	while (count < most && a[count] === b[count]) count++;
	return count;
}

function equalLinesAtEnd(a: readonly string[], b: readonly string[], most: number): number {
	let count = 0;
	while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
	return count;
}
