import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMarks } from '#lib/core/deck/marks.ts';
import { lex } from '#lib/markdown/lex.svelte.ts';
import { children } from '#lib/markdown/markdown.ts';
import type { ProseToken } from '#lib/markdown/marked.ts';

/** The marks that the screen will hide, in the order of the text. */
function shown(tokens: readonly ProseToken[]): { hidden: string; group: string | undefined; hint: string | undefined }[] {
	return tokens.flatMap((token) => {
		if (token.type === 'mark') return [{ hidden: token.text, group: token.group, hint: token.hint }];
		if (token.type === 'list') return token.items.flatMap((item) => shown(children(item)));
		return 'tokens' in token ? shown(children(token)) : [];
	});
}

/** The marks that the deck language finds. */
const found = (text: string) => findMarks(text, () => 'x').marks.map(({ mark: { hidden, group, hint } }) => ({ hidden, group, hint }));

describe('what the deck language hides is what the screen hides', () => {
	test.each([
		'Arming for ==defence== looks ==offensive==.',
		'A mark ==over a\nline end== is one.',
		'The nearer ==opening, then ==counts== here.',
		'==fear=={1} and ==arms=={1: what is bought} and ==war=={: the end}',
		'if a == b and c == d, then ==e== follows',
		'in `==code==` and \\==escaped== nothing is hidden',
		'***==strong==*** and [==in a link==](https://example.org)',
		'- ==in a list==\n- of ==two==',
		'==a====b==',
		'=== no ===',
		'==Ünïcode · 中文=='
	])('in %j', (text) => {
		expect(shown(lex(text))).toEqual(found(text));
	});

	test('in any words with marks between them', () => {
		const word = fc.constantFrom('arms', 'fear ', ' war', '==', '==', ' == ', ', ', '\n', '{1}', '{a: b}', '(', '.', 'Ω');
		fc.assert(
			fc.property(fc.array(word, { maxLength: 14 }), (words) => {
				const text = `x ${words.join('')}`.trimEnd();
				// Blank lines, indented lines and underlines make blocks, which are the line reader's matter.
				fc.pre(!/\n\s*\n|\n {2,}|^\s*=+\s*$/m.test(text));
				expect(shown(lex(text))).toEqual(found(text));
			}),
			{ numRuns: 3000 }
		);
	});
});
