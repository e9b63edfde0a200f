import { readBody, type Body, type Piece } from './body.ts';
import type { Reading } from './reading.ts';
import { drawnBulletText, hardBulletText, isHardSpace } from './box.ts';
import { withOne } from './collect.ts';
import { bulletText, KEYS, keyWithoutColon, readKeyLine, REPEATABLE, type Key, type KeyLine } from './field.ts';
import { dedent, firstInk, indentOf, joinLines } from './lines.ts';
import { reportEquals, warnOfEquals, warnOfLooseFacts } from './loose-facts.ts';
import { readPlainScope } from './plain-scope.ts';
import type { Meaning } from './meaning.ts';
import { problem } from './problem.ts';
import { insert, rangeOn, removeLine, replace } from './range.ts';
import { AmongBoxes, lastRun, type Run } from './run.ts';
import { BACKSLASH } from './signs.ts';

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
	/** What it cites or names, if that is what its key is for. */
	readonly meaning: Meaning | undefined;
}

/** What stands below a heading, told apart: what is content, what is a choice, what is a fact. */
export interface Scope extends Pick<Body, 'ids' | 'strayIds'> {
	/** Prose, rules and bullets that are no facts. */
	readonly content: readonly Piece[];
	readonly boxes: readonly Piece[];
	readonly fields: readonly Field[];
}

/** Reads the lines [from, to) below a heading. */
export function readScope(reading: Reading, from: number, to: number): Scope {
	const plain = readPlainScope(reading, from, to);
	if (!plain) return readAnyScope(reading, from, to);
	checkTwice(reading, plain.fields);
	return plain;
}

/** Reads lines whatever they are. */
export function readAnyScope(reading: Reading, from: number, to: number): Scope {
	const { pieces, ids, strayIds } = readBody(reading, from, to);
	const run = lastRun(pieces);
	const firstFact = run.from < run.to ? factsFrom(reading, pieces, run) : run.to;
	let content: Piece[] | undefined;
	let boxes: Piece[] | undefined;
	let fields: Field[] | undefined;
	let amongBoxes: AmongBoxes | undefined;
	for (let at = 0; at < pieces.length; at++) {
		const piece = pieces[at];
		if (!piece) break;
		if (piece.kind === 'bullet') checkBullet(reading, piece);
		if (piece.kind === 'box') boxes = withOne(boxes, piece);
		else if (piece.kind === 'bullet' && at >= firstFact && at < run.to) {
			const field = readField(reading, piece.from, piece.to, keyLineOf(reading, piece));
			if (field) fields = withOne(fields, field);
			else reportPlainBullet(reading, piece, false);
		} else if (piece.kind === 'bullet' && (amongBoxes ??= new AmongBoxes(pieces)).has(at)) reportPlainBullet(reading, piece, true);
		else content = withOne(content, piece);
	}
	if (fields) {
		checkNames(reading, fields);
		checkTwice(reading, fields);
	}
	warnOfEquals(reading, pieces, run.from, firstFact);
	warnOfLooseFacts(reading, pieces);
	if (firstFact === run.to) warnOfNearMisses(reading, pieces, run);
	else warnOfNoColon(reading, pieces, run, firstFact, content ?? NO_PIECES);
	return { ids, strayIds, content: content ?? NO_PIECES, boxes: boxes ?? NO_PIECES, fields: fields ?? NO_FIELDS };
}

const NO_PIECES: readonly Piece[] = [];
const NO_FIELDS: readonly Field[] = [];

/** Where the facts of a run begin: at the first known key, or at a near miss directly before it; `run.to` if it has none. */
function factsFrom(reading: Reading, pieces: readonly Piece[], run: Run): number {
	let first = run.from;
	for (; first < run.to; first++) {
		const bullet = bulletAt(pieces, first);
		if (bullet && keyLineOf(reading, bullet)?.key !== undefined) break;
	}
	let lastBox = run.boxes === 0 ? -1 : run.to - 1;
	while (lastBox >= 0 && pieces[lastBox]?.kind !== 'box') lastBox--;
	if (first === run.to && lastBox >= 0) {
		for (first = lastBox + 1; first < run.to; first++) {
			const bullet = bulletAt(pieces, first);
			if (bullet && keyLineOf(reading, bullet)) break;
		}
	}
	if (first === run.to) return run.to;
	for (let at = first - 1; at >= run.from; at--) {
		if (pieces[at]?.kind === 'comment') continue;
		const bullet = bulletAt(pieces, at);
		const keyLine = bullet && keyLineOf(reading, bullet);
		if (!keyLine || (keyLine.near === undefined && (lastBox < 0 || at <= lastBox))) break;
		first = at;
	}
	return first;
}

function bulletAt(pieces: readonly Piece[], at: number): Piece | undefined {
	const piece = pieces[at];
	return piece?.kind === 'bullet' ? piece : undefined;
}

/** What a bullet is as a fact, read once for each. */
function keyLineOf(reading: Reading, piece: Piece): KeyLine | undefined {
	if (piece.keyLine === undefined) piece.keyLine = keyLineOn(reading.lines[piece.from] ?? '') ?? null;
	return piece.keyLine ?? undefined;
}

function keyLineOn(line: string): KeyLine | undefined {
	const bullet = bulletText(line);
	const keyLine = readKeyLine(line, bullet >= 0 ? bullet : Math.max(drawnBulletText(line), hardBulletText(line), 0));
	const isWord = keyLine?.key !== undefined || (keyLine?.name.split(' ').length ?? 0) <= 3;
	return isWord ? keyLine : undefined;
}

/** The fact on the lines [from, to), of which the first is a bullet. */
export function readField(reading: Reading, from: number, to: number, known?: KeyLine): Field | undefined {
	const line = reading.lines[from] ?? '';
	const keyLine = known ?? keyLineOn(line);
	if (!keyLine) return undefined;
	const valueTo = Math.max(keyLine.valueFrom, line.trimEnd().length);
	let value = line.slice(keyLine.valueFrom, valueTo);
	if (to > from + 1) {
		const indent = indentOf(line) + 2;
		const rest = reading.lines.slice(from + 1, to).map((more) => dedent(more, indent));
		value = joinLines([line.slice(keyLine.valueFrom), ...rest]);
	}
	const { key, name } = keyLine;
	const meaning = reading.meanings.of(key, value, 0, value.length);
	return { key, name, value: meaning?.value ?? value, line: from, endLine: to, keyLine, valueTo, meaning };
}

function checkBullet({ lines, problems }: Reading, piece: Piece): void {
	const line = lines[piece.from] ?? '';
	if (line.startsWith('- ') && !isHardSpace(line.charCodeAt(2))) return;
	const hard = hardBulletText(line);
	if (hard >= 0 && readKeyLine(line, hard)?.key !== undefined) {
		const range = rangeOn(piece.from, firstInk(line), hard);
		const message = 'A no-break space stands behind this hyphen, so that Markdown sees no bullet. Write "- ".';
		problems.push(problem('E007', range, message, { fix: replace('Write "- "', range, '- ') }));
		return;
	}
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
	if (!amongOptions && reportEquals(problems, 'E304', line, piece.from)) return;
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

function warnOfNearMisses(reading: Reading, pieces: readonly Piece[], run: Run): void {
	for (let at = run.from; at < run.to; at++) {
		const piece = pieces[at];
		const keyLine = piece?.kind === 'bullet' ? keyLineOf(reading, piece) : undefined;
		if (!piece || keyLine?.near === undefined) continue;
		const range = rangeOn(piece.from, keyLine.nameFrom, keyLine.nameFrom + keyLine.name.length);
		reading.problems.push(nearMiss(keyLine.name, keyLine.near, range));
	}
}

/** A known word without its colon, alone before the facts and below other text: content all the same, but most likely meant as one of them. */
function warnOfNoColon(
	{ lines, problems }: Reading,
	pieces: readonly Piece[],
	run: Run,
	firstFact: number,
	content: readonly Piece[]
): void {
	const bullet = pieces[run.from];
	if (bullet?.kind !== 'bullet' || firstFact === run.from || content.length < 2 || content.at(-1) !== bullet) return;
	const found = keyWithoutColon(lines[bullet.from] ?? '');
	if (!found) return;
	const { key, from, to } = found;
	const fix = insert(`Write "${key}:"`, bullet.from, to, ':');
	const message = `"${key}" has no colon behind it, so this line is part of the answer. Did you mean "${key}:"?`;
	problems.push(problem('W302', rangeOn(bullet.from, from, to), message, { fix }));
}

function checkTwice({ problems }: Reading, fields: readonly Field[]): void {
	let seen = 0;
	for (const field of fields) {
		const { key } = field;
		const bit = key === undefined ? 0 : (ONCE.get(key) ?? 0);
		if (bit === 0) continue;
		const isFirst = (seen & bit) === 0;
		seen |= bit;
		const first = isFirst ? undefined : fields.find((other) => other.key === key);
		if (!first) continue;
		const range = fieldRange(field);
		const related = [{ file: '', range: fieldRange(first), message: 'The first one is here.' }];
		const fix = field.endLine === field.line + 1 ? { fix: removeLine('Delete this one', field.line) } : {};
		const message = `"${key}:" stands here a second time. Keep one and delete the other.`;
		problems.push(problem('E306', range, message, { ...fix, related }));
	}
}

/** For each key that may stand once only, a bit of its own. */
const ONCE: ReadonlyMap<Key, number> = new Map(KEYS.filter((key) => !REPEATABLE.has(key)).map((key, at) => [key, 1 << at]));

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
	if (first.plain) return reading.between(first.from, pieces[pieces.length - 1]?.to ?? first.to);
	if (pieces.length === 1) return joinLines(contentLines(reading, first.from, first.to));
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
function contentLines(reading: Reading, from: number, to: number): string[] {
	const part = reading.lines.slice(from, to);
	if (!reading.has(BACKSLASH)) return part;
	for (let at = 0; at < part.length; at++) {
		const line = part[at] ?? '';
		if (!line.includes('\\')) continue;
		const text = bulletText(line);
		if (text >= 0 && line.charAt(text) === '\\' && readKeyLine(line, text + 1)) part[at] = line.slice(0, text) + line.slice(text + 1);
	}
	return part;
}
