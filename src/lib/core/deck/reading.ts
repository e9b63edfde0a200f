import type { Block, Inert, Unclosed } from './cut.ts';
import { Meanings } from './meaning.ts';
import type { Problem } from './problem.ts';
import type { TextLines } from './text-lines.ts';

/** A block that is being read: its lines, counted from its first, and where its problems go. */
export class Reading {
	/** How many lines it has. */
	readonly length: number;
	/** The text in which its lines stand: that of the whole deck, or a copy of its own. */
	readonly text: string;
	/** Lines inside fences and comments. */
	readonly inert: ReadonlyMap<number, Inert>;
	readonly unclosed: readonly Unclosed[];
	readonly problems: Problem[] = [];
	/** Which of the rarer signs its lines have in all (signs.ts). */
	readonly signs: number;
	/** What facts have meant so far in this deck. */
	readonly meanings: Meanings;
	private readonly all: TextLines;
	private readonly first: number;
	/** Where the text begins in that of the deck. */
	private readonly offset: number;
	private cut: readonly string[] | undefined;

	constructor(all: TextLines, { from, to, inert, unclosed }: Block, meanings = new Meanings()) {
		this.meanings = meanings;
		this.length = to - from;
		this.all = all;
		this.first = from;
		this.text = all.copies ? all.copy(from, to) : all.text;
		this.offset = all.copies ? all.start(from) : 0;
		let signs = 0;
		for (let at = from; at < to; at++) signs |= all.signs[at] ?? 0;
		this.signs = signs;
		this.inert = inert.size === 0 ? inert : new Map([...inert].map(([line, what]) => [line - from, what]));
		this.unclosed = unclosed.length === 0 ? unclosed : unclosed.map((it) => ({ ...it, line: it.line - from, end: it.end - from }));
	}

	/** All lines. They are cut when somebody asks: most cards are read without. */
	get lines(): readonly string[] {
		return (this.cut ??= this.text.slice(this.startOf(0), this.endOf(this.length - 1)).split('\n'));
	}

	/** One line. */
	line(at: number): string {
		return at < this.length ? this.text.slice(this.startOf(at), this.endOf(at)) : '';
	}

	/** Where a line begins in the text. */
	startOf(at: number): number {
		return (this.all.starts[this.first + at] ?? 0) - this.offset;
	}

	/** Where a line ends in the text. */
	endOf(at: number): number {
		return (this.all.starts[this.first + at + 1] ?? 0) - 1 - this.offset;
	}

	/** The lines [from, to) as they stand in the text. */
	between(from: number, to: number): string {
		return this.text.slice(this.startOf(from), this.endOf(to - 1));
	}

	/** Which of the rarer signs a line has. */
	signsOf(at: number): number {
		return this.all.signs[this.first + at] ?? 0;
	}

	/** Whether some line has this sign. */
	has(sign: number): boolean {
		return (this.signs & sign) !== 0;
	}
}
