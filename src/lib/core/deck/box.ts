import { firstInk } from './lines.ts';

/** `- [x] text`, taken apart. Columns count from 0. */
export interface Box {
	readonly right: boolean;
	/** Where the text begins. */
	readonly textFrom: number;
	/** What is wrong with how the box is typed, and what it should be. */
	readonly mistake?: { readonly from: number; readonly to: number; readonly code: 'E305' | 'E007'; readonly write: string };
}

/** What stands in a box that is ticked, also the x of other keyboards, and in one that is not. */
const TICKS = 'xX✓✔√✗✘×хХ*vV';
const BLANKS = ' \t\u00a0_-.oO';
/** Brackets that are typed for the square ones, with those that close them; an editor has put a backslash before the second kind. */
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '\\[': '\\]', '(': ')' };
/** Boxes that keyboards and word processors put in for `[ ]`, and whether they are ticked. */
const DRAWN: Readonly<Record<string, boolean>> = {
	'☐': false,
	'□': false,
	'▢': false,
	'◻': false,
	'☑': true,
	'☒': true,
	'✅': true,
	'🗹': true
};
const DRAWN_BULLETS = '•◦▪‣·●○∙';

/** The box at the beginning of a line, also one typed wrongly in a way that leaves no doubt. */
export function readBox(line: string): Box | undefined {
	const ink = firstInk(line);
	let at = ink;
	const char = line.charAt(at);
	const bullet = char === '-' || char === '*' || char === '+' || (char !== '' && DRAWN_BULLETS.includes(char)) ? char : '';
	if (bullet !== '') at++;
	const afterBullet = at;
	while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at++;
	const hard = bullet !== '' && isHardSpace(line.charCodeAt(at));
	if (hard) at = skipHardSpaces(line, at);
	if (bullet !== '' && at - afterBullet > 4) return undefined;
	const point = line.codePointAt(at);
	const drawn = point === undefined ? '' : String.fromCodePoint(point);
	const ticked = DRAWN[drawn];
	if (ticked !== undefined) return drawnBox(line, ink, at + drawn.length, ticked);
	const opener = line.charAt(at) === '\\' ? line.slice(at, at + 2) : line.charAt(at);
	if (BRACKETS[opener] === undefined || (bullet === '' && opener !== '[')) return undefined;
	return typedBox(line, { ink, bullet, afterBullet, open: at, opener, hard });
}

function skipSpaces(line: string, from: number): number {
	let at = from;
	while (line.charAt(at) === ' ' || line.charAt(at) === '\t' || line.charAt(at) === '\ufe0f') at++;
	return at;
}

function drawnBox(line: string, ink: number, end: number, right: boolean): Box {
	const to = skipSpaces(line, end);
	return { right, textFrom: to, mistake: { from: ink, to, code: 'E007', write: right ? '- [x] ' : '- [ ] ' } };
}

interface Start {
	readonly ink: number;
	readonly bullet: string;
	readonly afterBullet: number;
	readonly open: number;
	readonly opener: string;
	/** Whether a no-break space stands before it, behind which Markdown sees no box. */
	readonly hard: boolean;
}

function typedBox(line: string, { ink, bullet, afterBullet, open, opener, hard }: Start): Box | undefined {
	const closer = BRACKETS[opener] ?? ']';
	const start = open + opener.length;
	let at = start;
	let ticks = 0;
	let blanks = 0;
	while (at - start < 4 && at < line.length && !line.startsWith(closer, at)) {
		const char = line.charAt(at);
		if (TICKS.includes(char)) ticks++;
		else if (!BLANKS.includes(char)) return undefined;
		else if (!' \t\u00a0'.includes(char)) blanks++;
		at++;
	}
	const end = at + closer.length;
	if (!line.startsWith(closer, at) || ticks > 2 || blanks > 1 || ticks * blanks > 0) return undefined;
	// "- (v) …" and "- [o] …" may be anything: only blanks and an x are unmistakable between round brackets.
	if (opener === '(' && !' xX'.includes(line.slice(start, at))) return undefined;
	const after = line.charAt(end);
	if (after === '(' || after === ':' || after === '[') return undefined;
	const textFrom = skipSpaces(line, end);
	const right = ticks > 0;
	const write = right ? '[x]' : '[ ]';
	const inside = opener === '[' ? line.slice(start, at) : '';
	const wellMade = inside === ' ' || inside === 'x' || inside === 'X';
	const spaced = after === '' || after === ' ' || after === '\t';
	// Without a bullet only a line that is nothing else can be meant: "[x] text".
	if (opener !== '[' && !spaced) return undefined;
	if (!spaced && !['', 'x', 'X', ' '].includes(inside.trim() === '' ? '' : inside)) return undefined;
	if (bullet === '' && (!spaced || textFrom >= line.length)) return undefined;
	const afterWrite = spaced ? write : `${write} `;
	if (bullet !== '' && DRAWN_BULLETS.includes(bullet))
		return { right, textFrom, mistake: { from: ink, to: end, code: 'E007', write: `- ${afterWrite}` } };
	if (bullet === '' || afterBullet === open || hard)
		return { right, textFrom, mistake: { from: ink, to: end, code: 'E305', write: `${bullet || '-'} ${afterWrite}` } };
	if (!wellMade || !spaced) return { right, textFrom, mistake: { from: open, to: end, code: 'E305', write: afterWrite } };
	return { right, textFrom };
}

/** Where the text of a bullet begins that was typed as `•` or the like; -1 if the line begins with none. */
export function drawnBulletText(line: string): number {
	const ink = firstInk(line);
	const char = line.charAt(ink);
	if (char === '' || !DRAWN_BULLETS.includes(char)) return -1;
	const to = skipSpaces(line, ink + 1);
	return char === '·' && to === ink + 1 ? -1 : to;
}

export function isHardSpace(code: number): boolean {
	return code === 0xa0 || code === 0x202f;
}

function skipHardSpaces(line: string, from: number): number {
	let at = from;
	while (isHardSpace(line.charCodeAt(at)) || line.charCodeAt(at) === 32) at++;
	return at;
}

/** Where the text of a bullet begins that has a no-break space behind its hyphen, so that Markdown sees none; -1 if the line has none. */
export function hardBulletText(line: string): number {
	const ink = firstInk(line);
	const char = line.charAt(ink);
	if (char !== '-' && char !== '*' && char !== '+') return -1;
	let at = ink + 1;
	while (line.charCodeAt(at) === 32) at++;
	return isHardSpace(line.charCodeAt(at)) ? skipHardSpaces(line, at) : -1;
}
