import { bulletText } from './field.ts';
import { DEEPEST } from './limits.ts';
import { orderedText } from './line.ts';
import { firstInk, indentOf } from './lines.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';

/** Lists and quotes that are nested deeper than a deck may have them (E008); told once for each list. */
export function tooDeep(lines: readonly string[]): Problem[] {
	const problems: Problem[] = [];
	/** The indents of the list items that are open. */
	const open: number[] = [];
	let told = false;
	lines.forEach((line, at) => {
		const code = line.charCodeAt(0);
		if (Number.isNaN(code)) return;
		const ink = code === 32 || code === 9 ? firstInk(line) : 0;
		const first = line.charCodeAt(ink);
		const begins = first === 45 || first === 42 || first === 43 || first === 62 || (first >= 48 && first <= 57);
		if (!begins) {
			if (ink === 0) open.length = 0;
			return;
		}
		const isItem = bulletText(line) >= 0 || orderedText(line) >= 0;
		const indent = indentOf(line);
		if (isItem) {
			while (open.length > 0 && (open[open.length - 1] ?? 0) >= indent) open.pop();
			open.push(indent);
			if (open.length === 1) told = false;
		}
		if (told || (open.length <= DEEPEST && quotes(line, ink) <= DEEPEST)) return;
		told = isItem;
		const message = `This stands more than ${DEEPEST} lists or quotes deep. Write it in fewer levels.`;
		problems.push(problem('E008', rangeOn(at, ink, line.trimEnd().length), message));
	});
	return problems;
}

/** Whether a line is indented as far as the deepest list must be, or begins with that many quotes; nearly no line is. */
export function mayBeDeep(line: string): boolean {
	const code = line.charCodeAt(0);
	if (code !== 32 && code !== 9 && code !== 62) return false;
	return indentOf(line) >= DEEPEST || quotes(line, firstInk(line)) > DEEPEST;
}

/** How many `>` a line begins with. */
function quotes(line: string, from: number): number {
	let count = 0;
	for (let at = from; at < line.length; at++) {
		const char = line.charAt(at);
		if (char === '>') count++;
		else if (char !== ' ') break;
	}
	return count;
}
