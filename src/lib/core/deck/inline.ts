/** Where code spans, comments and links begin and end in a text, so that marks in them stay text. */

/** How far a code span, a comment or an address may reach: so that a text of nothing but openers is still read in linear time. */
const LONGEST_SPAN = 2000;

/** Where a needle stands in the next characters from `from` on, or -1. */
export function seek(text: string, needle: string, from: number, within = LONGEST_SPAN): number {
	const found = text.slice(from, from + within).indexOf(needle);
	return found < 0 ? -1 : from + found;
}

/** The end of the code span that opens at `at`, or the end of the run of backticks if nothing closes it. */
export function skipCode(text: string, at: number): number {
	let end = at;
	while (text.charCodeAt(end) === 96) end++;
	const size = end - at;
	for (let close = seek(text, '`', end); close >= 0 && close - at < LONGEST_SPAN;) {
		let after = close;
		while (text.charCodeAt(after) === 96) after++;
		if (after - close === size) return after;
		close = seek(text, '`', after);
	}
	return end;
}

const LONGEST_FENCE = 20_000;

/** The end of the fenced code that opens at `at`, the first character of its line but for blanks; `at` if nothing closes it. */
function skipFence(text: string, at: number): number {
	const char = text.charAt(at);
	let end = at;
	while (text.charAt(end) === char) end++;
	if (end - at < 3) return at;
	const fence = text.slice(at, end);
	let line = seek(text, '\n', end, LONGEST_FENCE) + 1;
	while (line > 0 && line - at < LONGEST_FENCE) {
		let ink = line;
		while (text.charCodeAt(ink) === 32) ink++;
		const next = seek(text, '\n', ink, LONGEST_FENCE) + 1;
		if (text.startsWith(fence, ink)) return next > 0 ? next - 1 : text.length;
		line = next;
	}
	return at;
}

function beginsLine(text: string, at: number): boolean {
	let before = at;
	while (before > 0 && text.charCodeAt(before - 1) === 32) before--;
	return before === 0 || text.charCodeAt(before - 1) === 10;
}

/** The end of what stands at `at` and is not to be read: a code span, a comment, an address, an escaped character; or `at`. */
export function skipOpaque(text: string, at: number): number {
	switch (text.charCodeAt(at)) {
		case 92:
			return at + 2;
		case 96: {
			const end = beginsLine(text, at) ? skipFence(text, at) : at;
			return end > at ? end : skipCode(text, at);
		}
		case 126:
			return beginsLine(text, at) ? skipFence(text, at) : at;
		case 60: {
			if (text.startsWith('<!--', at)) {
				const end = seek(text, '-->', at + 4);
				return end < 0 ? at + 4 : end + 3;
			}
			return text.startsWith('<http', at) ? skipAddress(text, at) : at;
		}
		case 93:
			if (text.charCodeAt(at + 1) !== 40) return at;
			return skipTarget(text, at + 2);
		case 104:
			return text.startsWith('http://', at) || text.startsWith('https://', at) ? skipAddress(text, at) : at;
		default:
			return at;
	}
}

function skipAddress(text: string, from: number): number {
	let at = from;
	while (at < text.length && !isSpaceCode(text.charCodeAt(at))) at++;
	return at;
}

function skipTarget(text: string, from: number): number {
	for (let at = from; at < text.length && at - from < LONGEST_SPAN; at++) {
		const code = text.charCodeAt(at);
		if (code === 41) return at + 1;
		// Another target begins, so this one has no end: without this a text of nothing but openers takes minutes.
		if (code === 10 || (code === 93 && text.charCodeAt(at + 1) === 40)) return from;
	}
	return from;
}

export function isSpaceCode(code: number): boolean {
	return Number.isNaN(code) || code === 32 || code === 9 || code === 10 || code === 0xa0 || code === 0x202f || code === 0x3000;
}

/** An image in a text; indexes into the text. */
export interface Image {
	readonly alt: string;
	readonly file: string;
	readonly from: number;
	readonly to: number;
	readonly fileFrom: number;
}

/** The images of a text, outside code and comments. */
export function imagesIn(text: string): Image[] {
	const images: Image[] = [];
	if (!text.includes('![')) return images;
	for (let at = 0; at < text.length;) {
		const image = text.charCodeAt(at) === 33 && text.charCodeAt(at + 1) === 91 ? imageAt(text, at) : undefined;
		if (image) images.push(image);
		at = image ? image.to : Math.max(skipOpaque(text, at), at + 1);
	}
	return images;
}

function imageAt(text: string, from: number): Image | undefined {
	let depth = 1;
	let close = from + 2;
	for (; close < text.length && close - from < 2000; close++) {
		const char = text.charAt(close);
		if (char === '\\') close++;
		else if (char === '!' && text.charAt(close + 1) === '[') return undefined;
		else if (char === '[') depth++;
		else if (char === ']' && --depth === 0) break;
	}
	if (text.charAt(close) !== ']' || text.charAt(close + 1) !== '(') return undefined;
	let fileFrom = close + 2;
	while (text.charAt(fileFrom) === ' ') fileFrom++;
	const angled = text.charAt(fileFrom) === '<';
	if (angled) fileFrom++;
	let end = fileFrom;
	while (end < text.length && end - fileFrom < 2000 && !(angled ? '>\n' : ' )\n').includes(text.charAt(end))) {
		if (text.startsWith('](', end)) return undefined;
		end++;
	}
	const to = seek(text, ')', end, 500);
	if (to < 0) return undefined;
	return { alt: text.slice(from + 2, close), file: text.slice(fileFrom, end), from, to: to + 1, fileFrom };
}

/** What a heading says without its images, links and comments: alt texts (else the picture's name), the words of links. */
export function plainWords(text: string): string {
	if (!text.includes('[') && !text.includes('<!--')) return text;
	let words = '';
	let done = 0;
	for (const { alt, file, from, to } of imagesIn(text)) {
		words += text.slice(done, from) + (alt.trim() === '' ? stemOf(file) : alt);
		done = to;
	}
	return withoutTargets(words + text.slice(done));
}

/** The name of a file without its folder and its ending. */
export function stemOf(path: string): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(0, dot) : name;
}

function withoutTargets(text: string): string {
	let words = '';
	for (let at = 0; at < text.length;) {
		const opaque = text.startsWith('](', at) || text.startsWith('<!--', at);
		const end = opaque ? skipOpaque(text, at) : at;
		if (end === at) words += text.charAt(at);
		else words += ' ';
		at = Math.max(end, at + 1);
	}
	return words;
}
