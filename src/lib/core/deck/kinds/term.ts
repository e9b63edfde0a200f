import type { Piece } from '../body.ts';
import type { Reading } from '../reading.ts';
import { addAll } from '../collect.ts';
import { factsOf } from '../facts.ts';
import { conceptName } from '../meaning.ts';
import type { Card, DraftNote, Fresh } from '../draft.ts';
import { bulletText } from '../field.ts';
import { checkId, readIdComment, type WrittenId } from '../heading.ts';
import { dedent, indentOf, isBlank, joinLines } from '../lines.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { readField, textOf, type Field } from '../scope.ts';
import { putInto, withHanded } from '../setting.ts';
import { saysYes } from './reverse.ts';

/** A term and its definition. */
export function readTerm(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const definition = scope.content.every(({ kind }) => kind === 'comment') ? '' : textOf(reading, scope.content);
	if (prompt.text === '') {
		const message = 'This card names no term. Write it after "Term:".';
		reading.problems.push(problem('E504', rangeOn(0, heading.from, heading.to), message));
		return undefined;
	}
	if (definition === '') {
		const message = 'This term has no definition. Write it below the heading.';
		reading.problems.push(problem('E504', rangeOn(0, heading.from, heading.to), message));
		return undefined;
	}
	const reverse = saysYes(scope.fields, reading, false);
	const { id, idWritten, facts, section } = card;
	if (section === undefined) return { kind: 'term', id, idWritten, prompt: prompt.text, definition, reverse, facts };
	return { kind: 'term', id, idWritten, prompt: prompt.text, definition, reverse, facts, section };
}

/** A list of terms: its notes, the names of terms that cannot be used, and the facts of those that can. */
interface Terms {
	readonly notes: DraftNote[];
	readonly broken: string[];
	readonly fields: Field[];
}

/** Reads a list of terms: each bullet is a note. */
export function readTerms(card: Card): Terms {
	const { reading, scope, heading } = card;
	const terms: Terms = { notes: [], broken: [], fields: [] };
	for (const piece of scope.content) {
		const note = piece.kind === 'bullet' ? readEntry(card, piece, terms) : undefined;
		if (note) terms.notes.push(note);
	}
	if (!scope.content.some((piece) => piece.kind === 'bullet')) {
		const message = 'This list of terms is empty. Write one bullet for each: "- **Anarchy**: no authority stands above states."';
		reading.problems.push(problem('E504', rangeOn(0, heading.from, heading.to), message));
	}
	return terms;
}

/** A term of a list, taken apart; columns count from 0. */
export interface Entry {
	readonly term: string;
	readonly from: number;
	readonly to: number;
	readonly definitionFrom: number;
}

/** The term and where its definition begins on a line such as `- **Anarchy**: no authority …`; also without bold. */
export function entryOn(line: string): Entry | undefined {
	const from = bulletText(line);
	if (from < 0) return undefined;
	const bold = line.startsWith('**', from) || line.startsWith('__', from) ? line.slice(from, from + 2) : '';
	if (bold === '') return plainEntry(line, from);
	const close = line.indexOf(bold, from + 2);
	if (close < 0) return undefined;
	const inside = line.slice(from + 2, close).trimEnd();
	const colonInside = inside.endsWith(':') || inside.endsWith('：');
	const term = (colonInside ? inside.slice(0, -1) : inside).trim();
	const to = close + 2;
	const separator = colonInside ? to : afterSeparator(line, to);
	return separator < 0 || term === '' ? undefined : { term, from: from + 2, to: from + 2 + term.length, definitionFrom: separator };
}

function plainEntry(line: string, from: number): Entry | undefined {
	for (let at = from; at < line.length && at - from <= 80; at++) {
		const end = afterSeparator(line, at);
		const term = line.slice(from, at).trim();
		if (end >= 0 && term !== '') return { term, from, to: from + term.length, definitionFrom: end };
	}
	return undefined;
}

/** Where the definition begins if a colon or a dash between blanks stands at `at`, else -1. */
function afterSeparator(line: string, at: number): number {
	let next = at;
	while (next < line.length && ' \t\u00a0\u202f'.includes(line.charAt(next))) next++;
	const char = line.charAt(next);
	if (char === '：' || (char === ':' && (line.charAt(next + 1) === '' || line.charAt(next + 1).trim() === ''))) return next + 1;
	const dash = char === '-' || char === '\u2013' || char === '\u2014';
	return dash && next > at && line.charAt(next + 1) === ' ' ? next + 2 : -1;
}

function readEntry(card: Card, piece: Piece, terms: Terms): DraftNote | undefined {
	const { reading } = card;
	const { lines, problems } = reading;
	const line = lines[piece.from] ?? '';
	const entry = entryOn(line);
	const { fields, id, rest } = belowEntry(reading, piece);
	const inlineId = idAtEnd(line, piece.from);
	const written = inlineId ?? id;
	const first = entry ? line.slice(entry.definitionFrom, inlineId ? inlineId.whole.column - 1 : undefined).trim() : '';
	const definition = joinLines([first, ...rest]).trim();
	if (!entry || definition === '') {
		const from = bulletText(line);
		const range = rangeOn(piece.from, from, Math.max(from, line.trimEnd().length));
		const message = 'This term has no definition. Write the term in bold, a colon, and then what it means.';
		problems.push(problem('E504', range, message));
		if (written) terms.broken.push(written.id);
		terms.broken.push(conceptName(entry?.term ?? line.slice(from, inlineId ? inlineId.whole.column - 1 : undefined)));
		return undefined;
	}
	const all = [...fields, ...card.scope.fields.filter(({ key }) => !fields.some((own) => own.key !== undefined && own.key === key))];
	const { section } = card.setting;
	const facts = factsOf(withHanded(all, section));
	const idWritten = written !== undefined;
	const used = written ? checkId(reading.line(written.line), written, problems) : '';
	const reverse = saysYes(all, reading, false);
	const note: Fresh = { kind: 'term', id: used, idWritten, prompt: entry.term, definition, reverse, facts };
	putInto(section, note, all);
	addAll(terms.fields, fields);
	return { note, line: piece.from, from: entry.from, to: entry.to, id: written, settled: undefined, settledFor: undefined };
}

/** The id at the end of a term's line: `<!-- #anarchy -->`. */
export function idAtEnd(line: string, at: number): WrittenId | undefined {
	const open = line.lastIndexOf('<!');
	return open < 0 ? undefined : readIdComment(line, at, open, true);
}

/** What stands indented below a term: facts, an id, more of the definition. */
function belowEntry(reading: Reading, piece: Piece): { fields: Field[]; id?: WrittenId; rest: string[] } {
	const { lines } = reading;
	const indent = indentOf(lines[piece.from] ?? '') + 2;
	const fields: Field[] = [];
	const rest: string[] = [];
	let id: WrittenId | undefined;
	for (let at = piece.from + 1; at < piece.to; at++) {
		const line = lines[at] ?? '';
		const field = bulletText(line) >= 0 ? readField(reading, at, at + 1) : undefined;
		const comment = readIdComment(line, at, line.indexOf('<!'), true);
		if (comment && rest.every(isBlank)) id ??= comment;
		else if (field?.key !== undefined || (field && fields.length > 0)) {
			let end = at + 1;
			while (end < piece.to && !isBlank(lines[end] ?? '') && bulletText(lines[end] ?? '') < 0) end++;
			fields.push(readField(reading, at, end) ?? field);
			at = end - 1;
		} else if (comment && line.trim().startsWith('<!')) id ??= comment;
		else {
			const trailing = idAtEnd(line, at);
			if (trailing) id ??= trailing;
			rest.push(dedent(trailing ? line.slice(0, trailing.whole.column - 1) : line, indent));
		}
	}
	return { fields, rest, ...(id && { id }) };
}
