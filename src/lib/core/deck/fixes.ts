import type { Fix, Problem } from './problem.ts';
import { overlaps } from './edits.ts';

/** Codes whose fix writes what is read anyway, so that no card changes by it. */
const SAFE: ReadonlySet<string> = new Set(['E007', 'E101', 'E305', 'I006', 'I202', 'I301', 'I305', 'W106']);

/** The fixes that cannot change meaning; of two that touch the same place, the first. */
export function safeFixes(problems: readonly Problem[]): Fix[] {
	const fixes: Fix[] = [];
	for (const { code, fix } of problems) {
		if (!fix || !SAFE.has(code)) continue;
		const clashes = fixes.some((other) => other.edits.some((a) => fix.edits.some((b) => overlaps(a.range, b.range))));
		if (!clashes) fixes.push(fix);
	}
	return fixes;
}
