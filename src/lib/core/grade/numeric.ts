import type { NumericNote, Tolerance } from '#lib/core/deck/deck.ts';
import { decimalSign, readNumber } from './number.ts';
import type { Unreadable, Verdict, WhyUnreadable } from './verdict.ts';

/** What was read of a typed number. */
export interface NumericVerdict extends Verdict {
	readonly read: number;
}

type Asked = Pick<NumericNote, 'value' | 'tolerance' | 'unit'>;

/** What the sums of a computer may be off by, as a share of the numbers in them. */
const ROUNDING = 1e-12;

/**
 * Grades a typed number: right within the tolerance, its ends included; without one it must be the number itself. The unit that
 * stands beside the box may be typed. What is no number is not graded. `language` is the deck's (BCP 47).
 */
export function gradeNumeric(note: Asked, given: string, language: string | undefined): NumericVerdict | Unreadable {
	const typed = given.trim();
	const read = readNumber(withoutUnit(typed, note.unit), language);
	if (read === undefined) return { outcome: 'unreadable', why: whyUnreadable(typed, note.unit, language) };
	const { least, most } = boundsOf(note);
	const slack = ROUNDING * Math.max(Math.abs(note.value), Math.abs(read), most - least);
	return { outcome: read >= least - slack && read <= most + slack ? 'right' : 'wrong', read };
}

/** The smallest and the largest number that is right. */
export function boundsOf({ value, tolerance }: Asked): { readonly least: number; readonly most: number } {
	const by = tolerance === undefined ? 0 : leeway(value, tolerance);
	return { least: value - by, most: value + by };
}

function leeway(value: number, tolerance: Tolerance): number {
	return tolerance.kind === 'absolute' ? tolerance.by : (Math.abs(value) * tolerance.percent) / 100;
}

/** A typed answer without the unit, or one word of it ("%" of "% of GDP"), behind or before the number. */
function withoutUnit(typed: string, unit: string | undefined): string {
	if (unit === undefined) return typed;
	const small = typed.toLowerCase();
	for (const word of [unit, unit.normalize('NFKC'), ...unit.split(/\s+/u)].map((text) => text.toLowerCase())) {
		if (small.endsWith(word)) return typed.slice(0, -word.length);
		if (small.startsWith(word)) return typed.slice(word.length);
	}
	return typed;
}

function whyUnreadable(typed: string, unit: string | undefined, language: string | undefined): WhyUnreadable {
	return typed === '' ? { kind: 'nothing-typed', wanted: 'number' } : { kind: 'no-number', typed, unit, sign: decimalSign(language) };
}
