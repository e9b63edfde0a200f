import { closesFence, fenceOn, Fences } from './fences.ts';
import { LONGEST_LINE } from './limits.ts';
import { dedent, indentOf, isBlank } from './lines.ts';
import { FENCE } from './signs.ts';
import type { TextLines } from './text-lines.ts';

/** A fence or comment that was never closed. `end`: the index of the line before which reading resumes. */
export interface Unclosed {
	readonly what: 'fence' | 'comment';
	readonly line: number;
	readonly column: number;
	readonly end: number;
	/** What would close it. */
	readonly closer: string;
}

/** What a line is inside of, if it is not to be read. */
export type Inert = 'code' | 'comment';

/** A stretch of lines that is read on its own: what stands before the first heading, a section's head, or a note. */
export interface Block {
	readonly kind: 'intro' | 'section' | 'note';
	readonly from: number;
	readonly to: number;
	/** Lines of fenced code and of comments of several lines, by their index in the text. */
	readonly inert: ReadonlyMap<number, Inert>;
	readonly unclosed: readonly Unclosed[];
}

const LF = 10;
const BLANK = 32;
const HYPHEN = 45;
const LESS = 60;
const NONE: ReadonlyMap<number, Inert> = new Map();
const ALL_CLOSED: readonly Unclosed[] = [];

/** How many hashes a heading has: 1 to 6, or 0 if the line is none. `##Word` counts: the missing space is a mistake (E101). */
export function headingLevel(line: string): number {
	let at = 0;
	while (at < 4 && line.charCodeAt(at) === 32) at++;
	if (at === 4 || line.charCodeAt(at) !== 35) return 0;
	let end = at;
	while (line.charCodeAt(end) === 35) end++;
	const level = end - at;
	if (level > 6) return 0;
	const after = line.charCodeAt(end);
	if (Number.isNaN(after) || after === 32 || after === 9) return level;
	return level === 1 ? 0 : level;
}

/** Cuts the lines from `from` on into blocks. One pass; what is inside fences and comments cuts nothing. */
export function cutBlocks(lines: TextLines, from: number, known?: Known): Block[] {
	return new Cutter(lines, from, known).run();
}

/**
 * The block that begins on this line, if it is known; asked for ascending lines. Only a block without inert lines can be known:
 * where it ends depends on nothing but its own lines and the next one.
 */
export type Known = (line: number) => Block | undefined;

class Cutter {
	private readonly blocks: Block[] = [];
	/** The kind of the block that is open, if one is. */
	private kind: Block['kind'] | undefined = 'intro';
	private start: number;
	private inert: Map<number, Inert> | undefined;
	private unclosed: Unclosed[] | undefined;
	private fences: Fences | undefined;
	/** Where the text of the innermost list item begins, in columns; 0 outside lists. */
	private listIndent = 0;
	private nextCommentEnd = -1;
	private readonly lines: TextLines;
	private readonly from: number;
	private readonly known: Known | undefined;

	constructor(lines: TextLines, from: number, known: Known | undefined) {
		this.known = known;
		this.lines = lines;
		this.from = from;
		this.start = from;
	}

	run(): Block[] {
		const { lines } = this;
		for (let at = this.from; at < lines.length; at++) {
			const code = lines.firstCode(at);
			if (code === LF) continue;
			// A line that begins with a letter is by far the most frequent and can only end a list.
			if ((code >= 65 && code <= 122 && code !== 96) || lines.sizeOf(at) > LONGEST_LINE) {
				if (at > 0 && lines.sizeOf(at - 1) === 0) this.listIndent = 0;
				continue;
			}
			if (this.readPlain(code, at)) continue;
			const known = code === 35 ? this.known?.(at) : undefined;
			at = known ? this.take(known) : this.read(lines.at(at), at);
		}
		this.close(lines.length);
		return this.blocks;
	}

	/** Reads a line that a few characters tell to be a bullet, feedback in it, or an id; whether it is one. */
	private readPlain(code: number, at: number): boolean {
		const { text, signs } = this.lines;
		if (((signs[at] ?? 0) & FENCE) !== 0) return false;
		const start = this.lines.start(at);
		if (code === HYPHEN) {
			if (text.charCodeAt(start + 1) !== BLANK || text.charCodeAt(start + 2) <= BLANK) return false;
			this.listIndent = 2;
			return true;
		}
		if (code === BLANK) return text.startsWith('  > ', start) && this.listIndent === 2;
		const close = this.lines.start(at + 1) - 4;
		return code === LESS && this.listIndent === 0 && close >= start + 4 && text.startsWith('-->', close);
	}

	/** Takes a known block and those below it, as far as they are known: where one ends the next begins. */
	private take(first: Block): number {
		this.close(first.from);
		this.kind = undefined;
		this.listIndent = 0;
		for (let block = first; ;) {
			this.blocks.push(block);
			const next = this.known?.(block.to);
			if (!next) return block.to - 1;
			block = next;
		}
	}

	/** Reads one line and gives the index of the last line that it took. */
	private read(line: string, at: number): number {
		if (isBlank(line)) return at;
		const indent = indentOf(line);
		if (indent < this.listIndent) this.listIndent = isItem(line, indent) || !isBlank(this.lines.at(at - 1)) ? this.listIndent : 0;
		if (indent < 2 || this.listIndent === 0) {
			const level = headingLevel(line);
			if (level > 0) {
				this.listIndent = 0;
				if (level <= 2) this.open(level === 1 ? 'section' : 'note', at);
				return at;
			}
		}
		const item = itemIndent(line, indent, this.listIndent);
		if (item > 0) this.listIndent = item;
		const inner = item > 0 ? dedent(line, item).trimStart() : line;
		if (fenceOn(inner, at) && (indent < 4 || this.listIndent > 0)) return this.readFence(line, inner, at);
		if (indent < 4 && line.startsWith('<!--', indent)) return this.readComment(line, at);
		return at;
	}

	private readFence(line: string, inner: string, at: number): number {
		const inList = this.listIndent > 0 && (indentOf(line) >= this.listIndent || inner !== line);
		const end = inList ? this.endOfListFence(inner, at) : this.endOfFence(at);
		if (end.closed) return this.markInert('code', at, end.line);
		const opener = fenceOn(inner, at);
		const closer = (opener?.char ?? '`').repeat(opener?.length ?? 3);
		this.addUnclosed({ what: 'fence', line: at, column: line.length - inner.trimStart().length, end: end.line, closer });
		return this.markInert('code', at, end.line - 1);
	}

	private endOfFence(at: number): { line: number; closed: boolean } {
		this.fences ??= new Fences(this.lines, this.from);
		const closing = this.fences.closingLine(at, (from, to) => this.nextNote(from, to) < to);
		return closing >= 0 ? { line: closing, closed: true } : { line: this.nextNote(at + 1, this.lines.length), closed: false };
	}

	/** A fence in a list item ends with the item at the latest. */
	private endOfListFence(inner: string, at: number): { line: number; closed: boolean } {
		const opener = fenceOn(inner, at);
		let next = at + 1;
		for (; next < this.lines.length; next++) {
			const line = this.lines.at(next);
			if (isBlank(line)) continue;
			if (indentOf(line) < this.listIndent) break;
			const fence = fenceOn(line, next);
			if (opener && fence && closesFence(fence, opener)) return { line: next, closed: true };
		}
		return { line: next, closed: false };
	}

	private readComment(line: string, at: number): number {
		const open = line.indexOf('<!--');
		if (line.includes('-->', open + 4)) return at;
		if (isOpenId(line)) {
			this.addUnclosed({ what: 'comment', line: at, column: open, end: at + 1, closer: '-->' });
			return this.markInert('comment', at, at);
		}
		const end = this.nextNote(at + 1, this.lines.length);
		const close = this.commentEnd(at + 1);
		const closing = this.lines.at(close);
		// A comment may hold whole cards, but what ends another comment (an id, most often) did not end this one.
		const own = close < end || !closing.slice(0, closing.indexOf('-->')).includes('<!--');
		if (close < this.lines.length && own) return this.markInert('comment', at, close);
		this.addUnclosed({ what: 'comment', line: at, column: open, end, closer: '-->' });
		return this.markInert('comment', at, end - 1);
	}

	/** The first line from `from` on that ends a comment. Asked for ascending lines, so the last answer often still holds. */
	private commentEnd(from: number): number {
		if (this.nextCommentEnd < from) {
			let at = from;
			while (at < this.lines.length && !this.lines.at(at).includes('-->')) at++;
			this.nextCommentEnd = at;
		}
		return this.nextCommentEnd;
	}

	/** The first line in [from, to) that begins a card in column 0, or `to`. */
	private nextNote(from: number, to: number): number {
		let at = from;
		while (at < to && !this.lines.beginsCard(at)) at++;
		return at;
	}

	private markInert(inert: Inert, from: number, to: number): number {
		this.inert ??= new Map();
		for (let at = from; at <= to; at++) this.inert.set(at, inert);
		return to;
	}

	private addUnclosed(unclosed: Unclosed): void {
		this.unclosed ??= [];
		this.unclosed.push(unclosed);
	}

	private open(kind: Block['kind'], at: number): void {
		this.close(at);
		this.kind = kind;
		this.start = at;
		this.inert = undefined;
		this.unclosed = undefined;
	}

	private close(to: number): void {
		if (this.kind === undefined || (this.kind === 'intro' && to === this.start)) return;
		this.blocks.push({ kind: this.kind, from: this.start, to, inert: this.inert ?? NONE, unclosed: this.unclosed ?? ALL_CLOSED });
	}
}

/** `<!-- #anarchy`: an id whose comment is not closed. Nobody begins a comment of several lines like that. */
function isOpenId(line: string): boolean {
	const words = line.trim();
	if (!words.startsWith('<!--')) return false;
	const id = words.slice(4).trim();
	return id.startsWith('#') && id.length > 1 && (!id.includes(' ') || /^\S+ -{1,2}$/u.test(id));
}

function isItem(line: string, indent: number): boolean {
	return itemIndent(line, indent, indent) > 0;
}

/** Where the text of the list item on this line begins, in columns, or 0 if the line begins none. */
function itemIndent(line: string, indent: number, listIndent: number): number {
	if (indent >= listIndent + 4) return 0;
	let end = line.length - line.trimStart().length;
	const code = line.charCodeAt(end);
	if (code === 45 || code === 42 || code === 43) end++;
	else {
		const digits = end;
		while (end - digits < 9 && line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end++;
		if (end === digits || (line[end] !== '.' && line[end] !== ')')) return 0;
		end++;
	}
	const marker = end - (line.length - line.trimStart().length);
	const after = line.charCodeAt(end);
	if (after !== 32 && after !== 9) return Number.isNaN(after) ? indent + marker + 1 : 0;
	const spaces = indentOf(line.slice(end));
	return indent + marker + (spaces > 4 ? 1 : spaces);
}
