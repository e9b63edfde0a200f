import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';

/**
 * The header's lines with values in quotes where YAML would misread them, which are reported:
 * `title: Realism: an introduction`, `title: @home`. So one such line spoils nothing but itself.
 */
export function quoteRiskyValues(lines: readonly string[], firstLine: number, problems: Problem[]): string[] {
	let blockIndent = -1;
	return lines.map((line, at) => {
		const indent = line.length - line.trimStart().length;
		if (blockIndent >= 0 && (line.trim() === '' || indent > blockIndent)) return line;
		blockIndent = -1;
		const value = valueOn(line);
		if (!value) return line;
		if (value.text.startsWith('|') || value.text.startsWith('>')) {
			blockIndent = indent;
			return line;
		}
		if (!isRisky(value.text)) return line;
		const range = rangeOn(at + firstLine, value.from, value.from + value.text.length);
		const text = inQuotes(value.text);
		const message = `This value has a character that means something else in a header. Put it in quotes: ${text}.`;
		problems.push(problem('E002', range, message, { fix: replace('Put it in quotes', range, text) }));
		return line.slice(0, value.from) + text;
	});
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
