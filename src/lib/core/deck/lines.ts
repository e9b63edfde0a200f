/** The lines of a text without their ends (LF, CRLF, CR or the end of the text); a byte order mark is dropped. */
export function splitLines(text: string): string[] {
	const body = text.slice(byteOrderMarks(text));
	return body.includes('\r') ? body.split(/\r\n?|\n/) : body.split('\n');
}

/** Whether a line holds nothing but white space. */
export function isBlank(line: string): boolean {
	return line === '' || line.trim() === '';
}

/** How many byte order marks a text begins with: more than one where a program has put its own before another's. */
export function byteOrderMarks(text: string): number {
	let count = 0;
	while (text.charCodeAt(count) === 0xfeff) count++;
	return count;
}

/** The line without trailing blanks; two or more spaces after words are a line break in Markdown and become exactly two. */
export function trimLine(line: string): string {
	const last = line.charCodeAt(line.length - 1);
	if (last !== 32 && last !== 9) return line;
	const words = line.trimEnd();
	return words !== '' && line.endsWith('  ') ? `${words}  ` : words;
}

/** How many columns of white space a line begins with; a tab reaches to the next multiple of four. */
export function indentOf(line: string): number {
	let columns = 0;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		if (code === 32) columns++;
		else if (code === 9) columns += 4 - (columns % 4);
		else break;
	}
	return columns;
}

const BLANKS_TO_JOIN = /[^\S ]| {2}/u;

/** The text with any white space between words as one blank, and none at its ends. */
export function singleSpaced(text: string): string {
	const words = text.trim();
	return BLANKS_TO_JOIN.test(words) ? words.replace(/\s+/gu, ' ') : words;
}

/** The index of the first character that is no space or tab. */
export function firstInk(line: string): number {
	let at = 0;
	while (at < line.length && (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9)) at++;
	return at;
}

/** The line with up to that many columns of white space removed from its beginning. */
export function dedent(line: string, columns: number): string {
	let at = 0;
	let done = 0;
	while (done < columns && at < line.length) {
		const code = line.charCodeAt(at);
		if (code === 32) done++;
		else if (code === 9) done += 4 - (done % 4);
		else break;
		at++;
	}
	return done > columns ? ' '.repeat(done - columns) + line.slice(at) : line.slice(at);
}

/** The lines as one text: trailing blanks trimmed, blank lines at both ends dropped. */
export function joinLines(lines: readonly string[]): string {
	let from = 0;
	let to = lines.length;
	while (from < to && isBlank(lines[from] ?? '')) from++;
	while (to > from && isBlank(lines[to - 1] ?? '')) to--;
	if (to - from === 1) return (lines[from] ?? '').trimEnd();
	let text = '';
	for (let at = from; at < to; at++) text += (at > from ? '\n' : '') + trimLine(lines[at] ?? '');
	return text.trimEnd();
}

/**
 * Whether a card begins on this line even where a header, code or a comment above was never closed. It takes `## ` and words:
 * reading must not hang on the blank behind bare hashes, which tidying removes.
 */
export function beginsCard(line: string): boolean {
	return line.startsWith('## ') && line.trim().length > 2;
}
