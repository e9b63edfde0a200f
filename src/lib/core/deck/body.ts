import { readBox } from './box.ts';
import { withOne } from './collect.ts';
import { bulletText, readKeyLine, type KeyLine } from './field.ts';
import { readIdComment, type WrittenId } from './heading.ts';
import { kindOfLine, orderedText, type LineKind } from './line.ts';
import { firstInk, indentOf, isBlank } from './lines.ts';
import { problem, type Fix } from './problem.ts';
import { insert, rangeOn, replace } from './range.ts';
import type { Reading } from './reading.ts';

/** A stretch of lines [from, to) of one sort. A bullet or box reaches over everything that belongs to its list item. */
export interface Piece {
	readonly kind: 'prose' | 'comment' | 'rule' | 'bullet' | 'box';
	readonly from: number;
	to: number;
	/** Whether it stands among nothing but plain lines (plain-scope.ts), so that its text is as it is written. */
	readonly plain: boolean;
	/** What a bullet is as a fact; null if it is none, undefined if nobody has asked yet. */
	keyLine: KeyLine | null | undefined;
}

/** What stands below a heading. */
export interface Body {
	readonly ids: readonly WrittenId[];
	/** Ids that stand between or below the text of the card. */
	readonly strayIds: readonly WrittenId[];
	readonly pieces: readonly Piece[];
}

/**
 * Where the reader stands. `top`: only ids so far. `open`: after a blank line or a finished block. `paragraph`: in text that goes on.
 * `numbered`, `bullet`, `box`: in a list item. `quote`: in feedback at the margin. The gaps: after a blank line in a list.
 */
type State = 'top' | 'open' | 'paragraph' | 'numbered' | 'bullet' | 'box' | 'quote' | 'numbered-gap' | 'bullet-gap' | 'box-gap';

/** What is done with a line. `more`: it belongs to the piece above. `lone`: text, but no paragraph that could become a heading. */
type Act =
	| 'skip'
	| 'id'
	| 'stray'
	| 'comment'
	| 'prose'
	| 'lone'
	| 'numbered'
	| 'bullet'
	| 'box'
	| 'more'
	| 'margin'
	| 'rule'
	| 'setext'
	| 'third'
	| 'deep';

type Row = Readonly<Record<LineKind, readonly [Act, State]>>;

/** What any line does that cannot belong to a list item above it. */
const FRESH: Omit<Row, 'blank' | 'id' | 'inner'> = {
	comment: ['comment', 'open'],
	code: ['lone', 'open'],
	box: ['box', 'box'],
	bullet: ['bullet', 'bullet'],
	numbered: ['numbered', 'numbered'],
	quote: ['lone', 'open'],
	rule: ['rule', 'open'],
	underline: ['prose', 'paragraph'],
	step: ['third', 'open'],
	deep: ['deep', 'open'],
	block: ['lone', 'open'],
	text: ['prose', 'paragraph']
};

const TABLE: Readonly<Record<State, Row>> = {
	top: { ...FRESH, blank: ['skip', 'top'], id: ['id', 'top'], inner: ['prose', 'paragraph'], comment: ['comment', 'top'] },
	open: { ...FRESH, blank: ['skip', 'open'], id: ['stray', 'open'], inner: ['prose', 'paragraph'] },
	paragraph: {
		...FRESH,
		blank: ['skip', 'open'],
		id: ['stray', 'open'],
		inner: ['prose', 'paragraph'],
		rule: ['setext', 'open'],
		underline: ['setext', 'open']
	},
	numbered: { ...FRESH, blank: ['skip', 'numbered-gap'], id: ['stray', 'open'], inner: ['lone', 'numbered'], text: ['lone', 'numbered'] },
	bullet: { ...FRESH, blank: ['skip', 'bullet-gap'], id: ['stray', 'open'], inner: ['more', 'bullet'], text: ['more', 'bullet'] },
	box: {
		...FRESH,
		blank: ['skip', 'box-gap'],
		id: ['stray', 'open'],
		inner: ['more', 'box'],
		text: ['more', 'box'],
		quote: ['margin', 'quote']
	},
	quote: {
		...FRESH,
		blank: ['skip', 'box-gap'],
		id: ['stray', 'open'],
		inner: ['more', 'box'],
		text: ['more', 'quote'],
		quote: ['more', 'quote']
	},
	'numbered-gap': { ...FRESH, blank: ['skip', 'numbered-gap'], id: ['stray', 'open'], inner: ['lone', 'numbered'] },
	'bullet-gap': { ...FRESH, blank: ['skip', 'bullet-gap'], id: ['stray', 'open'], inner: ['more', 'bullet'] },
	'box-gap': {
		...FRESH,
		blank: ['skip', 'box-gap'],
		id: ['stray', 'open'],
		inner: ['more', 'box'],
		quote: ['margin', 'quote']
	}
};

const NO_IDS: readonly WrittenId[] = [];

/** Reads the lines [from, to) below a heading. */
export function readBody(reading: Reading, from: number, to: number): Body {
	const { lines, inert } = reading;
	const pieces: Piece[] = [];
	let ids: WrittenId[] | undefined;
	let strayIds: WrittenId[] | undefined;
	let state: State = 'top';
	let itemIndent = 0;
	/** Up to where indented boxes have been told of. */
	let told = from;
	for (let at = from; at < to; at++) {
		const line = lines[at] ?? '';
		const last = pieces[pieces.length - 1];
		const within = inert.size > 0 ? inert.get(at) : undefined;
		if (within !== undefined && at > from && inert.get(at - 1) === within && last) {
			last.to = at + 1;
			continue;
		}
		if (state === 'open' || state === 'paragraph' || state === 'top') itemIndent = 0;
		const belongs = itemIndent > 0 && indentOf(line) >= itemIndent;
		const seen: LineKind = within === undefined ? kindOfLine(line, at, itemIndent) : belongs ? 'inner' : within;
		const kind: LineKind = state === 'bullet' && seen === 'text' && last && isBareFact(lines, last.from, at) ? 'bullet' : seen;
		if (kind === 'text' && at >= told && isIndentedBox(line)) told = reportIndentedBoxes(reading, at, to);
		const cell: readonly [Act, State] = TABLE[state][kind];
		const act = cell[0];
		state = cell[1];
		switch (act) {
			case 'skip':
				break;
			case 'id':
			case 'stray': {
				const id = readIdComment(line, at, line.indexOf('<'), true);
				if (id && act === 'id') ids = withOne(ids, id);
				else if (id) strayIds = withOne(strayIds, id);
				break;
			}
			case 'more':
			case 'margin':
				if (last) last.to = at + 1;
				break;
			case 'bullet':
			case 'box':
				pieces.push({ kind: act, from: at, to: at + 1, plain: false, keyLine: undefined });
				itemIndent = indentOf(line) + 2;
				break;
			case 'comment':
				pieces.push({ kind: 'comment', from: at, to: at + 1, plain: false, keyLine: undefined });
				break;
			case 'setext':
			case 'rule':
				reportRule(reading, at, act === 'setext');
				pieces.push({ kind: 'rule', from: at, to: at + 1, plain: false, keyLine: undefined });
				break;
			case 'third':
			case 'deep':
				reportHeading(reading, at, act === 'deep');
				addProse(pieces, last, at);
				break;
			case 'numbered':
				itemIndent = orderedText(line);
				addProse(pieces, last, at);
				break;
			case 'prose':
			case 'lone':
				addProse(pieces, last, at);
				break;
		}
	}
	return { ids: ids ?? NO_IDS, strayIds: strayIds ?? NO_IDS, pieces };
}

/** Whether a line is an option that stands so far in that Markdown sees code. */
function isIndentedBox(line: string): boolean {
	const code = line.charCodeAt(0);
	if (code !== 32 && code !== 9) return false;
	const box = readBox(line.trim());
	return box !== undefined && box.mistake === undefined;
}

/** Reports options that are indented like code, as one problem; gives the line up to which they reach. */
function reportIndentedBoxes({ lines, problems }: Reading, first: number, to: number): number {
	const line = lines[first] ?? '';
	const ink = firstInk(line);
	const edits: Fix['edits'][number][] = [];
	let at = first;
	for (; at < to; at++) {
		const text = lines[at] ?? '';
		if (isBlank(text)) continue;
		const out = Math.min(ink, firstInk(text));
		if (out === 0) break;
		edits.push({ range: rangeOn(at, 0, out), text: '' });
	}
	const message = 'Four spaces or a tab make code of this option, so that it is shown as text. Write "- [ ] " at the margin.';
	const fix = { title: 'Move the options to the margin', edits };
	problems.push(problem('W110', rangeOn(first, ink, line.trimEnd().length), message, { fix }));
	return at;
}

/** Whether a line at the margin is a fact that has lost its bullet: a known key directly below another fact. */
function isBareFact(lines: readonly string[], above: number, at: number): boolean {
	const line = lines[at] ?? '';
	if (!line.includes(':') && !line.includes('：')) return false;
	const bullet = lines[above] ?? '';
	const from = bulletText(bullet);
	const known = readKeyLine(line, 0)?.key !== undefined;
	return known && readKeyLine(bullet, Math.max(0, from))?.key !== undefined;
}

function addProse(pieces: Piece[], last: Piece | undefined, at: number): void {
	if (last?.kind === 'prose') last.to = at + 1;
	else pieces.push({ kind: 'prose', from: at, to: at + 1, plain: false, keyLine: undefined });
}

function reportRule({ lines, problems }: Reading, at: number, underText: boolean): void {
	const line = lines[at] ?? '';
	const words = line.trim();
	const from = line.indexOf(words);
	const range = rangeOn(at, from, from + words.length);
	if (words.includes('\u2014') || words.includes('\u2013')) {
		const fix = replace('Write ---', range, '---');
		problems.push(problem('E007', range, 'The keyboard has changed --- into dashes. Write three hyphens.', { fix }));
	} else if (underText) {
		const fix = insert('Put a blank line before it', at, 0, '\n');
		const message = `${words.slice(0, 3)} directly under text makes a heading of that text. Put a blank line between them.`;
		problems.push(problem('E103', range, message, { fix }));
	}
}

function reportHeading({ lines, problems }: Reading, at: number, deep: boolean): void {
	const line = lines[at] ?? '';
	const from = line.indexOf('#');
	let to = from;
	while (line.charAt(to) === '#') to++;
	const range = rangeOn(at, from, to);
	const fix = replace('Make it a card', range, '##');
	const message = deep
		? `A heading with ${to - from} hashes has no meaning in a deck. Write ## for a card, or bold words inside a card.`
		: 'A heading with ### is a step, and only a scenario has steps. Write ## for a card; as it is, the line belongs to the card above.';
	problems.push(problem(deep ? 'E104' : 'W104', range, message, { fix }));
}
