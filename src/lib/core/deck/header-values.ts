import { isAlias, isMap, isScalar, isSeq, type Document, type ParsedNode, type YAMLMap } from 'yaml';
import type { Source } from './deck.ts';
import { nearestOf, nearMissOf } from './near.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { replace } from './range.ts';

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

export const KNOWN = ['title', 'id', 'namespace', 'description', 'language', 'authors', 'license', 'sources', 'lint', 'format'] as const;
const SOURCE_KEYS = ['id', 'title', 'author', 'publisher', 'date', 'url'] as const;
export const EMPTY: Header = { authors: [], sources: [], lint: {} };

/** Reads the values of a header, one by one: what is wrong with one spoils no other. */
export class HeaderReader {
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
			if (!isMap(part) && !isAlias(part))
				this.fail(this.range(part as ParsedNode), 'A source begins with "- id: …", with its title on the next line.');
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
