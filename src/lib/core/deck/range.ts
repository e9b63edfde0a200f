import type { Fix, Problem, Range } from './problem.ts';

/** The range from column index `from` to `to` (exclusive) of the line with this index; indexes count from 0. */
export function rangeOn(line: number, from: number, to: number): Range {
	return { line: line + 1, column: from + 1, endLine: line + 1, endColumn: to + 1 };
}

/** The same range that many lines further down. */
export function moveRange(range: Range, lines: number): Range {
	if (lines === 0) return range;
	return { line: range.line + lines, column: range.column, endLine: range.endLine + lines, endColumn: range.endColumn };
}

function moveFix(fix: Fix, lines: number): Fix {
	return { title: fix.title, edits: fix.edits.map((edit) => ({ range: moveRange(edit.range, lines), text: edit.text })) };
}

/** The same problem that many lines further down; its related places move along. */
export function moveProblem(problem: Problem, lines: number): Problem {
	if (lines === 0) return problem;
	return {
		...problem,
		range: moveRange(problem.range, lines),
		...(problem.fix && { fix: moveFix(problem.fix, lines) }),
		...(problem.related && { related: problem.related.map((place) => ({ ...place, range: moveRange(place.range, lines) })) })
	};
}

/** Whether `a` begins before `b`: by line, then by column; for sorting. */
export function compareRanges(a: Range, b: Range): number {
	return a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

/** A fix of one edit. */
export function replace(title: string, range: Range, text: string): Fix {
	return { title, edits: [{ range, text }] };
}

/** A fix that inserts text at a place; `column` is an index from 0. */
export function insert(title: string, line: number, column: number, text: string): Fix {
	return replace(title, rangeOn(line, column, column), text);
}

/** A fix that removes the line with this index. */
export function removeLine(title: string, line: number): Fix {
	return replace(title, { line: line + 1, column: 1, endLine: line + 2, endColumn: 1 }, '');
}
