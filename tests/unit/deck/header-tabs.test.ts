import { describe, expect, test } from 'vitest';
import { applyEdits } from '#lib/core/deck/edits.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';

const HEADERS: readonly [string, string, string][] = [
	['a value with a colon', '\tlicense: Realism: an introduction', 'Realism: an introduction'],
	['a quote that is never closed', '\t\tlicense: "Realism', '"Realism'],
	['a value at the end of a line', '\tlicense:  - id: jervis1978', '- id: jervis1978']
];

describe('a problem behind a tab in the header', () => {
	test.each(HEADERS)('stands on %s, and so does its fix', (_, line, words) => {
		const text = `---\ntitle: T\nsources:\n${line}\n---\n`;
		const found = parseDeck('any.md', text).problems.filter(({ range, code }) => code === 'E002' && range.line === 4 && range.column > 1);
		expect(found.map(({ range }) => line.slice(range.column - 1, range.endColumn - 1))).toContain(words);
		for (const { fix } of found) if (fix) expect(applyEdits(text, fix.edits)).toContain(line.split(':')[0]);
	});
});
