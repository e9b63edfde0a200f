import { tooDeep, mayBeDeep } from './depth.ts';
import { addAll } from './collect.ts';
import { directionMarks } from './direction.ts';
import { bytesOf, LONGEST_LINE } from './limits.ts';
import { splitLines } from './lines.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import { scan } from './signs.ts';

/** A text as lines, and what can be said of it without reading it. */
export interface Source {
	readonly text: string;
	readonly lines: readonly string[];
	/** Whether lines end in LF alone, so that their places are known from their lengths. */
	readonly plain: boolean;
	/** Its size as UTF-8. */
	readonly bytes: number;
	/** Whether no line is too long, and none even looks too deep or turned round. */
	readonly calm: boolean;
	/** Which of the rarer signs each line has. */
	readonly signs: Uint8Array;
}

/** A source, and how many lines at either end are the same as in an earlier one. */
export interface ChangedSource {
	readonly source: Source;
	readonly above: number;
	readonly below: number;
}

export function readSource(text: string): Source {
	const plain = isPlain(text);
	const lines = plain ? text.split('\n') : splitLines(text);
	const { signs, bytes, calm } = scan(plain ? text : lines.join('\n'), lines.length);
	return { text, lines, plain, bytes: plain ? bytes : bytesOf(text), calm: calm && !lines.some(mayBeDeep), signs };
}

/** Reads a text that is an earlier one but for a change in one place: only what is around that place is looked at line by line. */
export function changeSource(earlier: Source, text: string): ChangedSource {
	if (!earlier.plain) return compareLines(earlier, readSource(text));
	const same = commonStart(earlier.text, text);
	const sameAtEnd = commonEnd(earlier.text, text, Math.min(earlier.text.length, text.length) - same);
	const { lines } = earlier;
	let above = 0;
	let start = 0;
	for (let next = 0; above < lines.length; above++) {
		next += (lines[above] ?? '').length + 1;
		if (next > same) break;
		start = next;
	}
	let below = 0;
	let tail = 0;
	for (let next = 0; below < lines.length - above; below++) {
		next += (lines[lines.length - 1 - below] ?? '').length + 1;
		if (next > sameAtEnd) break;
		tail = next;
	}
	const before = earlier.text.slice(start, earlier.text.length - tail);
	// A slice keeps the whole text alive that it was cut from; of many texts that differ by a letter none should stay for a line's sake.
	const changed = ` ${text.slice(start, text.length - tail)}`.slice(1);
	if (!isPlain(changed)) return compareLines(earlier, readSource(text));
	const between = changed.split('\n');
	const all = lines.slice(0, above).concat(between, lines.slice(lines.length - below));
	const seen = scan(changed, between.length);
	const bytes = earlier.bytes - bytesOf(before) + seen.bytes;
	const signs = new Uint8Array(all.length);
	signs.set(earlier.signs.subarray(0, above));
	signs.set(seen.signs, above);
	signs.set(earlier.signs.subarray(lines.length - below), all.length - below);
	const calm = earlier.calm ? seen.calm && !between.some(mayBeDeep) : scan(text, all.length).calm && !all.some(mayBeDeep);
	return { source: { text, lines: all, plain: true, bytes, calm, signs }, above, below };
}

function isPlain(text: string): boolean {
	return !text.includes('\r') && text.charCodeAt(0) !== 0xfeff;
}

function compareLines({ lines: a }: Source, source: Source): ChangedSource {
	const { lines: b } = source;
	const most = Math.min(a.length, b.length);
	let above = 0;
	while (above < most && a[above] === b[above]) above++;
	let below = 0;
	while (below < most - above && a[a.length - 1 - below] === b[b.length - 1 - below]) below++;
	return { source, above, below };
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
export function lineProblems({ lines, text, calm }: Source): Problem[] {
	const problems: Problem[] = [];
	if (calm) return problems;
	lines.forEach((line, at) => {
		if (line.length <= LONGEST_LINE) return;
		const message = 'This line has more than 20,000 characters. Break it into several lines.';
		problems.push(problem('E008', rangeOn(at, 0, LONGEST_LINE), message));
	});
	addAll(problems, tooDeep(lines));
	addAll(problems, directionMarks(lines, text));
	return problems;
}
