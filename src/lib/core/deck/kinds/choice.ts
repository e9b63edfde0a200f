import type { Piece } from '../body.ts';
import type { Reading } from '../reading.ts';
import { mayBeginAlike } from '../beginning.ts';
import type { Card, Fresh } from '../draft.ts';
import { optionRange, type ReadOption } from '../option.ts';
import { singleSpaced } from '../lines.ts';
import { problem } from '../problem.ts';
import { rangeOn, replace } from '../range.ts';
import { fieldRange, textOf, valueRange, type Field } from '../scope.ts';

const ALL: ReadonlySet<string> = new Set(['all that apply', 'all', 'several']);

/** Multiple choice: one right option, or all that apply. */
export function readChoice(card: Card, options: readonly ReadOption[], chooseAll: boolean): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const right = options.filter((option) => option.right).length;
	const choose = scope.fields.find(({ key }) => key === 'Choose');
	checkChoose(reading, choose, right);
	checkOptions(reading, options);
	reportIdleFacts(reading, options);
	const firstBox = scope.boxes[0]?.from ?? 0;
	const question = scope.content.length === 0 ? '' : textOf(reading, withoutRules(scope.content.filter((piece) => piece.from < firstBox)));
	const place = rangeOn(0, heading.from, heading.to);
	if (options.length < 2) {
		reading.problems.push(problem('E502', place, 'This card has fewer than two options. Add another line that begins with "- [ ] ".'));
		return undefined;
	}
	if (right === 0) {
		const first = options[0];
		const range = first ? rangeOn(first.line, Math.max(0, first.textFrom - 4), Math.max(0, first.textFrom - 1)) : place;
		const message = 'No option is marked as right. Put an x into the box of the right one: "- [x] ".';
		reading.problems.push(problem('E501', range, message, { related: [{ file: '', range: place, message: 'The question is here.' }] }));
		return undefined;
	}
	const plain = options.map(({ text, right: isRight, feedback }) =>
		feedback === undefined ? { text, right: isRight } : { text, right: isRight, feedback }
	);
	const all = chooseAll || right > 1 || ALL.has(choose?.value.toLowerCase() ?? '');
	const kind = all ? 'choose-all' : 'choice';
	const { id, idWritten, facts, section } = card;
	if (section === undefined) return { kind, id, idWritten, prompt: prompt.text, question, options: plain, facts };
	return { kind, id, idWritten, prompt: prompt.text, question, options: plain, facts, section };
}

function withoutRules(pieces: readonly Piece[]): Piece[] {
	return pieces.filter((piece, at) => piece.kind !== 'rule' || (at > 0 && at < pieces.length - 1));
}

function checkChoose(reading: Reading, choose: Field | undefined, right: number): void {
	if (!choose || choose.value === '') return;
	const value = choose.value.toLowerCase();
	if (value === 'one') {
		if (right < 2) return;
		const fix = replace('Write "all that apply"', valueRange(choose), 'all that apply');
		const message = `"Choose: one" stands here, but ${right} options are marked as right. Leave one x, or write "Choose: all that apply".`;
		reading.problems.push(problem('E505', fieldRange(choose), message, { fix }));
	} else if (!ALL.has(value)) {
		const message = `"Choose: ${choose.value}" is not understood. Write "Choose: one" or "Choose: all that apply".`;
		reading.problems.push(problem('E307', valueRange(choose), message));
	}
}

/** What an option says, whatever its capitals, its spaces and its full stop. */
function wordsOf(text: string): string {
	const words = singleSpaced(text.toLowerCase());
	return words.length > 1 && words.endsWith('.') && !words.endsWith('..') ? words.slice(0, -1).trimEnd() : words;
}

/** Options without text, and options that say the same. */
export function checkOptions({ problems }: Reading, options: readonly ReadOption[]): void {
	if (!anyAlike(options)) return;
	const seen = new Map<string, ReadOption>();
	for (const option of options) {
		const words = wordsOf(option.text);
		if (words === '') {
			const range = rangeOn(option.line, Math.max(0, option.textFrom - 4), option.textFrom);
			problems.push(problem('E504', range, 'This option has no text. Write it after the box, or delete the line.'));
			continue;
		}
		const first = seen.get(words);
		if (first) {
			const related = [{ file: '', range: optionRange(first), message: 'The first one is here.' }];
			problems.push(problem('E503', optionRange(option), 'This option says the same as another one. Change one of them.', { related }));
		} else seen.set(words, option);
	}
}

/** With more options than these it costs less to look at each once than at all pairs. */
const FEW_OPTIONS = 8;

/** Whether an option has no text, or may say the same as another one. */
function anyAlike(options: readonly ReadOption[]): boolean {
	if (options.length > FEW_OPTIONS) return true;
	for (let at = 0; at < options.length; at++) {
		const text = options[at]?.text ?? '';
		if (text.trim() === '') return true;
		for (let before = 0; before < at; before++) if (mayBeginAlike(text, options[before]?.text ?? '')) return true;
	}
	return false;
}

function reportIdleFacts({ problems }: Reading, options: readonly ReadOption[]): void {
	for (const { fields } of options) {
		for (const field of fields) {
			const message = `Only the options of a scenario have facts of their own. Move "${field.name}:" below the options; it is shown nowhere here.`;
			problems.push(problem('I303', fieldRange(field), message));
		}
	}
}
