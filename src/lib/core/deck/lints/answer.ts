import { bulletText } from '../field.ts';
import { orderedText } from '../line.ts';
import { hint, promptOf, type Linted } from '../lint.ts';
import { mayBeBlank } from '../signs.ts';

const LONGEST_ANSWER = 40;
const LONGEST_LIST = 4;
const YES_NO =
	/^(?:is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|isn't|aren't|doesn't|didn't|can't)\s/iu;
const POINTING = /^(?:it|its|this|these|he|she|they|his|her|their)\b/iu;

/** Hints about the question and the answer of any note. */
export function lintAnswer(linted: Linted): void {
	const { setting, note } = linted;
	const answer = note.kind === 'question' ? note.answer : note.kind === 'term' ? note.definition : '';
	if (answer.length > 2 * LONGEST_ANSWER && mayBeLong(answer, linted) && countWords(answer) > LONGEST_ANSWER) {
		hint(
			linted,
			'I911',
			promptOf(linted),
			`This answer has ${countWords(answer)} words. Nobody recalls more than 40 at once; make two cards of it, or move the rest into "- Why:".`
		);
	}
	if (note.kind === 'question' && answer.includes('\n')) {
		const items = listItems(answer);
		if (items > LONGEST_LIST)
			hint(
				linted,
				'I912',
				promptOf(linted),
				`This answer is a list of ${items}. Lists of more than 4 are hard to recall; ask for the parts, or hide them one by one.`
			);
	}
	if (mayBegin(note.prompt)) lintPrompt(linted);
	if (setting.sources.size > 0 && note.kind !== 'scenario' && note.facts.citations.length === 0) {
		hint(
			linted,
			'I917',
			promptOf(linted),
			'This card has no source, though the deck lists sources. Add "- Source: …", or one to its section.'
		);
	}
}

/** Whether a prompt may begin with one of the words below; most ask why or how. */
function mayBegin(prompt: string): boolean {
	return prompt.charCodeAt(0) > 127 || FIRST_LETTERS.includes(prompt.charAt(0).toLowerCase());
}

const FIRST_LETTERS = 'acdhimstw';

/** Hints about the first word of a question or a statement. */
function lintPrompt(linted: Linted): void {
	const { setting, note } = linted;
	const asks = note.kind === 'question' || note.kind === 'typed';
	if (asks && note.prompt.endsWith('?') && isEnglish(setting.language) && YES_NO.test(note.prompt) && !/\bor\b/iu.test(note.prompt)) {
		hint(
			linted,
			'I913',
			promptOf(linted),
			'This question can be answered by yes or no, which is half guessed. Ask why or how, or write "## True or false:" and a statement.'
		);
	}
	if (note.kind !== 'term' && note.kind !== 'scenario' && note.prompt.endsWith('?') && POINTING.test(note.prompt)) {
		hint(
			linted,
			'I919',
			promptOf(linted),
			'This question begins with a word that points to something that is not there. Cards come in any order; name what is meant.'
		);
	} else if (note.kind === 'true-false' && POINTING.test(note.prompt)) {
		hint(
			linted,
			'I919',
			promptOf(linted),
			'This statement begins with a word that points to something that is not there. Cards come in any order; name what is meant.'
		);
	}
}

function isEnglish(language: string | undefined): boolean {
	return language === undefined || language.toLowerCase().startsWith('en');
}

/**
 * Whether an answer may have more words than it should: it has as many blanks behind words. A plain one is looked at where it stands:
 * the characters of a piece of a text are reached on a longer way.
 */
function mayBeLong(answer: string, { reading, parts: { scope } }: Linted): boolean {
	const first = scope.content[0];
	const last = scope.content[scope.content.length - 1];
	if (!first?.plain || !last || reading.endOf(last.to - 1) - reading.startOf(first.from) !== answer.length)
		return hasGaps(answer, 0, answer.length);
	return hasGaps(reading.text, reading.startOf(first.from), reading.endOf(last.to - 1));
}

function hasGaps(text: string, from: number, to: number): boolean {
	let missing = LONGEST_ANSWER;
	let before = 1;
	// A word and its blank take two characters: where too few are left it is settled.
	for (let at = from; missing > 0 && to - at >= 2 * missing - 1; at++) {
		const code = text.charCodeAt(at);
		// 1 for a blank, 0 for others, by a sign instead of a question: where words end cannot be guessed.
		const blank = code < 128 ? (code - 33) >>> 31 : Number(mayBeBlank(code) && text.charAt(at).trim() === '');
		missing -= blank & ~before;
		before = blank;
	}
	return missing === 0;
}

function countWords(text: string): number {
	let count = 0;
	for (const word of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(word)) count++;
	return count;
}

/** How many items a text has that is nothing but one list; 0 if it is anything else. */
function listItems(text: string): number {
	const first = text.charCodeAt(0);
	if ((first >= 65 && first <= 90) || (first >= 97 && first <= 122)) return 0;
	let items = 0;
	for (const line of text.split('\n')) {
		if (line.trim() === '' || line.startsWith('  ')) continue;
		if (bulletText(line) < 0 && orderedText(line) < 0) return 0;
		items++;
	}
	return items;
}
