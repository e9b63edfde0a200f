import type { Note } from './deck.ts';
import { lintAnswer } from './lints/answer.ts';
import { isLongest, lintChoice } from './lints/choice.ts';
import { lintCloze } from './lints/cloze.ts';
import { lintScenario } from './lints/scenario.ts';
import type { NoteParts } from './note.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { rangeOn } from './range.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';

/** A note as the lints see it: places count lines from the block's first. */
export interface Linted {
	readonly reading: Reading;
	readonly note: Note;
	/** The line and columns of its prompt. */
	readonly line: number;
	readonly from: number;
	readonly to: number;
	readonly setting: Setting;
	readonly parts: NoteParts;
	readonly problems: Problem[];
}

/** Lints that must be switched on in the header: they are wrong too often. */
const OFF: ReadonlySet<string> = new Set(['I904', 'I905']);

/** Whether a lint is on in this deck. */
export function isOn({ lint }: Pick<Setting, 'lint'>, code: string): boolean {
	return lint[code] ?? !OFF.has(code);
}

/** Where a note's prompt stands. */
export function promptOf({ line, from, to }: Linted): Range {
	return rangeOn(line, from, to);
}

/** Adds a hint, unless the header switches it off. */
export function hint({ setting, problems }: Linted, code: string, range: Range, message: string, extra?: Pick<Problem, 'related'>): void {
	if (isOn(setting, code)) problems.push(problem(code, range, message, extra));
}

/**
 * What could be better in a note that is sound, or in a list of them (I901 to I922, W916), but for what the header switches off.
 * Gives, of a choice of one right option, whether that is the longest.
 */
export function lintNotes(reading: Reading, parts: NoteParts, setting: Setting, problems: Problem[]): boolean | undefined {
	const { note, terms, prompt, heading } = parts;
	for (const term of terms)
		lintAnswer({ reading, setting, parts, problems, note: term.note, line: term.line, from: term.from, to: term.to });
	if (!note) return undefined;
	const linted: Linted = { reading, setting, parts, problems, note, line: 0, from: prompt.from, to: heading.to };
	lintAnswer(linted);
	if (note.kind === 'choice' || note.kind === 'choose-all') lintChoice(linted, note);
	else if (note.kind === 'cloze') lintCloze(linted, note);
	else if (note.kind === 'scenario') lintScenario(linted, note);
	return note.kind === 'choice' ? isLongest(note) : undefined;
}
