import type { Block, Inert, Unclosed } from './cut.ts';
import type { TextLines } from './text-lines.ts';

/** The lines of a block by themselves, and what is inert or unclosed in them; lines count from the block's first. */
export interface Own {
	readonly lines: readonly string[];
	readonly inert: ReadonlyMap<number, Inert>;
	readonly unclosed: readonly Unclosed[];
	/** Which of the rarer signs it has. */
	readonly signs: number;
}

export function ownOf(lines: TextLines, { from, to, inert, unclosed }: Block): Own {
	let found = 0;
	for (let at = from; at < to; at++) found |= lines.signs[at] ?? 0;
	return {
		signs: found,
		lines: lines.slice(from, to),
		inert: inert.size === 0 ? inert : new Map([...inert].map(([line, what]) => [line - from, what])),
		unclosed: unclosed.length === 0 ? unclosed : unclosed.map((it) => ({ ...it, line: it.line - from, end: it.end - from }))
	};
}
