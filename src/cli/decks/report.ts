// Problems as text for people: the line, a caret under the words, what to do.
import type { CardChange, Verdict } from '#lib/core/deck/identity.ts';
import type { Problem } from '#lib/core/deck/problem.ts';
import { splitLines } from '#lib/core/deck/lines.ts';

const COLOURS = { error: 31, warning: 33, hint: 36, dim: 2, bold: 1 } as const;
type Paint = (colour: keyof typeof COLOURS, text: string) => string;

/** Paints only where colour is shown. */
export function painter(colour: boolean): Paint {
	return (name, text) => (colour ? `\u001b[${COLOURS[name]}m${text}\u001b[0m` : text);
}

/** All problems of a file as lines of text. */
export function report(file: string, text: string, problems: readonly Problem[], paint: Paint): string {
	const lines = splitLines(text);
	return problems.map((problem) => one(file, lines, problem, paint)).join('\n');
}

function one(file: string, lines: readonly string[], problem: Problem, paint: Paint): string {
	const { code, severity, message, range, fix, related } = problem;
	const parts = [`${paint('bold', `${file}:${range.line}:${range.column}`)}: ${paint(severity, `${severity} ${code}`)}: ${message}`];
	const number = String(range.line);
	const line = (lines[range.line - 1] ?? '').slice(0, 400);
	parts.push(`${paint('dim', `${number} |`)} ${line}`);
	parts.push(`${paint('dim', `${' '.repeat(number.length)} |`)} ${paint(severity, caret(line, range))}`);
	if (fix) parts.push(`${' '.repeat(number.length)} ${paint('dim', '=')} fix: ${fix.title}`);
	for (const place of related ?? []) {
		parts.push(`${' '.repeat(number.length)} ${paint('dim', '=')} ${place.file}:${place.range.line}:${place.range.column}: ${place.message}`);
	}
	return `${parts.join('\n')}\n`;
}

/** Blanks up to the place and carets under it; tabs stay tabs, so that both lines are as wide. */
function caret(line: string, range: Problem['range']): string {
	const before = line.slice(0, range.column - 1);
	const end = range.endLine > range.line ? line.length : Math.min(range.endColumn - 1, line.length);
	const marked = line.slice(range.column - 1, end);
	return Array.from(before, (char) => (char === '\t' ? '\t' : ' '.repeat(widthOf(char)))).join('') + '^'.repeat(Math.max(1, width(marked)));
}

function width(text: string): number {
	return Array.from(text).reduce((sum, char) => sum + widthOf(char), 0);
}

/** How many columns of a terminal a character takes. */
function widthOf(char: string): number {
	const code = char.codePointAt(0) ?? 0;
	if (/\p{M}/u.test(char) || (code >= 0x200b && code <= 0x200f) || code === 0xfe0f) return 0;
	const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3);
	return wide || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) || code >= 0x1f300 ? 2 : 1;
}

/** "2 errors and 1 warning in 3 decks." */
export function summary(problems: readonly Problem[], decks: number, hidden: number): string {
	const counts = (['error', 'warning', 'hint'] as const)
		.map((severity) => ({ severity, count: problems.filter((problem) => problem.severity === severity).length }))
		.filter(({ count }) => count > 0)
		.map(({ severity, count }) => plural(count, severity));
	const where = plural(decks, 'deck');
	const more = hidden > 0 ? ` ${plural(hidden, 'hint')} not shown.` : '';
	if (counts.length === 0) return `No problems in ${where}.${more}`;
	const last = counts.pop() ?? '';
	return `${counts.length > 0 ? `${counts.join(', ')} and ${last}` : last} in ${where}.${more}`;
}

export function plural(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const MEANING: Readonly<Record<Verdict, string>> = {
	kept: 'keeps its history',
	renamed: 'keeps its history under a new key',
	changed: 'keeps its history and is due again, because what is right has changed',
	new: 'is new',
	gone: 'is put away; its history is kept'
};

/** What an edit means for each card that does not simply stay, and how many stay. */
export function changesAsText(changes: readonly CardChange[]): string {
	const lines = changes
		.filter(({ verdict }) => verdict !== 'kept')
		.map(({ old, new: fresh, verdict }) => {
			const names = old === undefined || fresh === undefined || old === fresh ? (old ?? fresh ?? '') : `${old} → ${fresh}`;
			return `${verdict.padEnd(8)} ${names}: ${MEANING[verdict]}`;
		});
	const kept = changes.filter(({ verdict }) => verdict === 'kept').length;
	return [...lines, `${plural(kept, 'card')} ${kept === 1 ? 'keeps its history' : 'keep their history'}.`].join('\n');
}
