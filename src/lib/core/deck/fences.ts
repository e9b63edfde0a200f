import { firstInk, indentOf } from './lines.ts';

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

/**
 * Which fences of a text are closed, and where. CommonMark lets an unclosed fence swallow the rest of the text, or pair up with
 * the opener of the next one. Here a fence that would swallow a `## ` is only believed if all later fences then still pair up.
 */
export class Fences {
	private readonly fences: readonly Fence[];
	/** For each fence, the index of the nearest later bare fence of the same character that is longer. */
	private readonly longer: Int32Array;
	/** For each fence, the index of the first bare fence of either character at or after it. */
	private readonly nextBare: Readonly<Record<string, Int32Array>>;
	/** For each fence, the index of the first fence of its character after it that names a language, and so can only open. */
	private readonly nextOpener: Int32Array;
	/** Whether the fences from an index on pair up, read as CommonMark does. */
	private readonly clean: Uint8Array;

	constructor(lines: readonly string[], from: number) {
		const fences: Fence[] = [];
		for (let line = from; line < lines.length; line++) {
			const text = lines[line] ?? '';
			const first = text.charCodeAt(0);
			if (first !== 96 && first !== 126 && first !== 32) continue;
			const fence = indentOf(text) < 4 ? fenceOn(text, line) : undefined;
			if (fence) fences.push(fence);
		}
		this.fences = fences;
		const count = fences.length;
		this.longer = new Int32Array(count).fill(-1);
		const next = { '`': new Int32Array(count + 1).fill(-1), '~': new Int32Array(count + 1).fill(-1) };
		this.nextOpener = new Int32Array(count);
		const opener: Record<string, number> = { '`': count, '~': count };
		for (let at = count - 1; at >= 0; at--) {
			const fence = fences[at];
			const char = fence?.char ?? '';
			this.nextOpener[at] = opener[char] ?? count;
			if (fence && !fence.bare) opener[char] = at;
			next['`'][at] = next['`'][at + 1] ?? -1;
			next['~'][at] = next['~'][at + 1] ?? -1;
			if (!fence?.bare) continue;
			const column = fence.char === '`' ? next['`'] : next['~'];
			let other = column[at + 1] ?? -1;
			while (other >= 0 && (fences[other]?.length ?? 0) <= fence.length) other = this.longer[other] ?? -1;
			this.longer[at] = other;
			column[at] = at;
		}
		this.nextBare = next;
		this.clean = new Uint8Array(count + 1);
		this.clean[count] = 1;
		for (let at = count - 1; at >= 0; at--) {
			const closer = this.closerOf(at);
			this.clean[at] = closer < 0 ? 0 : (this.clean[closer + 1] ?? 1);
		}
	}

	/** The line that closes the fence opened on this line, or -1 if it was never closed. `swallows`: whether lines between hold a card. */
	closingLine(line: number, swallows: (from: number, to: number) => boolean): number {
		const at = this.indexOf(line);
		const closer = at < 0 ? -1 : this.closerOf(at);
		const end = this.fences[closer]?.line ?? -1;
		if (closer < 0 || !swallows(line + 1, end)) return end;
		const opensBetween = (this.nextOpener[at] ?? 0) < closer;
		return !opensBetween && this.clean[closer + 1] === 1 ? end : -1;
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

	/** The index of the fence that closes this one. The walk is no longer than the opener's own length. */
	private closerOf(at: number): number {
		const opener = this.fences[at];
		if (!opener) return -1;
		let other = this.nextBare[opener.char]?.[at + 1] ?? -1;
		while (other >= 0 && (this.fences[other]?.length ?? 0) < opener.length) other = this.longer[other] ?? -1;
		return other;
	}
}
