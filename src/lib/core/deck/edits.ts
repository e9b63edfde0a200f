import { byteOrderMarks } from './lines.ts';
import type { Fix, Range } from './problem.ts';
import { compareRanges } from './range.ts';

type Edit = Fix['edits'][number];

/** Where each line of a text begins, as an index; a byte order mark belongs to no line. */
function lineStarts(text: string): number[] {
	const starts = [byteOrderMarks(text)];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
	}
	return starts;
}

/** The text with edits made in it. Of edits that overlap only the first is made. New lines get the line ends of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	if (edits.length === 0) return text;
	const starts = lineStarts(text);
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	let written = '';
	let done = 0;
	for (const { range, text: replacement } of [...edits].sort((a, b) => compareRanges(a.range, b.range))) {
		const from = indexIn(text, starts, range.line, range.column);
		const to = indexIn(text, starts, range.endLine, range.endColumn);
		if (from < done) continue;
		written += text.slice(done, from) + (end === '\n' ? replacement : replacement.replaceAll('\n', end));
		done = Math.max(from, to);
	}
	return written + text.slice(done);
}

/** The index of a place in a text; a column beyond its line's end is the line's end. */
function indexIn(text: string, starts: readonly number[], line: number, column: number): number {
	const start = starts[line - 1];
	if (start === undefined) return text.length;
	let end = starts[line] ?? text.length;
	while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
	return Math.min(start + column - 1, end);
}

/** Whether two ranges have a character in common, or are the same empty place. */
export function overlaps(a: Range, b: Range): boolean {
	const [first, second] = compareRanges(a, b) <= 0 ? [a, b] : [b, a];
	if (first.line === second.line && first.column === second.column) return true;
	return second.line < first.endLine || (second.line === first.endLine && second.column < first.endColumn);
}
