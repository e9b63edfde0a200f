import { readBody, type Body, type Piece, type Reading } from './body.ts';
import { drawnBulletText } from './box.ts';
import { bulletText, keyWithoutColon, readKeyLine, REPEATABLE, type Key, type KeyLine } from './field.ts';
import { dedent, indentOf, joinLines } from './lines.ts';
import { problem } from './problem.ts';
import { insert, rangeOn, removeLine, replace } from './range.ts';

/** One fact: `- Hint: Think of two neighbours.` Lines count from the block's first, columns from 0. */
export interface Field {
	readonly key: Key | undefined;
	/** The key as written. */
	readonly name: string;
	/** The value, with its continuation lines. */
	readonly value: string;
	readonly line: number;
	readonly endLine: number;
	readonly keyLine: KeyLine;
	/** Where the value ends on its first line. */
	readonly valueTo: number;
}

/** What stands below a heading, told apart: what is content, what is a choice, what is a fact. */
export interface Scope {
	readonly body: Body;
	/** Prose, rules and bullets that are no facts. */
	readonly content: readonly Piece[];
	readonly boxes: readonly Piece[];
	readonly fields: readonly Field[];
}

const NO_PIECES: readonly Piece[] = [];
const NONE: ReadonlySet<Piece> = new Set();

/** Reads the lines [from, to) below a heading. */
export function readScope(reading: Reading, from: number, to: number): Scope {
	const body = readBody(reading, from, to);
	const run = lastRun(body.pieces);
	const found = run.length === 0 ? NO_PIECES : factsIn(reading, run);
	const facts = found.length === 0 ? NONE : new Set(found);
	const boxRuns = runsWithBoxes(body.pieces);
	const content: Piece[] = [];
	const boxes: Piece[] = [];
	const fields: Field[] = [];
	for (const piece of body.pieces) {
		if (piece.kind === 'bullet') checkBullet(reading, piece);
		if (piece.kind === 'box') boxes.push(piece);
		else if (facts.has(piece)) {
			const field = readField(reading, piece.from, piece.to);
			if (field) fields.push(field);
			else reportPlainBullet(reading, piece, false);
		} else if (piece.kind === 'bullet' && boxRuns.has(piece)) reportPlainBullet(reading, piece, true);
		else content.push(piece);
	}
	checkNames(reading, fields);
	checkTwice(reading, fields);
	if (facts.size === 0) warnOfNearMisses(reading, run);
	else warnOfNoColon(reading, run, facts, content);
	return { body, content, boxes, fields };
}

/** The last run of bullets and boxes; comments do not interrupt it. */
function lastRun(pieces: readonly Piece[]): Piece[] {
	let end = pieces.length - 1;
	while (end >= 0 && !isItem(pieces[end])) end--;
	const run: Piece[] = [];
	for (let at = end; at >= 0; at--) {
		const piece = pieces[at];
		if (!piece || (!isItem(piece) && piece.kind !== 'comment')) break;
		if (isItem(piece)) run.push(piece);
	}
	return run.reverse();
}

function isItem(piece: Piece | undefined): boolean {
	return piece?.kind === 'bullet' || piece?.kind === 'box';
}

/** The bullets of a run that are facts: from the first known key on, or from a near miss directly before it. */
function factsIn(reading: Reading, run: readonly Piece[]): readonly Piece[] {
	let first = run.findIndex((piece) => piece.kind === 'bullet' && keyLineOf(reading, piece)?.key !== undefined);
	const lastBox = run.findLastIndex((piece) => piece.kind === 'box');
	if (first < 0 && lastBox >= 0) first = run.findIndex((piece, at) => at > lastBox && keyLineOf(reading, piece) !== undefined);
	if (first < 0) return NO_PIECES;
	while (first > 0) {
		const before = run[first - 1];
		const keyLine = before?.kind === 'bullet' ? keyLineOf(reading, before) : undefined;
		if (keyLine === undefined || (keyLine.near === undefined && first - 1 <= lastBox) || (keyLine.near === undefined && lastBox < 0)) break;
		first--;
	}
	return run.slice(first).filter((piece) => piece.kind === 'bullet');
}

function keyLineOf({ lines }: Reading, piece: Piece): KeyLine | undefined {
	const line = lines[piece.from] ?? '';
	const bullet = bulletText(line);
	const keyLine = readKeyLine(line, bullet >= 0 ? bullet : Math.max(drawnBulletText(line), 0));
	const isWord = keyLine?.key !== undefined || (keyLine?.name.split(' ').length ?? 0) <= 3;
	return isWord ? keyLine : undefined;
}

/** The fact on the lines [from, to), of which the first is a bullet. */
export function readField(reading: Reading, from: number, to: number): Field | undefined {
	const keyLine = keyLineOf(reading, { kind: 'bullet', from, to });
	const line = reading.lines[from] ?? '';
	if (!keyLine) return undefined;
	const valueTo = Math.max(keyLine.valueFrom, line.trimEnd().length);
	let value = line.slice(keyLine.valueFrom, valueTo);
	if (to > from + 1) {
		const indent = indentOf(line) + 2;
		const rest = reading.lines.slice(from + 1, to).map((more) => dedent(more, indent));
		value = joinLines([line.slice(keyLine.valueFrom), ...rest]);
	}
	const { key, name } = keyLine;
	return { key, name, value, line: from, endLine: to, keyLine, valueTo };
}

/** All bullets of runs that hold a box. */
function runsWithBoxes(pieces: readonly Piece[]): ReadonlySet<Piece> {
	if (!pieces.some((piece) => piece.kind === 'box')) return NONE;
	const found = new Set<Piece>();
	let run: Piece[] = [];
	for (const piece of [...pieces, undefined]) {
		if (piece && isItem(piece)) run.push(piece);
		else if (piece?.kind !== 'comment') {
			if (run.some((item) => item.kind === 'box')) for (const item of run) found.add(item);
			run = [];
		}
	}
	return found;
}

function checkBullet({ lines, problems }: Reading, piece: Piece): void {
	const line = lines[piece.from] ?? '';
	if (line.startsWith('- ')) return;
	const to = drawnBulletText(line);
	if (to < 0 && bulletText(line) < 0) {
		const range = rangeOn(piece.from, 0, line.trimEnd().length);
		const message = 'This fact has no bullet. Write "- " before it.';
		problems.push(problem('E304', range, message, { fix: insert('Write "- "', piece.from, 0, '- ') }));
	}
	if (to < 0) return;
	const from = line.length - line.trimStart().length;
	const range = rangeOn(piece.from, from, to);
	const message = `"${line.charAt(from)}" is a drawn bullet, not one that Markdown knows. Write "- ".`;
	problems.push(problem('E007', range, message, { fix: replace('Write "- "', range, '- ') }));
}

function reportPlainBullet({ lines, problems }: Reading, piece: Piece, amongOptions: boolean): void {
	const line = lines[piece.from] ?? '';
	const from = Math.max(bulletText(line), drawnBulletText(line), 0);
	const range = rangeOn(piece.from, line.length - line.trimStart().length, line.trimEnd().length);
	const message = amongOptions
		? 'This bullet stands among the options but has no box. Write "- [ ] " or "- [x] " before it.'
		: 'This bullet stands among the facts about the card but does not begin with a word and a colon. Move it above them, or begin it with "Why:".';
	problems.push(problem('E304', range, message, amongOptions ? { fix: insert('Make it an option', piece.from, from, '[ ] ') } : {}));
}

function checkNames({ problems }: Reading, fields: readonly Field[]): void {
	for (const { key, name, line, keyLine } of fields) {
		if (key !== undefined) continue;
		const range = rangeOn(line, keyLine.nameFrom, keyLine.nameFrom + name.length);
		if (keyLine.near === undefined) {
			problems.push(problem('I303', range, `"${name}:" is not a fact that the format knows. It is kept, and shown nowhere.`));
		} else problems.push(nearMiss(name, keyLine.near, range));
	}
}

function nearMiss(name: string, near: Key, range: ReturnType<typeof rangeOn>) {
	const fix = replace(`Write "${near}"`, range, near);
	return problem('W302', range, `"${name}:" is not known. Did you mean "${near}:"?`, { fix });
}

function warnOfNearMisses(reading: Reading, run: readonly Piece[]): void {
	for (const piece of run) {
		const keyLine = piece.kind === 'bullet' ? keyLineOf(reading, piece) : undefined;
		if (keyLine?.near === undefined) continue;
		const range = rangeOn(piece.from, keyLine.nameFrom, keyLine.nameFrom + keyLine.name.length);
		reading.problems.push(nearMiss(keyLine.name, keyLine.near, range));
	}
}

/** A known word without its colon, alone before the facts and below other text: content all the same, but most likely meant as one of them. */
function warnOfNoColon({ lines, problems }: Reading, run: readonly Piece[], facts: ReadonlySet<Piece>, content: readonly Piece[]): void {
	const [bullet, next] = run;
	if (bullet?.kind !== 'bullet' || !next || !facts.has(next) || content.length < 2 || content.at(-1) !== bullet) return;
	const found = keyWithoutColon(lines[bullet.from] ?? '');
	if (!found) return;
	const { key, from, to } = found;
	const fix = insert(`Write "${key}:"`, bullet.from, to, ':');
	const message = `"${key}" has no colon behind it, so this line is part of the answer. Did you mean "${key}:"?`;
	problems.push(problem('W302', rangeOn(bullet.from, from, to), message, { fix }));
}

function checkTwice({ problems }: Reading, fields: readonly Field[]): void {
	if (fields.length < 2) return;
	let seen: Map<Key, Field> | undefined;
	for (const field of fields) {
		if (field.key === undefined || REPEATABLE.has(field.key)) continue;
		const first = (seen ??= new Map<Key, Field>()).get(field.key);
		if (!first) {
			seen.set(field.key, field);
			continue;
		}
		const range = fieldRange(field);
		const related = [{ file: '', range: fieldRange(first), message: 'The first one is here.' }];
		const fix = field.endLine === field.line + 1 ? { fix: removeLine('Delete this one', field.line) } : {};
		const message = `"${field.key}:" stands here a second time. Keep one and delete the other.`;
		problems.push(problem('E306', range, message, { ...fix, related }));
	}
}

/** Where a fact stands: from its key to the end of its first line. */
export function fieldRange(field: Field) {
	return rangeOn(field.line, field.keyLine.from, field.valueTo);
}

/** Where a fact's value stands on its first line. */
export function valueRange(field: Field) {
	return rangeOn(field.line, field.keyLine.valueFrom, field.valueTo);
}

/** The text of some pieces: as written, in their order; where something was left out between them, a blank line. */
export function textOf(reading: Reading, pieces: readonly Piece[]): string {
	const first = pieces[0];
	if (!first) return '';
	const last = pieces[pieces.length - 1] ?? first;
	const parts: string[] = [];
	let from = first.from;
	let before = first;
	for (const piece of pieces) {
		if (piece !== before && !onlyBlanksBetween(reading, before.to, piece.from)) {
			parts.push(joinLines(contentLines(reading, from, before.to)));
			from = piece.from;
		}
		before = piece;
	}
	parts.push(joinLines(contentLines(reading, from, last.to)));
	return parts.length === 1 ? (parts[0] ?? '') : parts.join('\n\n');
}

function onlyBlanksBetween({ lines }: Reading, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if ((lines[at] ?? '').trim() !== '') return false;
	return true;
}

/** The lines as content: `- \Source:` loses the backslash that kept it from being a fact. */
function contentLines({ lines }: Reading, from: number, to: number): string[] {
	const part = lines.slice(from, to);
	for (let at = 0; at < part.length; at++) {
		const line = part[at] ?? '';
		if (!line.includes('\\')) continue;
		const text = bulletText(line);
		if (text >= 0 && line.charAt(text) === '\\' && readKeyLine(line, text + 1)) part[at] = line.slice(0, text) + line.slice(text + 1);
	}
	return part;
}
