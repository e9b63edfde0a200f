import { readAnswer } from '../answer.ts';
import { addAll } from '../collect.ts';
import type { NoteKind } from '../deck.ts';
import type { Card, Fresh } from '../draft.ts';
import { listOf } from '../meaning.ts';
import { problem } from '../problem.ts';
import { rangeOn, replace } from '../range.ts';
import { textOf, type Field } from '../scope.ts';

/** A question whose answer is typed: words, or a number with its tolerance and unit. */
export function readTyped(card: Card, asked: NoteKind | undefined): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const field = scope.fields.find(({ key }) => key === 'Answer');
	const value = field?.value ?? '';
	if (!field || value === '') {
		const range = field ? rangeOn(field.line, field.keyLine.from, field.valueTo) : rangeOn(0, heading.from, heading.to);
		reading.problems.push(problem('E504', range, 'This card has no answer. Write it after "- Answer:".'));
		return undefined;
	}
	const question = textOf(reading, scope.content);
	const alsoAccept: string[] = [];
	for (const also of scope.fields) if (also.key === 'Also accept') addAll(alsoAccept, listOf(also.value));
	const { id, idWritten, facts } = card;
	const typed: Fresh = { kind: 'typed', id, idWritten, prompt: prompt.text, question, answer: value, alsoAccept, facts };
	warnOfAnswerInQuestion(card, field, question);
	if (asked === 'typed' || (asked !== 'numeric' && alsoAccept.length > 0)) return typed;
	const read = readAnswer(value);
	if (read === 'text' && asked !== 'numeric') return typed;
	if (read === 'text' || 'from' in read) {
		reportUnreadable(card, field, read === 'text' ? { from: 0, to: value.length } : read);
		return undefined;
	}
	const { value: number, tolerance, unit } = read;
	return {
		kind: 'numeric',
		id,
		idWritten,
		prompt: prompt.text,
		question,
		value: number,
		...(tolerance && { tolerance }),
		...(unit !== undefined && { unit }),
		facts
	};
}

function reportUnreadable({ reading }: Card, field: Field, place: { from: number; to: number; write?: string }): void {
	const start = field.keyLine.valueFrom;
	const from = Math.min(start + place.from, field.valueTo);
	const range = rangeOn(field.line, from, Math.max(from, Math.min(start + place.to, field.valueTo)));
	const fix = place.write === undefined ? {} : { fix: replace(`Write "${place.write}"`, range, place.write) };
	const message =
		'This number, its tolerance or its unit cannot be read. Write it like 9.81 ± 0.1 m/s, with at most one word for the unit.';
	reading.problems.push(problem('E507', range, message, fix));
}

/** An answer that stands in the text above it, which is part of the question. */
function warnOfAnswerInQuestion({ reading, scope }: Card, answer: Field, question: string): void {
	if (question === '') return;
	const words = answer.value.toLowerCase();
	const at = question.toLowerCase().indexOf(words);
	if (at < 0 || words.length < 2 || isWordAt(question, at - 1) || isWordAt(question, at + words.length)) return;
	for (const piece of scope.content) {
		for (let line = piece.from; line < piece.to; line++) {
			const text = reading.lines[line] ?? '';
			const column = text.toLowerCase().indexOf(words);
			if (column < 0) continue;
			const message =
				'The answer stands in the text above it, which is shown with the question. If the text explains the answer, begin it with "- Why:".';
			const alone = scope.content.length === 1 && piece.kind === 'prose' && piece.to === piece.from + 1;
			const whole = { line: line + 1, column: 1, endLine: answer.line + 1, endColumn: 1 };
			const edits = [
				{ range: whole, text: '' },
				{ range: rangeOn(answer.line, answer.valueTo, answer.valueTo), text: `\n- Why: ${text.trim()}` }
			];
			const fix = alone && answer.endLine === answer.line + 1 ? { fix: { title: 'Make it the reason', edits } } : {};
			reading.problems.push(problem('W408', rangeOn(line, column, column + words.length), message, fix));
			return;
		}
	}
}

const WORD = /[\p{L}\p{N}]/u;

function isWordAt(text: string, at: number): boolean {
	return at >= 0 && at < text.length && WORD.test(text.charAt(at));
}
