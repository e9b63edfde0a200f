import type { ChoiceNote, ChooseAllNote } from '../deck.ts';
import { promptOf, type Linted } from '../lint.ts';
import type { ReadBlock } from '../parse.ts';
import { problem, type Problem, type Range } from '../problem.ts';
import { rangeOn } from '../range.ts';

const MUCH_LONGER = 1.5;
const ENOUGH_CHOICES = 8;
const ALL_OR_NONE =
	/^(?:all|none|both|neither|any) of (?:the|these|those)(?: (?:above|below|options|answers))?(?: are (?:right|correct|true))?\.?$/iu;
const NEGATIVE = /\b(?:not|never|except|least|incorrect|false|untrue)\b/iu;
const ABSOLUTE = /\b(?:always|never|all|none|only|every|nobody|everyone|impossible)\b/iu;

/** Hints about the options of a choice. */
export function lintChoice(linted: Linted, note: ChoiceNote | ChooseAllNote): void {
	const { setting, hint, parts } = linted;
	const { options } = note;
	const claims = options.map(({ text }) => claimOf(text));
	const at = (index: number): Range => parts.options[index]?.range ?? promptOf(linted);
	options.forEach(({ text, right, feedback }, index) => {
		if (!right && feedback === undefined) {
			const message =
				'This wrong option has no feedback. Write "  > " and why it is wrong on the line below: the reason is what is learned.';
			hint('I910', at(index), message);
		}
		if (ALL_OR_NONE.test(text.trim())) {
			hint('I903', at(index), `"${text.trim()}" can be worked out without knowing the answer. Write an option that says something.`);
		}
		if (setting.lint.I905 === true && ABSOLUTE.test(text)) {
			hint('I905', at(index), 'This option has an absolute word, which often gives it away as wrong. Say it less absolutely.');
		}
		const claim = claims[index];
		const other = claims.findIndex((it, before) => before < index && claim !== undefined && overlap(it, claim));
		if (other >= 0) {
			const message = 'This option overlaps with another one, so that both can be right. Make them exclude each other.';
			hint('I908', at(index), message, { related: [{ file: '', range: at(other), message: 'The other one is here.' }] });
		}
	});
	if (setting.lint.I904 === true && NEGATIVE.test(note.prompt)) {
		hint('I904', promptOf(linted), 'This question asks for what is not the case, which is easily misread. Ask for what is.');
	}
	if (note.kind !== 'choice') return;
	const key = options.findIndex(({ right }) => right);
	const others = options.filter(({ right }) => !right);
	const length = options[key]?.text.length ?? 0;
	const mean = others.reduce((sum, { text }) => sum + text.length, 0) / others.length;
	if (isLongest(note) && length >= MUCH_LONGER * mean) {
		const message = 'The right option is much longer than the others, which gives it away. Shorten it, or make the others as exact.';
		hint('I901', at(key), message);
	}
	const clue = clueIn(
		`${note.prompt} ${note.question}`,
		options[key]?.text ?? '',
		others.map(({ text }) => text)
	);
	if (clue !== undefined) {
		hint('I906', at(key), `"${clue}" stands in the question and only in the right option, which gives it away. Reword one of them.`);
	}
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
function clueIn(question: string, key: string, others: readonly string[]): string | undefined {
	const asked = question.toLowerCase();
	// Hardly any long word of a right option stands in its question: the others are looked at only then.
	const shared = longWords(key).filter((word) => asked.includes(word));
	if (shared.length === 0) return undefined;
	const words = new Set(longWords(question));
	const elsewhere = new Set(others.flatMap(longWords));
	return shared.find((word) => words.has(word) && !elsewhere.has(word));
}

const FILLERS: ReadonlySet<string> = new Set(
	'according before because between during should through against without another states which'.split(' ')
);

function longWords(text: string): string[] {
	return (text.toLowerCase().match(/[\p{L}\p{M}]{6,}/gu) ?? []).filter((word) => !FILLERS.has(word));
}

/** What tells whether an option overlaps with another: its number range, and its words in small letters. */
interface Claim {
	readonly range: { readonly from: number; readonly to: number } | undefined;
	readonly words: string;
	/** How long the option is as written. */
	readonly length: number;
}

function claimOf(text: string): Claim {
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
