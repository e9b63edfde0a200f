import { applyEdits } from './edits.ts';
import { headerEdits } from './format/header.ts';
import { noteEdits } from './format/note.ts';
import { tidyLines } from './format/tidy.ts';
import { holdersOf, idOf } from './ids.ts';
import { splitLines } from './lines.ts';
import { readNoteParts } from './note.ts';
import { readParts } from './parse.ts';
import type { Fix } from './problem.ts';
import { moveRange } from './range.ts';
import { Reading } from './reading.ts';
import { Anchors } from './anchor.ts';

/** An edit of a deck's text. */
export type Edit = Fix['edits'][number];

/**
 * A deck's text in the form that the format writes: ids, canonical keys, links between steps, blank lines around headings.
 * Works by edits, so that whatever it does not understand stays byte for byte. Formatting twice changes nothing more,
 * and the formatted text is read as the same deck.
 */
export function formatDeck(path: string, text: string): string {
	const lines = splitLines(text);
	const plain = (lines[lines.length - 1] ?? '') === '' ? lines.join('\n') : `${lines.join('\n')}\n`;
	const { source, parts, decided, deck, problems } = readParts(path, plain);
	if (problems.some(({ code, range }) => code === 'E008' && range.endColumn === 1)) return text;
	const edits: Edit[] = [...headerEdits(parts, deck)];
	const anchors = new Anchors();
	for (const block of parts.blocks) {
		if (block.kind === 'intro') continue;
		const from = block.block.from;
		if (block.kind === 'section') {
			anchors.next(block.section.heading.text);
			continue;
		}
		const reading = new Reading(source.lines, block.block);
		const note = readNoteParts(reading, block.setting);
		const ids = holdersOf(block.note).map((holder) => idOf(decided.given, holder));
		for (const edit of noteEdits(reading.lines, note, ids, anchors)) edits.push(moved(edit, from));
	}
	return tidyLines(path, applyEdits(plain, edits));
}

function moved(edit: Edit, lines: number): Edit {
	return { range: moveRange(edit.range, lines), text: edit.text };
}
