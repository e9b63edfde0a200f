import { Marked, type MarkedToken, type TokenizerAndRendererExtension } from 'marked';

export type { Tokens } from 'marked';

/** `==text==`, with the group and the hint that may follow in braces. In a cloze, text to be hidden; elsewhere, a highlight. */
export interface MarkToken {
	readonly type: 'mark';
	readonly raw: string;
	/** What stands between the equals signs. */
	readonly text: string;
	readonly group: string | undefined;
	readonly hint: string | undefined;
	readonly tokens: ProseToken[];
}
export type ProseToken = MarkedToken | MarkToken;

/** As the deck language reads it (core/deck/marks.ts): it may go over a line's end, and the nearer of two openings counts. */
const MARK = /^==(?![\s=])((?:(?!\s==[^\s=])[^])*?[^\s=])==(?!=)(?:\{([^{}:\n]*)(?::([^{}\n]*))?\})?/;

const mark: TokenizerAndRendererExtension = {
	name: 'mark',
	level: 'inline',
	start: (source) => source.indexOf('=='),
	tokenizer(source, before) {
		const match = MARK.exec(source);
		// A third equals sign before the two, and they open nothing.
		if (!match?.[1] || before.at(-1)?.raw.endsWith('=')) return undefined;
		const [raw, text, group, hint] = match;
		return {
			type: 'mark',
			raw,
			text,
			group: group?.trim() || undefined,
			hint: hint?.trim() || undefined,
			tokens: this.lexer.inlineTokens(text)
		};
	},
	childTokens: ['tokens']
};
const marked = new Marked({ extensions: [mark] });

/** The tokens of any Markdown text; with `inline`, those of a line that is no block of its own. */
export function lexWithMarked(text: string, inline: boolean): ProseToken[] {
	// Without what marked hangs on the list.
	return [...(inline ? marked.Lexer.lexInline(text, marked.defaults) : marked.lexer(text))] as ProseToken[];
}
