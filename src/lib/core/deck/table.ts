import { seek, skipOpaque } from './inline.ts';

/** A table in a text: its rows of cells, the head first, and the text before it. Lines count from the text's first. */
export interface Table {
	readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
	readonly before: string;
	readonly after: string;
}

/** The first table of a text: a row, a row of dashes, and the rows below. */
export function tableIn(text: string): Table | undefined {
	const lines = text.split('\n');
	const dashes = lines.findIndex((line, at) => at > 0 && isDelimiter(line) && (lines[at - 1] ?? '').includes('|'));
	if (dashes < 1) return undefined;
	let end = dashes + 1;
	while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
	const rows = [];
	for (let line = dashes - 1; line < end; line++) if (line !== dashes) rows.push({ cells: cellsOf(lines[line] ?? ''), line });
	return {
		rows,
		before: lines
			.slice(0, dashes - 1)
			.join('\n')
			.trim(),
		after: lines.slice(end).join('\n').trim()
	};
}

/** `| --- | :-: |`. */
function isDelimiter(line: string): boolean {
	let dashes = 0;
	let bars = 0;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === 45) dashes++;
		else if (code === 124) bars++;
		else if (code !== 58 && code !== 32 && code !== 9) return false;
	}
	return dashes > 0 && bars > 0;
}

function cellsOf(line: string): string[] {
	const row = line.trim();
	const cells: string[] = [];
	let start = row.startsWith('|') ? 1 : 0;
	for (let at = start; at < row.length;) {
		const char = row.charAt(at);
		if (char === '|') {
			cells.push(row.slice(start, at).trim());
			start = at + 1;
			at++;
		} else at = char === '\\' || (char === '`' && seek(row, '`', at + 1) > 0) ? Math.max(skipOpaque(row, at), at + 1) : at + 1;
	}
	if (start < row.length) cells.push(row.slice(start).trim());
	return cells;
}
