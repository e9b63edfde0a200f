import { beginsCard } from './lines.ts';

/**
 * The lines of a text whose lines end in LF, cut from it when they are asked for: most lines of a deck are looked at once, and a
 * hundred thousand of them kept would cost more than reading them.
 */
export class TextLines {
	readonly length: number;
	readonly text: string;
	/** Where each line begins, and where the one after the last would. */
	readonly starts: Int32Array;
	/** Which of the rarer signs each line has (signs.ts). */
	readonly signs: Uint8Array;
	/** Whether lines are copies: a slice keeps the whole text alive, and of many that differ by a letter none should stay. */
	readonly copies: boolean;

	constructor(text: string, { starts, signs }: { starts: Int32Array; signs: Uint8Array }, copies = false) {
		this.length = starts.length - 1;
		this.text = text;
		this.starts = starts;
		this.signs = signs;
		this.copies = copies;
	}

	/** The line with this index, without its end; empty beyond the last. */
	at(line: number): string {
		return line < this.length ? this.text.slice(this.start(line), this.start(line + 1) - 1) : '';
	}

	/** The code of a line's first character; for an empty line that of its end, or NaN at the end of the text. */
	firstCode(line: number): number {
		return this.text.charCodeAt(this.start(line));
	}

	sizeOf(line: number): number {
		return this.start(line + 1) - 1 - this.start(line);
	}

	startsWith(line: number, words: string): boolean {
		return line < this.length && this.text.startsWith(words, this.start(line));
	}

	/** Whether a card begins on this line, for all that was left open above it (`beginsCard` in lines.ts). */
	beginsCard(line: number): boolean {
		return this.startsWith(line, '## ') && beginsCard(this.at(line));
	}

	/** The lines [from, to). */
	slice(from: number, to = this.length): string[] {
		if (from >= to) return [];
		return (this.copies ? this.copy(from, to) : this.text.slice(this.start(from), this.start(to) - 1)).split('\n');
	}

	/** The text of the lines [from, to), which keeps no other text alive. */
	copy(from: number, to: number): string {
		return ` ${this.text.slice(this.start(from), this.start(to) - 1)}`.slice(1);
	}

	/** Where a line begins in the text. */
	start(line: number): number {
		return this.starts[line] ?? this.text.length + 1;
	}
}
