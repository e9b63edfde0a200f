import type { Millis } from '#lib/core/review/entry.ts';
import { STEPS } from '#lib/core/schedule/parameters.ts';
import { m } from '#lib/messages/messages.js';

const SECOND: Millis = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Units as students write them, in any language of the interface: who has switched it goes on writing as before. */
const UNITS: ReadonlyMap<string, Millis> = new Map([
	...['s', 'sec', 'secs', 'second', 'seconds', 'sek', 'sekunde', 'sekunden'].map((unit) => [unit, SECOND] as const),
	...['m', 'min', 'mins', 'minute', 'minutes', 'minuten'].map((unit) => [unit, MINUTE] as const),
	...['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden'].map((unit) => [unit, HOUR] as const),
	...['d', 'day', 'days', 'tag', 'tage'].map((unit) => [unit, 24 * HOUR] as const)
]);
const AND = new Set(['and', 'und']);
const NONE = new Set(['', 'none', 'no steps', 'keine', 'keine schritte', 'ohne']);

/** A number and its unit, at the beginning. */
const PART = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?/u;
const BETWEEN = /^[\s,;]+/u;
const WORD = /^[^\s,;]+/u;

/** Why something typed is not a list of steps; `written` is the part of it that is wrong. */
export type StepsProblem =
	| { readonly kind: 'no-unit'; readonly written: string }
	| { readonly kind: 'unknown-unit'; readonly written: string }
	/** `wholeMs`: about the same, in whole seconds. */
	| { readonly kind: 'fraction'; readonly written: string; readonly wholeMs: Millis }
	/** Several steps with nothing between them; or one of several units, which there is not. */
	| { readonly kind: 'together'; readonly written: string; readonly stepsMs: readonly Millis[] }
	| { readonly kind: 'short'; readonly written: string }
	| { readonly kind: 'long'; readonly written: string }
	| { readonly kind: 'unread'; readonly written: string }
	| { readonly kind: 'many'; readonly count: number };

export type StepsRead = { readonly kind: 'steps'; readonly stepsMs: readonly Millis[] } | StepsProblem;

/** Reads steps as a student types them: "1m 10m", "1 min, 10 min", "1 Min. und 10 Min.". Nothing typed means no steps. */
export function readSteps(typed: string): StepsRead {
	const stepsMs: Millis[] = [];
	let rest = typed.trim();
	if (NONE.has(rest.toLowerCase().replace(/\.$/, ''))) return { kind: 'steps', stepsMs };
	for (rest = rest.replace(BETWEEN, ''); rest !== ''; rest = rest.replace(BETWEEN, '')) {
		const [word = ''] = WORD.exec(rest) ?? [];
		if (stepsMs.length > 0 && AND.has(word.toLowerCase())) {
			rest = rest.slice(word.length);
			continue;
		}
		const part = readPart(rest);
		if (typeof part.stepMs !== 'number') return part.stepMs;
		stepsMs.push(part.stepMs);
		rest = rest.slice(part.length);
	}
	return stepsMs.length > STEPS.most ? { kind: 'many', count: stepsMs.length } : { kind: 'steps', stepsMs };
}

/** The step at the beginning of a text, or why there is none; and how much of the text it is. */
function readPart(text: string): { readonly stepMs: Millis | StepsProblem; readonly length: number } {
	const [written, number = '', unit = ''] = PART.exec(text) ?? [''];
	return { stepMs: stepOf(text, written, number, unit), length: written.length };
}

function stepOf(text: string, written: string, number: string, unit: string): Millis | StepsProblem {
	if (written === '') return { kind: 'unread', written: WORD.exec(text)?.[0] ?? text };
	if (unit === '' || AND.has(unit.toLowerCase())) return { kind: 'no-unit', written: number };
	const unitMs = UNITS.get(unit.toLowerCase());
	if (unitMs === undefined) return { kind: 'unknown-unit', written: unit };
	if (/^\d/.test(text.slice(written.length))) return togetherIn(text, written);
	const stepMs = Number(number.replace(',', '.')) * unitMs;
	if (stepMs > STEPS.longestMs) return { kind: 'long', written };
	if (/[.,]/.test(number)) return { kind: 'fraction', written, wholeMs: Math.max(SECOND, inSeconds(stepMs) * SECOND) };
	return stepMs < STEPS.shortestMs ? { kind: 'short', written } : stepMs;
}

/** What is wrong with parts of which the second begins where the first ends: "1h30m". */
function togetherIn(text: string, first: string): StepsProblem {
	const written = first + (WORD.exec(text.slice(first.length))?.[0] ?? '');
	const unread = { kind: 'unread', written } as const;
	const stepsMs: Millis[] = [];
	for (let rest = written; rest !== '';) {
		const [part = '', number = '', unit = ''] = PART.exec(rest) ?? [];
		const unitMs = UNITS.get(unit.toLowerCase());
		if (unitMs === undefined || /[.,]/.test(number)) return unread;
		stepsMs.push(Number(number) * unitMs);
		rest = rest.slice(part.length);
	}
	return isSound(stepsMs) ? { kind: 'together', written, stepsMs } : unread;
}

/** Whether these can be proposed: as steps, and as one. */
function isSound(stepsMs: readonly Millis[]): boolean {
	return stepsMs.every((one) => one >= STEPS.shortestMs) && stepsMs.reduce((sum, one) => sum + one, 0) <= STEPS.longestMs;
}

/** Steps as they are read again: "1 min, 10 min"; nothing for none. */
export function stepsText(stepsMs: readonly Millis[]): string {
	return stepsMs.map(stepText).join(', ');
}

function stepText(stepMs: Millis): string {
	const count = inSeconds(stepMs);
	if (count % 60 !== 0) return m.steps_seconds({ count });
	return count % 3600 === 0 ? m.steps_hours({ count: count / 3600 }) : m.steps_minutes({ count: count / 60 });
}

/** What is wrong with what was typed, and what to write: one or two sentences. */
export function stepsProblemText(problem: StepsProblem): string {
	switch (problem.kind) {
		case 'no-unit':
			return m.steps_no_unit({ number: short(problem.written), example: stepText(10 * MINUTE) });
		case 'unknown-unit':
			return m.steps_unknown_unit({ unit: short(problem.written), example: stepText(10 * MINUTE) });
		case 'fraction':
			return m.steps_fraction({ written: short(problem.written), whole: stepText(problem.wholeMs) });
		case 'together':
			return m.steps_together({
				written: short(problem.written),
				apart: stepsText(problem.stepsMs),
				sum: stepText(problem.stepsMs.reduce((sum, one) => sum + one, 0))
			});
		case 'short':
			return m.steps_short({ written: short(problem.written), least: stepText(STEPS.shortestMs) });
		case 'long':
			return m.steps_long({ written: short(problem.written), most: stepText(STEPS.longestMs) });
		case 'unread':
			return m.steps_unread({ written: short(problem.written), example: stepsText([MINUTE, 10 * MINUTE]) });
		case 'many':
			return m.steps_many({ count: problem.count, most: STEPS.most });
	}
}

/** The beginning of what was written, where it is long. */
function short(written: string): string {
	const letters = Array.from(written);
	return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : written;
}

function inSeconds(stepMs: Millis): number {
	return Math.round(stepMs / SECOND);
}
