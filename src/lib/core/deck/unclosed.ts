import type { Unclosed } from './cut.ts';
import { problem } from './problem.ts';
import { rangeOn } from './range.ts';
import type { Reading } from './reading.ts';

/** Reports a fence or comment that is never closed. Lines count from the block's first. */
export function reportUnclosed({ problems, lines }: Reading, { what, line, column, end, closer }: Unclosed): void {
	const text = lines[line] ?? '';
	const range = rangeOn(line, column, what === 'fence' ? text.trimEnd().length : column + 4);
	let last = end;
	while (last > line + 1 && (lines[last - 1] ?? '').trim() === '') last--;
	const message =
		what === 'fence'
			? `This code is never closed. Write ${closer} on a line of its own where it ends.`
			: 'This comment is never closed. Write --> where it ends.';
	const place = { line: last, column: (lines[last - 1] ?? '').length + 1 };
	if (what === 'comment' && end === line + 1) {
		let length = text.trimEnd().length;
		while (text.charAt(length - 1) === '-') length--;
		const words = text.slice(0, length).trimEnd();
		const fix = { title: 'Write -->', edits: [{ range: rangeOn(line, words.length, text.length), text: ' -->' }] };
		problems.push(problem('E107', range, 'This id is never closed. Write --> behind it.', { fix }));
		return;
	}
	const edits = [{ range: { ...place, endLine: place.line, endColumn: place.column }, text: `\n${closer}` }];
	problems.push(problem('E107', range, message, { fix: { title: `Write ${closer}`, edits } }));
}
