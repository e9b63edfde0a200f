import { addAll } from '../collect.ts';
import type { Anchors } from '../anchor.ts';
import type { NoteId } from '../deck.ts';
import type { Edit } from '../format.ts';
import type { WrittenId } from '../heading.ts';
import type { Heading } from '../heading.ts';
import type { NoteParts } from '../note.ts';
import type { ReadOption } from '../option.ts';
import { rangeOn } from '../range.ts';
import { isSlug } from '../slug.ts';
import { firstInk, isBlank } from '../lines.ts';
import type { Field } from '../scope.ts';
import type { Piece } from '../body.ts';
import { readBox } from '../box.ts';
import { arrowEdits } from './arrows.ts';
import { markEdits } from './marks.ts';

/** The edits of one note, whose ids are those of its list and of its notes; lines count from its first. */
export function noteEdits(lines: readonly string[], note: NoteParts, ids: readonly NoteId[], given: Anchors): Edit[] {
	const { heading, scenario, terms, scope } = note;
	given.next(heading.text);
	const edits: Edit[] = [...headingEdits(lines, heading, 0)];
	const isSound = note.kind === 'terms' || note.note !== undefined;
	addAll(edits, idEdits(lines, heading, 0, note.ids[0], isSound ? ids[0] : undefined));
	if (note.kind === 'terms') {
		for (const [at, entry] of terms.entries()) addAll(edits, entryEdits(lines, entry.line, entry.id, ids[at + 1]));
		for (const { piece } of bulletsOf(scope.content)) addAll(edits, bulletEdits(lines, piece.from));
	}
	addAll(edits, scopeEdits(lines, scope.fields, scope.boxes));
	if (note.kind === 'cloze') addAll(edits, markEdits(lines, scope.content));
	if (note.kind === 'choice' || note.kind === 'choose-all')
		addAll(
			edits,
			note.options.flatMap((option) => optionEdits(lines, option))
		);
	if (!scenario) return edits;
	for (const option of scenario.options) addAll(edits, optionEdits(lines, option));
	const anchors = scenario.steps.map((step) => given.next(step.heading.text));
	for (const step of scenario.steps) {
		addAll(edits, headingEdits(lines, step.heading, step.line));
		addAll(edits, idEdits(lines, step.heading, step.line, step.written, step.id));
		addAll(edits, scopeEdits(lines, step.scope.fields, step.scope.boxes));
		for (const option of step.options) addAll(edits, optionEdits(lines, option));
	}
	addAll(edits, arrowEdits(lines, scenario, anchors));
	return edits;
}

function bulletsOf(pieces: readonly Piece[]): { piece: Piece }[] {
	return pieces.filter(({ kind }) => kind === 'bullet').map((piece) => ({ piece }));
}

/** `#` and one space, at the margin. */
function headingEdits(lines: readonly string[], heading: Heading, at: number): Edit[] {
	const start = `${'#'.repeat(heading.level)} `;
	const edits: Edit[] = [];
	if ((lines[at] ?? '').slice(0, heading.from) !== start && heading.text !== '')
		edits.push({ range: rangeOn(at, 0, heading.from), text: start });
	return edits;
}

/** The id on its own line directly below the heading, wherever it was. */
function idEdits(lines: readonly string[], heading: Heading, at: number, written: WrittenId | undefined, id: string | undefined): Edit[] {
	if (!written) return id === undefined ? [] : [{ range: rangeOn(at + 1, 0, 0), text: `<!-- #${id} -->\n` }];
	if (!isSlug(written.id)) return [];
	const line = written.range.line - 1;
	const text = `<!-- #${written.id} -->`;
	if (line === at)
		return [
			{ range: rangeOn(at, heading.to, written.whole.endColumn - 1), text: '' },
			{ range: rangeOn(at + 1, 0, 0), text: `${text}\n` }
		];
	if (line === at + 1) return [{ range: { ...written.whole, column: 1 }, text }];
	return [takenOut(lines, line), { range: rangeOn(at + 1, 0, 0), text: `${text}\n` }];
}

/** The removal of a line between texts: what stood on its two sides is read as two, and stays so with one blank line between. */
function takenOut(lines: readonly string[], line: number): Edit {
	let from = line;
	while (isBlank(lines[from - 1] ?? 'ink')) from--;
	let to = line + 1;
	while (to < lines.length && isBlank(lines[to] ?? '')) to++;
	const kept = from < line;
	const range = { line: (kept ? from + 1 : from) + 1, column: 1, endLine: to + 1, endColumn: 1 };
	return { range, text: kept ? '' : '\n' };
}

/** The id of a term of a list, at the end of its line. */
function entryEdits(lines: readonly string[], at: number, written: WrittenId | undefined, id: string | undefined): Edit[] {
	if (written || id === undefined) return [];
	const end = (lines[at] ?? '').trimEnd().length;
	return [{ range: rangeOn(at, end, end), text: ` <!-- #${id} -->` }];
}

/** Facts in canonical spelling, and `-` before facts and options. */
function scopeEdits(lines: readonly string[], fields: readonly Field[], boxes: readonly Piece[]): Edit[] {
	const edits: Edit[] = [];
	for (const field of fields) addAll(edits, [...bulletEdits(lines, field.line), ...keyEdits(lines, field)]);
	for (const { from } of boxes)
		if (!readBox(lines[from] ?? '')?.mistake) addAll(edits, [...bulletEdits(lines, from), ...tickEdits(lines, from)]);
	return edits;
}

function bulletEdits(lines: readonly string[], at: number): Edit[] {
	const line = lines[at] ?? '';
	const ink = firstInk(line);
	const char = line.charAt(ink);
	return char === '*' || char === '+' ? [{ range: rangeOn(at, ink, ink + 1), text: '-' }] : [];
}

function tickEdits(lines: readonly string[], at: number): Edit[] {
	const line = lines[at] ?? '';
	const open = line.indexOf('[X]');
	return open >= 0 && open < 12 && open === line.indexOf('[') ? [{ range: rangeOn(at, open, open + 3), text: '[x]' }] : [];
}

function keyEdits(lines: readonly string[], { key, line, keyLine }: Field): Edit[] {
	if (key === undefined) return [];
	const text = lines[line] ?? '';
	const canonical = keyLine.valueFrom >= text.trimEnd().length ? `${key}:` : `${key}: `;
	const end = canonical.endsWith(' ') ? keyLine.valueFrom : text.length;
	if (text.slice(keyLine.from, end) === canonical) return [];
	return [{ range: rangeOn(line, keyLine.from, end), text: canonical }];
}

/** Feedback two spaces in; facts of an option in canonical spelling. */
function optionEdits(lines: readonly string[], option: ReadOption): Edit[] {
	const edits: Edit[] = [];
	const indent = ' '.repeat(firstInk(lines[option.line] ?? '') + 2);
	for (const at of option.quotes) {
		const line = lines[at] ?? '';
		const ink = firstInk(line);
		const end = line.charAt(ink + 1) === ' ' ? ink + 2 : ink + 1;
		const start = line.slice(end).trim() === '' ? `${indent}>` : `${indent}> `;
		if (line.slice(0, end) !== start) edits.push({ range: rangeOn(at, 0, end), text: start });
	}
	for (const field of option.fields) addAll(edits, [...bulletEdits(lines, field.line), ...keyEdits(lines, field)]);
	return edits;
}
