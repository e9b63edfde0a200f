import { expect, test } from 'vitest';
import type { Note } from '#lib/core/deck/deck.ts';
import { parseDeck, type Parsed } from '#lib/core/deck/parse.ts';
import { REAL_INPUT } from './real-input.ts';

/** A note in a line or two: what it is and all that stands in it. */
function digest({ kind, id, prompt, facts, idWritten, section, ...content }: Note): string {
	const said = Object.entries(facts).filter(([, value]) => (value as { length?: number }).length !== 0);
	const more = said.length > 0 ? ` facts ${JSON.stringify(Object.fromEntries(said))}` : '';
	return `${kind} #${id}${idWritten ? '!' : ''} ${section === undefined ? '' : `(${section}) `}"${prompt}" ${JSON.stringify(content)}${more}`;
}

function read(text: string): Parsed {
	const sources = 'sources:\n  - id: jervis1978\n    title: Cooperation\n';
	const hasHead = /^\ufeff?---\n/u.test(text) || text.startsWith('# ');
	return parseDeck(
		'real.md',
		hasHead ? text : `${text.startsWith('\ufeff') ? '\ufeff' : ''}---\ntitle: T\n${sources}---\n${text.replace('\ufeff', '')}`
	);
}

test.each(REAL_INPUT)('$name', ({ text }) => {
	const { deck, problems } = read(text);
	const codes = problems
		.filter(({ code }) => code !== 'I202' && !/^I9/u.test(code))
		.map(({ code, range }) => `${code} ${range.line}:${range.column}`);
	expect(
		[`title ${deck.title} #${deck.id}`, ...deck.notes.map(digest), `problems ${codes.join(', ') || 'none'}`].join('\n')
	).toMatchSnapshot();
});

/** The words of a text that a reader would miss. */
function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];
}

test('nothing that is content vanishes: each word is in the deck, or a problem points to its line', () => {
	for (const { name, text } of REAL_INPUT) {
		const { deck, problems, outline } = read(text);
		const all = JSON.stringify(deck).toLowerCase();
		const lines = text.replace('\ufeff', '').split(/\r\n|\r|\n/u);
		const above = outline.notes[0]
			? outline.notes[0].line -
				1 -
				Math.max(
					0,
					lines.findIndex((line) => line.startsWith('##'))
				)
			: 0;
		const told = new Set(problems.map(({ range }) => range.line - above));
		lines.forEach((line, at) => {
			if (told.has(at + 1) || /^(?:---|title:|id:)/u.test(line)) return;
			const lost = wordsOf(
				line
					.replace(/^## (?:term|match|true or false|scenario):/iu, '')
					.replace(/^[-*] \**_*(?:part of|\w+)_*\**[\s\u00a0\u202f]*[:：]/iu, '')
			).filter((word) => !all.includes(word.toLowerCase()));
			expect(lost, `${name}: ${line}`).toEqual([]);
		});
	}
});
