import type { Piece } from '../body.ts';
import type { Edit } from '../format.ts';
import { contentMarks, placesIn } from '../kinds/cloze.ts';
import { writeMark } from '../marks.ts';

/** Anki's marks as our own. */
export function markEdits(lines: readonly string[], content: readonly Piece[]): Edit[] {
	const found = contentMarks({ lines, inert: new Map() }, content);
	// Where a mark has no partner, writing another would give it one.
	if (!found || found.marks.unpaired.length + found.marks.torn.length > 0) return [];
	const place = placesIn(found);
	return found.marks.marks
		.filter(({ anki }) => anki)
		.map((mark) => {
			const from = place(mark.from);
			const to = place(mark.to);
			const range = { line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 };
			return { range, text: writeMark(mark.mark) };
		});
}
