import { tooDeep, mayBeDeep } from './depth.ts';
import { addAll } from './collect.ts';
import { directionMarks } from './direction.ts';
import { bytesOf, LONGEST_LINE } from './limits.ts';
import { splitLines } from './lines.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import { scan } from './signs.ts';
import { TextLines } from './text-lines.ts';

/** A text as lines, and what can be said of it without reading it. */
export interface Source {
	readonly lines: TextLines;
	/** Whether it was given with LF at the ends of its lines. */
	readonly plain: boolean;
	/** Its size as UTF-8, as it was given. */
	readonly bytes: number;
	/** Whether no line is too long, and none even looks too deep or turned round. */
	readonly calm: boolean;
}

/** A source, and how many lines at either end are the same as in an earlier one. */
export interface ChangedSource {
	readonly source: Source;
	readonly above: number;
	readonly below: number;
}

export function readSource(text: string): Source {
	const plain = withPlainEnds(text);
	const scanned = scan(plain);
	const { bytes, calm, flat } = scanned;
	const lines = new TextLines(plain, scanned);
	return {
		lines,
		plain: plain === text,
		bytes: plain === text ? bytes : bytesOf(text),
		calm: calm && (flat || !anyDeep(lines, 0, lines.length))
	};
}

/** Reads a text that is an earlier one but for a change in one place: only what is around that place is looked at. */
export function changeSource(earlier: Source, given: string): ChangedSource {
	const { lines: old } = earlier;
	const text = withPlainEnds(given);
	const same = commonStart(old.text, text);
	const sameAtEnd = commonEnd(old.text, text, Math.min(old.text.length, text.length) - same);
	const above = firstStart(old, (start) => start > same) - 1;
	const below = Math.min(old.length - above, old.length - firstStart(old, (start) => old.text.length + 1 - start <= sameAtEnd));
	const from = old.starts[above] ?? 0;
	const tail = below === 0 ? 0 : old.text.length + 1 - (old.starts[old.length - below] ?? 0);
	const seen = scan(text.slice(from, text.length - tail));
	const plain = text === given;
	const bytes =
		plain && earlier.plain ? earlier.bytes - bytesOf(old.text.slice(from, old.text.length - tail)) + seen.bytes : bytesOf(given);
	const between = seen.signs.length;
	const starts = new Int32Array(above + between + below + 1);
	const signs = new Uint8Array(above + between + below);
	starts.set(old.starts.subarray(0, above));
	for (let at = 0; at <= between; at++) starts[above + at] = from + (seen.starts[at] ?? 0);
	const moved = text.length - old.text.length;
	for (let at = 1; at <= below; at++) starts[above + between + at] = (old.starts[old.length - below + at] ?? 0) + moved;
	signs.set(old.signs.subarray(0, above));
	signs.set(seen.signs, above);
	signs.set(old.signs.subarray(old.length - below), above + between);
	const lines = new TextLines(text, { starts, signs }, true);
	const calm = earlier.calm ? seen.calm && !anyDeep(lines, above, above + between) : scan(text).calm && !anyDeep(lines, 0, lines.length);
	return { source: { lines, plain, bytes, calm }, above, below };
}

/** The text with LF at the ends of its lines, and without a byte order mark. */
function withPlainEnds(text: string): string {
	return text.includes('\r') || text.charCodeAt(0) === 0xfeff ? splitLines(text).join('\n') : text;
}

/** The first line whose start fulfils what all later ones do too; one more than the last if none does. */
function firstStart({ starts }: TextLines, fulfils: (start: number) => boolean): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (fulfils(starts[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function anyDeep(lines: TextLines, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const code = lines.firstCode(at);
		if ((code === 32 || code === 9 || code === 62) && mayBeDeep(lines.at(at))) return true;
	}
	return false;
}

/** How many characters are compared at once: as pieces of text, which is many times faster than one by one. */
const STEP = 4096;

function commonStart(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let at = 0;
	while (at + STEP <= most && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
	while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

function commonEnd(a: string, b: string, most: number): number {
	let at = 0;
	while (at + STEP <= most && a.slice(a.length - at - STEP, a.length - at) === b.slice(b.length - at - STEP, b.length - at)) at += STEP;
	while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
	return at;
}

/** The problems of lines as such: too long, too deep, turned round. */
export function lineProblems({ lines: { text }, calm }: Source): Problem[] {
	const problems: Problem[] = [];
	if (calm) return problems;
	const lines = text.split('\n');
	lines.forEach((line, at) => {
		if (line.length <= LONGEST_LINE) return;
		const message = 'This line has more than 20,000 characters. Break it into several lines.';
		problems.push(problem('E008', rangeOn(at, 0, LONGEST_LINE), message));
	});
	addAll(problems, tooDeep(lines));
	addAll(problems, directionMarks(lines, text));
	return problems;
}
