import { isAlias, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode, type YAMLMap, isMap } from 'yaml';
import { quoteRiskyValues } from './header-lines.ts';
import { nearMissOf, nearestOf } from './near.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { insert, rangeOn, replace } from './range.ts';
import type { Source } from './deck.ts';

/** The header of a deck, as far as it can be read. */
export interface Header {
	readonly title?: string;
	readonly id?: string;
	readonly namespace?: string;
	readonly description?: string;
	readonly language?: string;
	readonly authors: readonly string[];
	readonly license?: string;
	readonly sources: readonly Source[];
	readonly lint: Readonly<Record<string, boolean>>;
}

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

const KNOWN = ['title', 'id', 'namespace', 'description', 'language', 'authors', 'license', 'sources', 'lint', 'format'] as const;
const SOURCE_KEYS = ['id', 'title', 'author', 'publisher', 'date', 'url'] as const;
const EMPTY: Header = { authors: [], sources: [], lint: {} };

/** Reads the header at the top of a deck's lines. */
export function readHeader(lines: readonly string[], problems: Problem[]): ReadHeader {
	const first = lines[0]?.trimEnd() ?? '';
	if (!isFence(first)) return openedNowhere(lines, problems);
	checkFence(first, 0, problems);
	let end = 1;
	while (end < lines.length && !isFence((lines[end] ?? '').trimEnd()) && !(lines[end] ?? '').startsWith('## ')) end++;
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
	const quoted = quoteRiskyValues(lines, firstLine, problems);
	const counter = new LineCounter();
	const document = parseDocument(quoted.join('\n'), { lineCounter: counter, version: '1.2', prettyErrors: false, uniqueKeys: true });
	const place = (offset: number): { line: number; column: number } => {
		const { line, col } = counter.linePos(offset);
		return { line: Math.max(0, line - 1) + firstLine, column: Math.max(0, col - 1) };
	};
	const range = (node: { range?: readonly [number, number, number] | null | undefined } | null | undefined): Range => {
		const [from, to] = node?.range ?? [0, 0];
		const start = place(from);
		const end = place(to);
		return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
	};
	let broken = false;
	const [error] = document.errors;
	if (error) {
		broken = true;
		const { line, column } = place(Math.min(error.pos[0], quoted.join('\n').length));
		const text = lines[line - firstLine] ?? '';
		const from = column < text.trimEnd().length ? column : Math.max(0, text.indexOf(': ') + 2);
		const reason = (error.message.split('\n')[0] ?? '').replace(/\.$/u, '');
		const message = `The header cannot be read here: ${reason}. Write one "word: value" on each line, and put values with special characters in quotes.`;
		problems.push(problem('E002', rangeOn(line, Math.min(from, text.length), text.trimEnd().length), message));
	}
	const alias = findAlias(document);
	if (alias) {
		broken = true;
		problems.push(problem('E008', range(alias), 'A header cannot repeat a part of itself with *. Write the value out.'));
	}
	const reader = new HeaderReader(problems, range, lines, firstLine);
	return { ...reader.read(document), broken };
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

class HeaderReader {
	private readonly problems: Problem[];
	private readonly range: (node: { range?: readonly [number, number, number] | null | undefined } | null | undefined) => Range;
	private readonly lines: readonly string[];
	private readonly firstLine: number;

	constructor(problems: Problem[], range: HeaderReader['range'], lines: readonly string[], firstLine: number) {
		this.problems = problems;
		this.range = range;
		this.lines = lines;
		this.firstLine = firstLine;
	}

	read(document: Document.Parsed): { header: Header; ranges: Record<string, Range> } {
		const map: unknown = document.contents;
		const ranges: Record<string, Range> = {};
		if (!isMap(map)) {
			if (map !== null) this.fail(this.range(map), 'The header is not a list of "word: value" lines.');
			return { header: EMPTY, ranges };
		}
		let header: Header = EMPTY;
		for (const pair of map.items) {
			const key = isScalar(pair.key) ? String(pair.key.value) : '';
			const at = this.range(pair.key as ParsedNode | null);
			const value: unknown = pair.value;
			if (isAlias(value)) continue;
			ranges[key] = value === null ? at : this.range(value);
			if (key === 'authors') header = { ...header, authors: this.texts(value) };
			else if (key === 'sources') header = { ...header, sources: this.sources(value, at) };
			else if (key === 'lint') header = { ...header, lint: this.lints(value, at) };
			else if (key === 'format') this.checkFormat(value, at);
			else if (KNOWN.some((known) => known === key)) {
				const text = this.text(value, key, at);
				if (text !== '') header = { ...header, [key]: text };
			} else this.unknown(key, at, KNOWN, 'The header');
		}
		return { header, ranges };
	}

	private fail(range: Range, message: string): void {
		this.problems.push(problem('E002', range, message));
	}

	private unknown(key: string, range: Range, known: readonly string[], where: string): void {
		if (key.startsWith('x-')) return;
		const near = nearMissOf(key.toLowerCase(), known) ?? (key.length >= 5 ? nearOf(key, known) : undefined);
		if (near === undefined) {
			this.problems.push(problem('I004', range, `${where} has no line "${key}". It is kept, and means nothing here.`));
			return;
		}
		const fix = replace(`Write "${near}"`, range, near);
		this.problems.push(problem('W003', range, `${where} has no line "${key}". Did you mean "${near}"?`, { fix }));
	}

	/** A value as text: as written, whatever YAML would make of it. */
	private text(value: unknown, key: string, at: Range): string {
		if (isScalar(value)) {
			const scalar = value;
			const plain = scalar.type === 'PLAIN' || scalar.type === undefined;
			if (scalar.value === null || scalar.value === '') return key === 'title' || key === 'id' || key === 'date' ? this.afterColon(at) : '';
			return (plain ? (scalar.source ?? textFrom(scalar.value)) : textFrom(scalar.value)).trim();
		}
		if (value === null || value === undefined) return key === 'title' || key === 'id' || key === 'date' ? this.afterColon(at) : '';
		if (key === 'title' || key === 'description') {
			const written = this.afterColon(at);
			if (written !== '') return written;
		}
		this.fail(this.range(value), `"${key}" is a text, not a list. Write it on one line, in quotes if it has special characters.`);
		return '';
	}

	/** What stands after the colon of the line on which a key stands: "#1", which YAML takes for a comment. */
	private afterColon(key: Range): string {
		const line = this.lines[key.line - 1 - this.firstLine] ?? '';
		const colon = line.indexOf(':', key.endColumn - 1);
		const written = colon < 0 ? '' : line.slice(colon + 1).trim();
		return written.startsWith('# ') ? '' : written;
	}

	private texts(value: unknown): string[] {
		if (!isSeq(value)) {
			const one = isScalar(value) && value.value !== null ? textFrom(value.value) : '';
			return one === '' ? [] : [one];
		}
		return value.items.map((part) => (isScalar(part) ? textFrom(part.value) : '')).filter((text) => text !== '');
	}

	private sources(value: unknown, at: Range): Source[] {
		if (value === null || (isScalar(value) && value.value === null)) return [];
		if (!isSeq(value)) {
			this.fail(at, '"sources" is a list. Begin each source with "  - id: …" on a line of its own.');
			return [];
		}
		const sources: Source[] = [];
		for (const part of value.items) {
			const source = isMap(part) ? this.source(part) : undefined;
			if (!isMap(part) && !isAlias(part)) this.fail(this.range(part as ParsedNode), 'A source begins with "- id: …", with its title on the next line.');
			if (!source) continue;
			if (sources.some(({ id }) => id === source.id))
				this.fail(this.range(part as ParsedNode), `The source "${source.id}" stands here twice. Delete one of them.`);
			else sources.push(source);
		}
		return sources;
	}

	private source(map: YAMLMap): Source | undefined {
		const values: Record<string, string> = {};
		for (const pair of map.items) {
			const key = isScalar(pair.key) ? String(pair.key.value) : '';
			const at = this.range(pair.key as ParsedNode | null);
			if (SOURCE_KEYS.some((known) => known === key))
				values[key] = this.text(pair.value, key === 'date' ? 'date' : `${key} of a source`, at) || '';
			else this.unknown(key, at, SOURCE_KEYS, 'A source');
		}
		const { id, title, ...rest } = values;
		if (id === undefined || id === '') {
			this.fail(this.range(map), 'This source has no id, so no card can name it. Add "id: " and a short name.');
			return undefined;
		}
		const filled = Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== ''));
		if (title === undefined || title === '') this.fail(this.range(map), `The source "${id}" has no title. Add "title: ".`);
		return { id, title: title ?? id, ...filled };
	}

	private lints(value: unknown, at: Range): Record<string, boolean> {
		const lint: Record<string, boolean> = {};
		if (!isMap(value)) {
			if (isScalar(value) && value.value === null) return lint;
			this.fail(at, '"lint" switches hints on or off. Write it like "lint: { I913: off }".');
			return lint;
		}
		for (const pair of value.items) {
			const code = isScalar(pair.key) ? String(pair.key.value) : '';
			const word = isScalar(pair.value) ? textFrom(pair.value.value).toLowerCase() : '';
			if (['off', 'false', 'no'].includes(word)) lint[code] = false;
			else if (['on', 'true', 'yes'].includes(word)) lint[code] = true;
			else this.fail(this.range(pair.key as ParsedNode), `"${code}" can be on or off. Write "${code}: off".`);
		}
		return lint;
	}

	private checkFormat(value: unknown, at: Range): void {
		if (isScalar(value) && (value.value === 1 || value.value === '1')) return;
		this.fail(at, 'This deck asks for a format that this version does not know. Write "format: 1", or delete the line.');
	}
}

function nearOf(key: string, known: readonly string[]): string | undefined {
	const near = nearestOf(key, known);
	return near !== undefined && near.charAt(0) === key.charAt(0).toLowerCase() ? near : undefined;
}

function textFrom(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
