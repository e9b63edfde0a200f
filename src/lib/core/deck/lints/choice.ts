import type { ChoiceNote, ChooseAllNote, Option } from '../deck.ts';
import { mayBeginAlike } from '../beginning.ts';
import { hint, promptOf, type Linted } from '../lint.ts';
import { optionRange } from '../option.ts';
import type { ReadBlock } from '../parse.ts';
import { problem, type Problem, type Range } from '../problem.ts';
import { rangeOn } from '../range.ts';

const MUCH_LONGER = 1.5;
const ENOUGH_CHOICES = 8;
const ALL_OR_NONE =
	/^(?:all|none|both|neither|any) of (?:the|these|those)(?: (?:above|below|options|answers))?(?: are (?:right|correct|true))?\.?$/iu;
/** Longer options say something. */
const LONGEST_ALL_OR_NONE = 60;
const NEGATIVE = /\b(?:not|never|except|least|incorrect|false|untrue)\b/iu;
const ABSOLUTE = /\b(?:always|never|all|none|only|every|nobody|everyone|impossible)\b/iu;

/** Hints about the options of a choice. */
export function lintChoice(linted: Linted, note: ChoiceNote | ChooseAllNote): void {
	const { setting } = linted;
	const { options } = note;
	const claims = claimsOf(options);
	// A bullet that is most likely the feedback has been told of already.
	const likelySaid = linted.problems.some(({ code }) => code === 'W308');
	options.forEach(({ text, right, feedback }, index) => {
		if (!right && feedback === undefined && !likelySaid) {
			const message =
				'This wrong option has no feedback. Write "  > " and why it is wrong on the line below: the reason is what is learned.';
			hint(linted, 'I910', optionAt(linted, index), message);
		}
		if (text.length <= LONGEST_ALL_OR_NONE && mayBeAllOrNone(text) && ALL_OR_NONE.test(text.trim())) {
			hint(
				linted,
				'I903',
				optionAt(linted, index),
				`"${text.trim()}" can be worked out without knowing the answer. Write an option that says something.`
			);
		}
		if (setting.lint.I905 === true && ABSOLUTE.test(text)) {
			hint(
				linted,
				'I905',
				optionAt(linted, index),
				'This option has an absolute word, which often gives it away as wrong. Say it less absolutely.'
			);
		}
		const claim = claims?.[index];
		const other = claim ? claims.findIndex((it, before) => before < index && overlap(it, claim)) : -1;
		if (other >= 0) {
			const message = 'This option overlaps with another one, so that both can be right. Make them exclude each other.';
			hint(linted, 'I908', optionAt(linted, index), message, {
				related: [{ file: '', range: optionAt(linted, other), message: 'The other one is here.' }]
			});
		}
	});
	if (setting.lint.I904 === true && NEGATIVE.test(note.prompt)) {
		hint(linted, 'I904', promptOf(linted), 'This question asks for what is not the case, which is easily misread. Ask for what is.');
	}
	if (note.kind !== 'choice') return;
	const key = options.findIndex(({ right }) => right);
	const length = options[key]?.text.length ?? 0;
	if (isLongest(note) && length >= MUCH_LONGER * meanOfOthers(options)) {
		const message = 'The right option is much longer than the others, which gives it away. Shorten it, or make the others as exact.';
		hint(linted, 'I901', optionAt(linted, key), message);
	}
	const clue = clueIn(note.question === '' ? note.prompt : `${note.prompt} ${note.question}`, options);
	if (clue !== undefined) {
		hint(
			linted,
			'I906',
			optionAt(linted, key),
			`"${clue}" stands in the question and only in the right option, which gives it away. Reword one of them.`
		);
	}
}

/** How long the wrong options are on average. */
function meanOfOthers(options: readonly Option[]): number {
	const others = options.filter(({ right }) => !right);
	return others.reduce((sum, { text }) => sum + text.length, 0) / others.length;
}

/** Whether an option begins with the first letter of one of the words, or with anything but a letter of ASCII. */
function mayBeAllOrNone(text: string): boolean {
	const code = text.charCodeAt(0) | 32;
	return code < 99 || code > 122 || code === 110;
}

function optionAt(linted: Linted, index: number): Range {
	const option = linted.parts.options[index];
	return option ? optionRange(option) : promptOf(linted);
}

/** Whether the right option is longer than all others. */
export function isLongest({ options }: ChoiceNote): boolean {
	const key = options.find(({ right }) => right)?.text.length ?? 0;
	return options.every(({ right, text }) => right || text.length < key);
}

/** Over the whole deck, the longest option is the right one too often (I902). */
export function lintKeyLengths(blocks: readonly ReadBlock[]): Problem[] {
	let choices = 0;
	let longest = 0;
	let place: Range | undefined;
	for (const read of blocks) {
		if (read.kind !== 'note' || read.note.keyIsLongest === undefined) continue;
		choices++;
		if (!read.note.keyIsLongest) continue;
		longest++;
		place ??= rangeOn(read.block.from, read.note.from, read.note.to);
	}
	if (!place || choices < ENOUGH_CHOICES || longest * 2 <= choices) return [];
	const message = `In ${longest} of the ${choices} choices of this deck the right option is the longest, so that guessing the longest pays. Shorten some of them.`;
	return [problem('I902', place, message)];
}

/** A word of six letters or more that the question shares with the right option only. */
function clueIn(question: string, options: readonly Option[]): string | undefined {
	const asked = question.toLowerCase();
	const key = options.find(({ right }) => right)?.text ?? '';
	// Hardly any long word of a right option stands in its question: the others are looked at only then.
	const shared = longWords(key.toLowerCase(), asked);
	if (shared.length === 0) return undefined;
	return shared.find((word) => hasWord(asked, word) && !options.some(({ text, right }) => !right && hasWord(text.toLowerCase(), word)));
}

/** Whether a long word stands in a text in small letters, and not as a part of another. */
function hasWord(text: string, word: string): boolean {
	return text.includes(word) && longWords(text, word).includes(word);
}

const FILLERS: ReadonlySet<string> = new Set(
	'according before because between during should through against without another states which'.split(' ')
);

const LONG_WORD = 6;

/** The long words of a text in small letters, but for fillers; if another text is given, only words that stand somewhere in it. */
function longWords(text: string, within?: string): readonly string[] {
	let words: string[] | undefined;
	let from = 0;
	for (let at = 0; at <= text.length; at++) {
		const code = at < text.length ? text.charCodeAt(at) : 32;
		if (code > 96 && code < 123) continue;
		if (code > 127) {
			if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) continue;
			// Beyond the letters of Latin and the signs between words the table of all of Unicode has to tell.
			if (code < 0x2010 || code > 0x205e) return anyLongWords(text, within);
		}
		if (at - from >= LONG_WORD) {
			const word = text.slice(from, at);
			if ((within === undefined || within.includes(word)) && !FILLERS.has(word)) (words ??= []).push(word);
		}
		from = at + 1;
	}
	return words ?? NO_WORDS;
}

function anyLongWords(text: string, within?: string): readonly string[] {
	const words = text.match(/[\p{L}\p{M}]{6,}/gu) ?? [];
	return words.filter((word) => (within === undefined || within.includes(word)) && !FILLERS.has(word));
}

const NO_WORDS: readonly string[] = [];

/** What tells whether an option overlaps with another: its number range, and its words in small letters. */
interface Claim {
	readonly range: { readonly from: number; readonly to: number } | undefined;
	readonly words: string;
	/** How long the option is as written. */
	readonly length: number;
}

/** The claims of options, if any two of them can overlap: both begin with a digit, or one may go on where the other ends. */
function claimsOf(options: readonly Option[]): readonly Claim[] | undefined {
	return anyMayOverlap(options) ? options.map(claimOf) : undefined;
}

function anyMayOverlap(options: readonly Option[]): boolean {
	if (options.length > FEW_OPTIONS)
		return options.some(({ text }) => text.includes(', ') || AND.test(text) || isDigit(text.trimStart().charCodeAt(0)));
	for (let at = 0; at < options.length; at++) {
		const text = options[at]?.text ?? '';
		if (AND.test(text)) return true;
		for (let before = 0; before < at; before++) if (mayOverlap(text, options[before]?.text ?? '')) return true;
	}
	return false;
}

/** With more options than these it costs less to look at each once than at all pairs. */
const FEW_OPTIONS = 8;
const AND = / and /iu;

/** Whether two options may share a range of numbers, or begin with the same words; those that are joined by "and" aside. */
function mayOverlap(a: string, b: string): boolean {
	const first = a.charCodeAt(0);
	const other = b.charCodeAt(0);
	if (isDigit(first) && isDigit(other)) return true;
	// A number behind a blank begins its option too.
	return mayBeginAlike(a, b) && (first <= 32 || other <= 32 || first > 127 || other > 127 || a.includes(',') || b.includes(','));
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function claimOf({ text }: Option): Claim {
	const words = text.toLowerCase();
	let end = words.length;
	while (end > 0 && (words.charAt(end - 1) === '.' || words.charAt(end - 1) === '!')) end--;
	return { range: rangeIn(text), words: words.slice(0, end).trim(), length: text.length };
}

/** Whether two options share a number range, or one is the other and something more. */
function overlap(a: Claim, b: Claim): boolean {
	if (a.range && b.range) return a.range.from <= b.range.to && b.range.from <= a.range.to;
	const [short, long] = a.length < b.length ? [a.words, b.words] : [b.words, a.words];
	if (short !== '' && long.startsWith(short)) {
		const rest = long.slice(short.length);
		if (rest.startsWith(', ') || rest.startsWith(' and ')) return true;
	}
	return long.endsWith(short) && long.endsWith(` and ${short}`);
}

function rangeIn(text: string): Claim['range'] {
	const found = /^(\d{1,9}) ?(?:-|\u2013|to) ?(\d{1,9})\b/u.exec(text.trim());
	return found ? { from: Number(found[1]), to: Number(found[2]) } : undefined;
}
