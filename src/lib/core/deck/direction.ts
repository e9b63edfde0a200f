import { problem, type Problem } from './problem.ts';
import { rangeOn, replace } from './range.ts';

const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const WIDTHLESS = ['\u200b', '\u2060', '\ufeff'];
/** Marks that turn the direction of all that follows, and the isolates that turn it only up to their own end. */
const ISOLATES: Readonly<Record<string, string>> = {
	'\u202a': '\u2066',
	'\u202b': '\u2067',
	'\u202d': '\u2066',
	'\u202e': '\u2067',
	'\u202c': '\u2069'
};

/** Whether a character cannot be seen; only a text that has one is looked at line by line. */
export function isInvisible(code: number): boolean {
	if (code < 0x200b) return code === 0x61c;
	return code <= 0x200f ? code !== 0x200c && code !== 0x200d : isOtherInvisible(code);
}

function isOtherInvisible(code: number): boolean {
	return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x2060 || code === 0xfeff;
}

/** Lines with invisible marks that can make a text look different from what it is (W109); balanced isolates are fine. */
export function directionMarks(lines: readonly string[], text: string): Problem[] {
	const problems = hiddenBeginnings(lines, text);
	if (!MARKS.test(text)) return problems;
	lines.forEach((line, at) => {
		if (!MARKS.test(line)) return;
		const edits: { range: ReturnType<typeof rangeOn>; text: string }[] = [];
		const open: number[] = [];
		for (let column = 0; column < line.length; column++) {
			const char = line.charAt(column);
			if (!MARKS.test(char)) continue;
			if (char === '\u2066' || char === '\u2067' || char === '\u2068') open.push(column);
			else if (char === '\u2069' && open.length > 0) open.pop();
			else edits.push({ range: rangeOn(at, column, column + 1), text: ISOLATES[char] ?? '' });
		}
		for (const column of open) edits.push({ range: rangeOn(at, column, column + 1), text: '' });
		edits.sort((a, b) => a.range.column - b.range.column);
		const first = edits[0];
		if (!first) return;
		const message =
			'This line has invisible marks that change the direction of the text. Delete them, or put isolating marks in their place.';
		problems.push(problem('W109', first.range, message, { fix: { title: 'Isolate the text', edits } }));
	});
	return problems;
}

/** Lines that begin with a character without any width, so that Markdown does not see their first sign. */
function hiddenBeginnings(lines: readonly string[], text: string): Problem[] {
	const problems: Problem[] = [];
	if (!WIDTHLESS.some((char) => text.includes(char))) return problems;
	lines.forEach((line, at) => {
		let from = 0;
		while (from < line.length && ' \t-*+#>'.includes(line.charAt(from))) from++;
		let to = from;
		while (to < line.length && WIDTHLESS.includes(line.charAt(to))) to++;
		if (to === from) return;
		const range = rangeOn(at, from, to);
		const message = 'An invisible character stands here and hides what the line is. Delete it.';
		problems.push(problem('W109', range, message, { fix: replace('Delete it', range, '') }));
	});
	return problems;
}
