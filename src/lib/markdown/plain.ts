import type { ProseToken } from './marked.ts';

/**
 * A line that is Markdown for nothing but itself: it begins as no list, heading or block does, and has no character that could mean
 * more than what it is.
 */
const PLAIN_LINE = /^(?!\d+[.)])[\p{L}\p{N}(“„"‘«](?:[\p{L}\p{M}\p{N}.,;:!?'"’“”‘„«»()…–—%/$€-]| (?! |$))*$/u;
/** What becomes a link by itself. */
const ADDRESS = /www\.|:\/\//i;

/** The tokens of a text that is plain: paragraphs of plain lines. The same as marked's; undefined for any other text. */
export function plainTokens(text: string, inline: boolean): ProseToken[] | undefined {
	if (text === '') return [];
	if (!isPlain(text)) return undefined;
	if (inline) return text.includes('\n\n') ? undefined : [textToken(text)];
	const tokens: ProseToken[] = [];
	for (const raw of text.split(/(\n{2,})/)) {
		tokens.push(raw.startsWith('\n') ? { type: 'space', raw } : { type: 'paragraph', raw, text: raw, tokens: [textToken(raw)] });
	}
	return tokens;
}

/** Whether a text is plain. */
export function isPlain(text: string): boolean {
	if (ADDRESS.test(text)) return false;
	return text.split(/\n{2,}/).every((paragraph) => paragraph.split('\n').every((line) => PLAIN_LINE.test(line)));
}

function textToken(text: string): ProseToken & { readonly type: 'text' } {
	return { type: 'text', raw: text, text, escaped: false };
}
