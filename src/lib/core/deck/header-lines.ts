import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';

/**
 * The header's lines with values in quotes where YAML would misread them, which are reported:
 * `title: Realism: an introduction`, `title: @home`. So one such line spoils nothing but itself.
 */
export function quoteRiskyValues(lines: readonly string[], firstLine: number, problems: Problem[]): string[] {
	let blockIndent = -1;
	return lines.map((written, at) => {
		const line = withoutTabs(written, at + firstLine, problems);
		const widened = blanksAdded(written);
		const indent = line.length - line.trimStart().length;
		if (blockIndent >= 0 && (line.trim() === '' || indent > blockIndent)) return line;
		blockIndent = -1;
		const value = valueOn(line);
		if (!value) return line;
		if (value.text.startsWith('|') || value.text.startsWith('>')) {
			blockIndent = indent;
			return line;
		}
		if (isUnclosed(value.text, lines[at + 1])) return closeQuote(line, { line: at + firstLine, from: value.from, widened }, problems);
		if (!isRisky(value.text)) return line;
		const range = rangeOn(at + firstLine, value.from - widened, value.from - widened + value.text.length);
		const text = inQuotes(value.text);
		const message = `This value has a character that means something else in a header. Put it in quotes: ${text}.`;
		problems.push(problem('E002', range, message, { fix: replace('Put it in quotes', range, text) }));
		return line.slice(0, value.from) + text;
	});
}

/** The line with blanks in place of the tabs that it begins with, which are reported. */
function withoutTabs(line: string, at: number, problems: Problem[]): string {
	const ink = line.length - line.trimStart().length;
	const indent = line.slice(0, ink);
	if (!indent.includes('\t') || ink === line.length) return line;
	const blanks = indent.replaceAll('\t', '    ');
	const range = rangeOn(at, 0, ink);
	const message = 'This line begins with a tab, which a header cannot have. Write blanks instead.';
	problems.push(problem('E002', range, message, { fix: replace('Write blanks', range, blanks) }));
	return blanks + line.slice(ink);
}

/** Whether a value opens a quote that it does not close, and the next line begins something else. */
function isUnclosed(text: string, next: string | undefined): boolean {
	const quote = text.charAt(0);
	if (quote !== '"' && quote !== "'") return false;
	if (text.length > 1 && text.includes(quote, 1)) return false;
	return next === undefined || valueOn(next) !== undefined || /^\s*(?:- )?[\p{L}_-]+:\s*$/u.test(next);
}

/** How many more characters a line has when blanks stand in place of the tabs that it begins with, four for each. */
export function blanksAdded(line: string): number {
	const indent = line.slice(0, line.length - line.trimStart().length);
	return indent.length === line.length ? 0 : 3 * (indent.split('\t').length - 1);
}

/** `widened`: how many columns further right the value stands in `line` than in the text. */
function closeQuote(line: string, at: { line: number; from: number; widened: number }, problems: Problem[]): string {
	const { from } = at;
	const end = line.trimEnd().length;
	const last = end - at.widened;
	const quote = line.charAt(from);
	const message = `The quote that is opened here is never closed. Write ${quote} at the end of the value.`;
	const fix = { title: `Write ${quote}`, edits: [{ range: rangeOn(at.line, last, last), text: quote }] };
	problems.push(problem('E002', rangeOn(at.line, from - at.widened, last), message, { fix }));
	return line.slice(0, end) + quote;
}

/** The value on a line `key: value` or `- key: value`, without a comment after it. */
function valueOn(line: string): { from: number; text: string } | undefined {
	let at = 0;
	while (line.charAt(at) === ' ') at++;
	if (line.startsWith('- ', at)) at += 2;
	while (line.charAt(at) === ' ') at++;
	const key = at;
	while (at < line.length && /[\p{L}\p{N}_-]/u.test(line.charAt(at))) at++;
	if (at === key || line.charAt(at) !== ':' || line.charAt(at + 1) !== ' ') return undefined;
	at++;
	while (line.charAt(at) === ' ') at++;
	const comment = line.indexOf(' # ', at);
	const text = line.slice(at, comment < 0 ? undefined : comment).trimEnd();
	return text === '' ? undefined : { from: at, text };
}

function isRisky(text: string): boolean {
	const first = text.charAt(0);
	if ('"\'[{#&*!'.includes(first)) return false;
	return text.includes(': ') || text.endsWith(':') || text.includes(' #') || first === '@' || first === '`' || first === '%';
}

function inQuotes(text: string): string {
	return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
