import { Marked, type MarkedToken, type TokenizerAndRendererExtension, type Tokens } from 'marked';

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

/** The tokens of a Markdown text; with `inline`, those of a line that is no block of its own. */
export function lex(text: string, inline = false): ProseToken[] {
	return (inline ? marked.Lexer.lexInline(text, marked.defaults) : marked.lexer(text)) as ProseToken[];
}

/** The parts of a token that are tokens themselves. */
export function children(token: {
	readonly tokens?: readonly Tokens.Generic[] | readonly ProseToken[] | undefined;
}): readonly ProseToken[] {
	return (token.tokens ?? []) as readonly ProseToken[];
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	copy: '©',
	hellip: '…',
	mdash: '—',
	ndash: '–',
	times: '×',
	rarr: '→'
};

/** A text with its character references resolved: marked leaves them to the HTML parser, which is not used here. */
export function decode(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return NAMED[name] ?? whole;
		const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
	});
}

const NOWHERE = 'https://deck.invalid';

/** The address of a link if it is one that is followed: https or mailto. */
export function safeLink(href: string): URL | undefined {
	const url = addressOf(href);
	return url !== undefined && url.origin !== NOWHERE && ['https:', 'mailto:'].includes(url.protocol) ? url : undefined;
}

/** The address of a picture if it belongs to the app itself. */
export function safeImage(href: string): string | undefined {
	return addressOf(href)?.origin === NOWHERE ? decode(href) : undefined;
}

function addressOf(href: string): URL | undefined {
	try {
		return new URL(decode(href), NOWHERE);
	} catch {
		return undefined;
	}
}
