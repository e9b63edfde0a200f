import { firstInk, indentOf } from './lines.ts';
import { FENCE } from './signs.ts';
import type { TextLines } from './text-lines.ts';

/** A line that opens or closes fenced code. `bare`: nothing follows the fence, so that it can close one. */
interface Fence {
	readonly line: number;
	readonly char: string;
	readonly length: number;
	readonly bare: boolean;
}

/** The fence that a line is, if it is one: at least three backticks or tildes, at any indent. */
export function fenceOn(text: string, line: number): Fence | undefined {
	const ink = firstInk(text);
	const char = text.charAt(ink);
	if (char !== '`' && char !== '~') return undefined;
	let end = ink;
	while (text.charAt(end) === char) end++;
	if (end - ink < 3) return undefined;
	if (char === '`' && text.includes('`', end)) return undefined;
	return { line, char, length: end - ink, bare: text.slice(end).trim() === '' };
}

/** Whether one fence closes the other. */
export function closesFence(closer: Fence, opener: Fence): boolean {
	return closer.bare && closer.char === opener.char && closer.length >= opener.length;
}

/** What it costs to take a fence for unclosed, a heading with an id for code, and any other `## ` for code. */
const UNCLOSED = 1.5;
const SWALLOWED_CARD = 1;
const SWALLOWED_HEADING = 0.25;

/**
 * Which fences of a text are closed, and where. If all of them pair up as CommonMark pairs them, that is the reading. If not, one
 * was never closed or opened, and CommonMark would let it swallow cards or turn code and text inside out to the end of the file.
 * Then the reading is taken that supposes the fewest unclosed fences and swallows the fewest cards.
 */
export class Fences {
	private readonly lines: TextLines;
	private readonly fences: readonly Fence[];
	/** For each fence, the index of the fence that closes it, or -1. */
	private readonly closers: Int32Array;
	/** For each fence, 1 if it is taken for unclosed. */
	private readonly unclosed: Uint8Array;
	/** For each fence, the index of the first fence after the next `## `, where reading resumes if it is unclosed. */
	private readonly following: Int32Array;
	/** For each fence, 1 if it opens code in the reading of the whole text. */
	private readonly opens: Uint8Array;

	constructor(lines: TextLines, from: number) {
		this.lines = lines;
		this.fences = fencesFrom(lines, from);
		this.closers = closersOf(this.fences);
		this.unclosed = new Uint8Array(this.fences.length);
		this.following = new Int32Array(this.fences.length);
		this.opens = new Uint8Array(this.fences.length);
		if (!this.allPairUp()) this.weigh(from);
		for (let at = 0; at < this.fences.length;) {
			this.opens[at] = 1;
			at = this.unclosed[at] === 1 ? (this.following[at] ?? Infinity) : (this.closers[at] ?? 0) + 1;
		}
	}

	/**
	 * The line that closes the fence opened on this line, or -1 if it was never closed. A fence that opens nothing in the reading
	 * of the whole (a comment above has taken its partner) is only closed if that swallows no card.
	 */
	closingLine(line: number, swallows: (from: number, to: number) => boolean): number {
		const at = this.indexOf(line);
		if (at < 0 || this.unclosed[at] === 1) return -1;
		const end = this.fences[this.closers[at] ?? -1]?.line ?? -1;
		return this.opens[at] === 0 && end >= 0 && swallows(line + 1, end) ? -1 : end;
	}

	private allPairUp(): boolean {
		let at = 0;
		while (at < this.fences.length) {
			const closer = this.closers[at] ?? -1;
			if (closer < 0) return false;
			at = closer + 1;
		}
		return true;
	}

	/** Decides, from the last fence to the first, whether it is cheaper to believe its closer or not. */
	private weigh(from: number): void {
		const { fences, lines } = this;
		const swallowed = new Float64Array(lines.length + 1);
		for (let line = from; line < lines.length; line++) swallowed[line + 1] = (swallowed[line] ?? 0) + this.weightOf(line);
		const costs = new Float64Array(fences.length + 1);
		let nextNote = lines.length;
		let afterNote = fences.length;
		for (let at = fences.length - 1; at >= 0; at--) {
			const { line } = fences[at] ?? { line: 0 };
			const below = fences[at + 1]?.line ?? lines.length;
			for (let between = below - 1; between > line; between--) {
				if (!lines.beginsCard(between)) continue;
				nextNote = between;
				afterNote = at + 1;
			}
			const open = UNCLOSED + (nextNote < lines.length ? (costs[afterNote] ?? 0) : 0);
			const closer = this.closers[at] ?? -1;
			const end = fences[closer]?.line ?? 0;
			const closed = closer < 0 ? Infinity : (swallowed[end] ?? 0) - (swallowed[line] ?? 0) + (costs[closer + 1] ?? 0);
			costs[at] = Math.min(open, closed);
			this.following[at] = nextNote < lines.length ? afterNote : fences.length;
			this.unclosed[at] = open < closed ? 1 : 0;
		}
	}

	private weightOf(line: number): number {
		if (!this.lines.beginsCard(line)) return 0;
		return this.lines.startsWith(line + 1, '<!-- #') ? SWALLOWED_CARD : SWALLOWED_HEADING;
	}

	private indexOf(line: number): number {
		let low = 0;
		let high = this.fences.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const found = this.fences[middle]?.line ?? 0;
			if (found === line) return middle;
			if (found < line) low = middle + 1;
			else high = middle - 1;
		}
		return -1;
	}
}

function fencesFrom(lines: TextLines, from: number): Fence[] {
	const fences: Fence[] = [];
	for (let line = from; line < lines.length; line++) {
		if (((lines.signs[line] ?? 0) & FENCE) === 0) continue;
		const first = lines.firstCode(line);
		if (first !== 96 && first !== 126 && first !== 32) continue;
		const text = lines.at(line);
		const fence = indentOf(text) < 4 ? fenceOn(text, line) : undefined;
		if (fence) fences.push(fence);
	}
	return fences;
}

/** For each fence, the index of the first bare fence after it of the same character that is at least as long, or -1. */
function closersOf(fences: readonly Fence[]): Int32Array {
	const closers = new Int32Array(fences.length).fill(-1);
	/** For each bare fence, the index of the nearest later one that is longer: the walk over these is no longer than the opener. */
	const longer = new Int32Array(fences.length).fill(-1);
	const nearest: Record<string, number> = { '`': -1, '~': -1 };
	for (let at = fences.length - 1; at >= 0; at--) {
		const fence = fences[at];
		if (!fence) continue;
		let closer = nearest[fence.char] ?? -1;
		while (closer >= 0 && (fences[closer]?.length ?? 0) < fence.length) closer = longer[closer] ?? -1;
		closers[at] = closer;
		if (!fence.bare) continue;
		let above = nearest[fence.char] ?? -1;
		while (above >= 0 && (fences[above]?.length ?? 0) <= fence.length) above = longer[above] ?? -1;
		longer[at] = above;
		nearest[fence.char] = at;
	}
	return closers;
}
