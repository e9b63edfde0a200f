import { m } from '#lib/messages/messages.js';
import type { ProseToken, Tokens } from './marked.ts';

/** The parts of a token that are tokens themselves. */
export function children(token: {
	readonly tokens?: readonly Tokens.Generic[] | readonly ProseToken[] | undefined;
}): readonly ProseToken[] {
	return (token.tokens ?? []) as readonly ProseToken[];
}

/** The words of some tokens, without their form. */
export function wordsOf(tokens: readonly ProseToken[]): string {
	return tokens
		.map((token) => {
			if ('tokens' in token && children(token).length > 0) return wordsOf(children(token));
			return 'text' in token && token.type !== 'html' ? decode(token.text) : '';
		})
		.join('')
		.trim();
}

/** What a table is called: by its columns. */
export function tableName({ header }: Tokens.Table): string {
	const columns = header.map((cell) => wordsOf(children(cell))).filter((words) => words !== '');
	return columns.length === 0 ? m.prose_table() : m.prose_table_of({ columns: columns.join(', ') });
}

/** Raw HTML as the text that it is, without the comments that authors leave for themselves. */
export function withoutComments(html: string): string {
	let rest = html;
	for (let at = rest.indexOf('<!--'); at >= 0; at = rest.indexOf('<!--')) {
		const end = rest.indexOf('-->', at + 4);
		rest = rest.slice(0, at) + (end < 0 ? '' : rest.slice(end + 3));
	}
	return rest;
}

/** Names of characters that people do write; any other stands as it was typed. */
const NAMED: ReadonlyMap<string, string> = new Map(
	(
		'amp=& lt=< gt=> quot=" apos=\' nbsp=\u00a0 shy=\u00ad copy=© reg=® trade=™ hellip=… mdash=— ndash=– minus=− times=× ' +
		'divide=÷ plusmn=± deg=° micro=µ middot=· bull=• sect=§ para=¶ dagger=† lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” ' +
		'bdquo=„ laquo=« raquo=» lsaquo=‹ rsaquo=› cent=¢ pound=£ yen=¥ euro=€ frac12=½ frac14=¼ frac34=¾ sup2=² sup3=³ le=≤ ' +
		'ge=≥ ne=≠ asymp=≈ infin=∞ larr=← rarr=→ uarr=↑ darr=↓ harr=↔ auml=ä ouml=ö uuml=ü Auml=Ä Ouml=Ö Uuml=Ü szlig=ß ' +
		'eacute=é egrave=è ecirc=ê agrave=à aacute=á acirc=â ccedil=ç ntilde=ñ oacute=ó iacute=í uacute=ú'
	)
		.split(' ')
		.map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
);

/** A text with its character references resolved: marked leaves them to the HTML parser, which is not used here. */
export function decode(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+\d*));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return NAMED.get(name) ?? whole;
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

function addressOf(href: string): URL | undefined {
	try {
		return new URL(decode(href), NOWHERE);
	} catch {
		return undefined;
	}
}
