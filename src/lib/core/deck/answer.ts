import type { Tolerance } from './deck.ts';

/** A number as an answer: "9.81 ± 0.1 m/s". */
export interface NumericAnswer {
	readonly value: number;
	readonly tolerance?: Tolerance;
	readonly unit?: string;
}

/** What is wrong with an answer that is meant as a number; indexes into the value. */
export interface UnreadableAnswer {
	readonly from: number;
	readonly to: number;
	/** What to write instead, if that is clear. */
	readonly write?: string;
}

const SPACES = ' \t\u00a0\u202f\u2009';
const UNIT_SIGNS = '°€£$¥Ω‰′″µ';

/** Reads an answer: a number, `text` if it is words, or where it fails if it has a tolerance and so must be a number. */
export function readAnswer(value: string): NumericAnswer | 'text' | UnreadableAnswer {
	const slash = value.indexOf('+/-');
	if (slash >= 0 && startsWithNumber(value)) return { from: slash, to: slash + 3, write: '±' };
	const sign = plusMinus(value);
	const first = numberAt(value, 0);
	if (!first) return sign && startsWithNumber(value.slice(sign.to)) ? { from: 0, to: Math.max(1, sign.from) } : 'text';
	let at = skip(value, first.to);
	const percent = value.charAt(at) === '%';
	if (percent) at = skip(value, at + 1);
	if (!sign) return withUnit(value, at, first.value, percent);
	if (sign.from !== at) return { from: first.to, to: sign.from };
	const by = numberAt(value, skip(value, sign.to));
	if (!by || by.value < 0) return { from: sign.from, to: value.length };
	at = skip(value, by.to);
	const relative = value.charAt(at) === '%';
	if (relative) at = skip(value, at + 1);
	const unit = value.slice(at).trim();
	if (unit.split(/\s+/u).length > 1 || (unit !== '' && !isUnit(unit, at > by.to))) return { from: at, to: value.length };
	const tolerance: Tolerance = relative && !percent ? { kind: 'relative', percent: by.value } : { kind: 'absolute', by: by.value };
	return { value: first.value, tolerance, ...unitOf(unit, percent) };
}

/** A number without tolerance is one only if at most one unit word follows; "20 July 2023" is text. */
function withUnit(value: string, at: number, number: number, percent: boolean): NumericAnswer | 'text' {
	const unit = value.slice(at).trim();
	if (unit === '') return { value: number, ...unitOf('', percent) };
	if (percent || unit.split(/\s+/u).length > 1 || !isUnit(unit, SPACES.includes(value.charAt(at - 1)))) return 'text';
	return { value: number, unit };
}

function unitOf(unit: string, percent: boolean): { unit?: string } {
	if (unit !== '') return { unit: percent ? `% ${unit}` : unit };
	return percent ? { unit: '%' } : {};
}

function isUnit(unit: string, spaced: boolean): boolean {
	if (UNIT_SIGNS.includes(unit.charAt(0))) return true;
	return spaced && /^\p{L}/u.test(unit);
}

function startsWithNumber(text: string): boolean {
	return numberAt(text, skip(text, 0)) !== undefined;
}

function skip(text: string, from: number): number {
	let at = from;
	while (at < text.length && SPACES.includes(text.charAt(at))) at++;
	return at;
}

function plusMinus(text: string): { from: number; to: number } | undefined {
	const at = text.indexOf('±');
	if (at >= 0) return { from: at, to: at + 1 };
	const typed = text.indexOf('+-');
	return typed >= 0 && startsWithNumber(text) ? { from: typed, to: typed + 2 } : undefined;
}

function isDigit(char: string): boolean {
	return char >= '0' && char <= '9' && char.length === 1;
}

function digitsFrom(text: string, from: number): number {
	let at = from;
	while (isDigit(text.charAt(at))) at++;
	return at;
}

/** The number that begins at `from`: "-1.5", "1,500", "1 500", "3,14", "2e8". */
function numberAt(text: string, from: number): { value: number; to: number } | undefined {
	let at = from;
	const sign = text.charAt(at);
	if (sign === '-' || sign === '\u2212' || sign === '+') at++;
	const start = at;
	at = digitsFrom(text, at);
	if (at === start) return undefined;
	let whole = text.slice(start, at);
	for (let group = groupAt(text, at, whole); group > 0; group = groupAt(text, at, whole)) {
		whole += text.slice(at + 1, group);
		at = group;
	}
	let fraction = '';
	const mark = text.charAt(at);
	if ((mark === '.' || mark === ',') && isDigit(text.charAt(at + 1))) {
		const end = digitsFrom(text, at + 1);
		fraction = `.${text.slice(at + 1, end)}`;
		at = end;
	}
	let power = '';
	const exponent = text.charAt(at) === 'e' || text.charAt(at) === 'E' ? at + 1 : -1;
	if (exponent > 0) {
		const signed = text.charAt(exponent) === '-' || text.charAt(exponent) === '+' ? exponent + 1 : exponent;
		const end = digitsFrom(text, signed);
		if (end > signed) {
			power = `e${text.slice(exponent, end)}`;
			at = end;
		}
	}
	const value = Number(`${whole}${fraction}${power}`);
	return Number.isFinite(value) ? { value: sign === '-' || sign === '\u2212' ? -value : value, to: at } : undefined;
}

/** The end of a group of three digits that goes on a number ("1,500", "1 500"), or 0. */
function groupAt(text: string, at: number, before: string): number {
	const mark = text.charAt(at);
	if (mark !== ',' && mark !== ' ' && mark !== '\u00a0' && mark !== '\u202f' && mark !== "'" && mark !== '\u2009') return 0;
	const end = digitsFrom(text, at + 1);
	if (end - at !== 4) return 0;
	return before.length <= 3 || isGrouped(text, at) ? end : 0;
}

/** Whether the digits before `at` are themselves a group, as in "1,500,000". */
function isGrouped(text: string, at: number): boolean {
	return at >= 4 && !isDigit(text.charAt(at - 4)) && text.charAt(at - 4) === text.charAt(at);
}
