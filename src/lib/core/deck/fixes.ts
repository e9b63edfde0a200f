import type { Fix, Problem, Range } from './problem.ts';
import { overlaps } from './edits.ts';

/** Codes whose fix writes what is read anyway, so that no card changes by it. */
const SAFE: ReadonlySet<string> = new Set(['E007', 'E101', 'E305', 'I006', 'I202', 'I301', 'I305']);

/** The fixes that cannot change meaning; of two that touch the same place, the first. */
export function safeFixes(problems: readonly Problem[]): Fix[] {
	const fixes: Fix[] = [];
	const touched = new Map<number, Range[]>();
	for (const { code, fix } of problems) {
		if (!fix || !SAFE.has(code)) continue;
		const ranges = fix.edits.map(({ range }) => range);
		if (ranges.some((range) => linesOf(range).some((line) => touched.get(line)?.some((other) => overlaps(other, range))))) continue;
		for (const range of ranges) {
			for (const line of linesOf(range)) touched.set(line, [...(touched.get(line) ?? []), range]);
		}
		fixes.push(fix);
	}
	return fixes;
}

function linesOf({ line, endLine }: Range): number[] {
	return Array.from({ length: endLine - line + 1 }, (_, at) => line + at);
}
