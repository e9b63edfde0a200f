import { describe, expect, test } from 'vitest';
import { applyEdits } from '#lib/core/deck/edits.ts';
import { parseDeck } from '#lib/core/deck/parse.ts';
import { PLANTED, type Planted } from './planted.ts';

interface Variant {
	readonly name: string;
	readonly make: (text: string) => string;
}

const VARIANTS: readonly Variant[] = [
	{ name: 'LF', make: (text) => text.replaceAll('@', '') },
	{ name: 'CRLF', make: (text) => text.replaceAll('@', '').replaceAll('\n', '\r\n') },
	{ name: 'a BOM', make: (text) => `\ufeff${text.replaceAll('@', '')}` },
	{ name: 'an emoji before it', make: (text) => text.replaceAll('@', '👩‍🏫 ') }
];

/** The text without `«`, and the line and column where it stood. */
function place(text: string): { text: string; line: number; column: number } {
	const at = text.indexOf('«');
	const before = text.slice(0, at).split(/\r\n|\n/u);
	const column = (before[before.length - 1] ?? '').replace('\ufeff', '').length + 1;
	return { text: text.replace('«', ''), line: before.length, column };
}

describe.each(VARIANTS)('with $name', ({ make }) => {
	test.each(PLANTED.map((planted, at): [string, Planted] => [`${planted.code} (${at})`, planted]))(
		'%s is found, and nothing else',
		(_, planted) => {
			const { text, line, column } = place(make(planted.text));
			const { problems } = parseDeck('test.md', text);
			expect(problems.map(({ code, range }) => `${code} ${range.line}:${range.column}`)).toEqual([`${planted.code} ${line}:${column}`]);
		}
	);

	test.each(PLANTED.filter(({ fixed }) => fixed !== undefined))('the fix of $code leaves what is meant', (planted) => {
		const { text } = place(make(planted.text));
		const [problem] = parseDeck('test.md', text).problems;
		const fixed = applyEdits(text, problem?.fix?.edits ?? []);
		expect(fixed).toContain(make(planted.fixed ?? '').replace('\ufeff', ''));
		expect(parseDeck('test.md', fixed).problems.filter(({ code }) => code === planted.code)).toEqual([]);
	});
});

test('a message says what is wrong and what to do, in two sentences or more', () => {
	for (const planted of PLANTED) {
		for (const { message } of parseDeck('test.md', place(planted.text).text).problems) {
			expect(message.split(/[.?;:] /u).length, message).toBeGreaterThanOrEqual(2);
			expect(message).toMatch(/[.?]$|\.…?$/u);
		}
	}
});
