import { textOf } from '../scope.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import type { Card, Fresh } from '../draft.ts';
import { saysYes } from './reverse.ts';

/** A question and its answer; above a `---` stands the rest of the question. */
export function readQuestion(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const rule = scope.content.findIndex((piece) => piece.kind === 'rule');
	const question = rule < 0 ? '' : textOf(reading, scope.content.slice(0, rule));
	const below = scope.content.slice(rule + 1);
	const answer = below.every(({ kind }) => kind === 'comment') ? '' : textOf(reading, below);
	const range = rangeOn(0, heading.from, heading.to);
	if (heading.text === '') {
		const place = rangeOn(0, 0, Math.max(2, heading.to));
		reading.problems.push(problem('E504', place, 'This card has no question. Write it after the ##.'));
		return undefined;
	}
	if (answer === '') {
		reading.problems.push(problem('E504', range, 'This card has no answer. Write it below the heading.'));
		return undefined;
	}
	const reverse = saysYes(scope.fields, reading, false);
	const { id, idWritten, facts, section } = card;
	if (section === undefined) return { kind: 'question', id, idWritten, prompt: prompt.text, question, answer, reverse, facts };
	return { kind: 'question', id, idWritten, prompt: prompt.text, question, answer, reverse, facts, section };
}
