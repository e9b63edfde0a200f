import { tooDeep, mayBeDeep } from './depth.ts';
import { addAll } from './collect.ts';
import { LONGEST_LINE } from './cut.ts';
import { directionMarks, hasInvisibles } from './direction.ts';
import { bytesOf } from './limits.ts';
import { splitLines } from './lines.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';

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
	return { text, lines, plain, bytes: bytesOf(text), calm: isCalm(lines, text) };
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
	const bytes = earlier.bytes - bytesOf(before) + bytesOf(changed);
	const calm = earlier.calm ? isCalm(between, changed) : isCalm(all, text);
	return { source: { text, lines: all, plain: true, bytes, calm }, above, below };
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

function isCalm(lines: readonly string[], text: string): boolean {
	return !hasInvisibles(text) && !lines.some((line) => line.length > LONGEST_LINE || mayBeDeep(line));
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
