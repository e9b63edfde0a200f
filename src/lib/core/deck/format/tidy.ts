import { splitLines, trimLine } from '../lines.ts';
import { readParts } from '../parse.ts';

/** The text without trailing blanks, with one blank line before each heading and after each id, and one final newline. */
export function tidyLines(path: string, text: string): string {
	const lines = splitLines(text);
	const { parts, outline } = readParts(path, text);
	const inert = new Set<number>();
	for (const { block } of parts.blocks) for (const [line, what] of block.inert) if (what === 'code') inert.add(line);
	const headings = new Set<number>();
	const idLines = new Set<number>();
	for (const { line, steps, ids } of outline.notes) {
		headings.add(line - 1);
		if (ids[0]?.range.line === 2) idLines.add(line);
		for (const step of steps) {
			headings.add(line - 1 + step.line - 1);
			if (step.written?.range.line === step.line + 1) idLines.add(line - 1 + step.line);
		}
	}
	for (const { line } of outline.sections) headings.add(line - 1);
	// Of a header that cannot be read, what is still read may hang on any blank.
	const headerLine = (line: string): string => (parts.header.broken ? line : line.trimEnd());
	const written: string[] = [];
	let belowId = false;
	lines.forEach((line, at) => {
		const blank = line.trim() === '';
		belowId = blank && (belowId || idLines.has(at - 1));
		if (headings.has(at)) {
			dropBlanks(written);
			if (written.length > 0) written.push('');
		} else if (idLines.has(at - 1)) {
			if (!blank) written.push('');
		} else if (blank && belowId) return;
		written.push(inert.has(at) ? line : at < parts.header.end ? headerLine(line) : trimLine(line));
	});
	dropBlanks(written);
	return written.length === 0 ? '' : `${written.join('\n')}\n`;
}

function dropBlanks(lines: string[]): void {
	while (lines.length > 0 && (lines[lines.length - 1] ?? '').trim() === '') lines.pop();
}
