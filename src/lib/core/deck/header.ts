import { isScalar, LineCounter, parseDocument, visit, type Document, type ParsedNode, type YAMLError } from 'yaml';
import { DEEPEST, LONGEST_LINE } from './limits.ts';
import { beginsCard, firstInk } from './lines.ts';
import { blanksAdded, quoteRiskyValues } from './header-lines.ts';
import { EMPTY, HeaderReader, KNOWN, type Header } from './header-values.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { insert, rangeOn, replace } from './range.ts';

/** A header and where it ends. */
export interface ReadHeader {
	readonly header: Header;
	/** The index of the first line after it. */
	readonly end: number;
	/** Whether the text has a header at all. */
	readonly present: boolean;
	/** Whether it could not be read as a whole, so that what is missing in it proves nothing. */
	readonly broken: boolean;
	readonly ranges: Readonly<Record<string, Range>>;
}

/** What the errors of the YAML reader mean to someone who has never heard of YAML. */
const REASONS: Readonly<Record<string, string>> = {
	BAD_FLOW_COLLECTION: 'a bracket is opened here and never closed',
	MISSING_CHAR: 'a quote or bracket is opened and never closed, or a colon is missing',
	DUPLICATE_KEY: 'this word stands here a second time',
	TAB_AS_INDENT: 'the line begins with a tab; use spaces',
	BAD_INDENT: 'the line is indented more or less than the lines around it',
	BAD_ALIAS: 'a value cannot begin with *',
	BLOCK_AS_IMPLICIT_KEY: 'the value has a colon in it',
	MULTILINE_IMPLICIT_KEY: 'a line has no colon after its first word'
};

/** Reads the header at the top of a deck's lines. */
export function readHeader(lines: readonly string[], problems: Problem[]): ReadHeader {
	const first = lines[0]?.trimEnd() ?? '';
	if (!isFence(first)) return openedNowhere(lines, problems);
	checkFence(first, 0, problems);
	let end = 1;
	while (end < lines.length && !isFence((lines[end] ?? '').trimEnd()) && !beginsCard(lines[end] ?? '')) end++;
	const closed = end < lines.length && isFence((lines[end] ?? '').trimEnd());
	if (closed) checkFence((lines[end] ?? '').trimEnd(), end, problems);
	else {
		end = guessEnd(lines);
		const message = 'The header is opened with --- but never closed. Write --- on a line of its own below it.';
		const last = lines[end - 1] ?? '';
		problems.push(problem('E001', rangeOn(0, 0, first.length), message, { fix: insert('Write ---', end - 1, last.length, '\n---') }));
	}
	const read = readYaml(lines.slice(1, end), 1, problems);
	return { ...read, end: closed ? end + 1 : end, present: true, broken: read.broken || !closed };
}

function isFence(line: string): boolean {
	if (line === '---') return true;
	return line.length >= 1 && line.length <= 3 && /^[-\u2013\u2014]+$/u.test(line) && (line.includes('\u2014') || line.includes('\u2013'));
}

function checkFence(line: string, at: number, problems: Problem[]): void {
	if (line === '---') return;
	const range = rangeOn(at, 0, line.length);
	const fix = replace('Write ---', range, '---');
	problems.push(problem('E007', range, 'The keyboard has changed --- into dashes. Write three hyphens.', { fix }));
}

/** Where a header that is not closed ends: at the first line that cannot belong to it. */
function guessEnd(lines: readonly string[]): number {
	let end = 1;
	while (end < lines.length && looksLikeHeader(lines[end] ?? '')) end++;
	return end;
}

function looksLikeHeader(line: string): boolean {
	if (line.trim() === '' || line.startsWith('#')) return false;
	return line.startsWith(' ') || line.startsWith('-') || /^[\p{L}_-]{1,40}:(\s|$)/u.test(line);
}

/** A deck may have no header; but known header lines above a `---` are one whose first line is missing. */
function openedNowhere(lines: readonly string[], problems: Problem[]): ReadHeader {
	const none: ReadHeader = { header: EMPTY, end: 0, present: false, broken: false, ranges: {} };
	const key = (lines[0] ?? '').split(':')[0] ?? '';
	if (!KNOWN.some((known) => known === key)) return none;
	let end = 0;
	while (end < lines.length && looksLikeHeader(lines[end] ?? '') && (lines[end] ?? '') !== '---') end++;
	if (lines[end] !== '---') return none;
	const message = 'The header is closed with --- but never opened. Write --- on a line of its own above it.';
	problems.push(problem('E001', rangeOn(0, 0, (lines[0] ?? '').length), message, { fix: insert('Write ---', 0, 0, '---\n') }));
	const read = readYaml(lines.slice(0, end), 0, problems);
	return { ...read, end: end + 1, present: true, broken: true };
}

function readYaml(lines: readonly string[], firstLine: number, problems: Problem[]): Omit<ReadHeader, 'end' | 'present'> {
	const tooDeep = deepestLine(lines);
	if (tooDeep >= 0) {
		const text = lines[tooDeep] ?? '';
		const message = 'This part of the header has too many levels to be read. Write it in fewer.';
		problems.push(problem('E008', rangeOn(firstLine + tooDeep, 0, Math.min(text.trimEnd().length, LONGEST_LINE)), message));
	}
	const quoted = tooDeep >= 0 ? [] : quoteRiskyValues(lines, firstLine, problems);
	const counter = new LineCounter();
	const document = parseDocument(quoted.join('\n'), { lineCounter: counter, version: '1.2', prettyErrors: false, uniqueKeys: false });
	const place = (offset: number): { line: number; column: number } => {
		const { line, col } = counter.linePos(offset);
		const written = lines[Math.max(0, line - 1)] ?? '';
		const column = Math.max(0, col - 1 - blanksAdded(written));
		// A line that was put in quotes in order to be read is longer than the one in the text.
		return { line: Math.max(0, line - 1) + firstLine, column: Math.min(column, written.length) };
	};
	const range = (node: { range?: readonly [number, number, number] | null | undefined } | null | undefined): Range => {
		const [from, to] = node?.range ?? [0, 0];
		const start = place(from);
		const end = place(to);
		return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
	};
	let broken = tooDeep >= 0;
	const [error = repeatedKey(document)] = document.errors;
	if (error) {
		broken = true;
		const { line, column } = place(Math.min(error.pos[0], quoted.join('\n').length));
		const text = lines[line - firstLine] ?? '';
		const end = text.trimEnd().length;
		const value = text.indexOf(': ') + 2;
		const from = column < end ? column : value >= 2 && value < end ? value : firstInk(text);
		const reason = REASONS[error.code] ?? 'it is not a list of "word: value" lines';
		const message = `The header cannot be read here: ${reason}. Write one "word: value" on each line, and put values with special characters in quotes.`;
		problems.push(problem('E002', rangeOn(line, Math.min(from, end), end), message));
	}
	const alias = findAlias(document);
	if (alias) {
		broken = true;
		problems.push(problem('E008', range(alias), 'A header cannot repeat a part of itself with *. Write the value out.'));
	}
	// After a mistake that YAML cannot get over, what is missing proves nothing.
	const reader = new HeaderReader(broken ? [] : problems, range, lines, firstLine);
	return { ...reader.read(document), broken };
}

const DEEPEST_INDENT = 100;

/**
 * The index of the line at which a header becomes too deep, or -1. The YAML reader calls itself for each level, and thousands of
 * them end the whole program: columns of indentation, brackets that are open, and dashes before a value bound the levels.
 */
function deepestLine(lines: readonly string[]): number {
	let brackets = 0;
	return lines.findIndex((line) => {
		const ink = firstInk(line);
		let marks = 0;
		for (let at = ink; at < line.length; at += 2) {
			if (!'-?:'.includes(line.charAt(at)) || (line.charAt(at + 1) !== ' ' && line.charAt(at + 1) !== '\t')) break;
			marks++;
		}
		for (let at = ink; at < line.length && brackets <= DEEPEST; at++) {
			const code = line.charCodeAt(at);
			if (code === 91 || code === 123) brackets++;
			else if ((code === 93 || code === 125) && brackets > 0) brackets--;
		}
		return ink > DEEPEST_INDENT || marks > DEEPEST || brackets > DEEPEST;
	});
}

/** The first word that stands twice in one place. The YAML reader finds it too, in quadratic time. */
function repeatedKey(document: Document.Parsed): Pick<YAMLError, 'code' | 'pos'> | undefined {
	let first: readonly [number, number] | undefined;
	visit(document, {
		Map(_, { items }) {
			const seen = new Set<unknown>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				const [from, to] = key.range ?? [0, 0];
				if (seen.has(key.value) && (!first || from < first[0])) first = [from, to];
				seen.add(key.value);
			}
		}
	});
	return first && { code: 'DUPLICATE_KEY', pos: [...first] };
}

function findAlias(document: Document.Parsed): ParsedNode | undefined {
	const open: unknown[] = [document.contents];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (typeof node !== 'object' || node === null) continue;
		if ('source' in node && !('value' in node) && !('items' in node)) return node as ParsedNode;
		if ('items' in node && Array.isArray(node.items)) for (const item of node.items as unknown[]) open.push(item);
		if ('key' in node) open.push(node.key);
		if ('value' in node) open.push(node.value);
	}
	return undefined;
}
