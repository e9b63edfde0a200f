import type { Card, Fresh } from '../draft.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { textOf } from '../scope.ts';

/** A statement, and whether it is true; the reason follows. */
export function readTrueFalse(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const text = textOf(reading, scope.content);
	const verdict = verdictOf(text);
	if (verdict) {
		const reason = text.slice(verdict.end).trim();
		const { answer } = verdict;
		return { kind: 'true-false', id: card.id, idWritten: card.idWritten, prompt: prompt.text, answer, reason, facts: card.facts };
	}
	const first = scope.content[0];
	const line = first ? (reading.lines[first.from] ?? '') : '';
	const start = line.length - line.trimStart().length;
	const range = first ? rangeOn(first.from, start, line.trimEnd().length) : rangeOn(0, heading.from, heading.to);
	const message = 'The answer must begin with True or False and a full stop. Write "True." or "False.", and then the reason.';
	reading.problems.push(problem('E506', range, message));
	return undefined;
}

function verdictOf(text: string): { answer: boolean; end: number } | undefined {
	const bold = text.startsWith('**') ? 2 : 0;
	const lower = text.slice(bold, bold + 5).toLowerCase();
	const word = lower.startsWith('true') ? 'true' : lower === 'false' ? 'false' : '';
	if (word === '') return undefined;
	let end = bold + word.length;
	const wordEnd = end;
	if (bold > 0 && text.startsWith('**', end)) end += 2;
	const mark = text.charAt(end);
	const closes = mark === '' || mark === '\n' || '.:。：!'.includes(mark);
	if (!closes) return undefined;
	if (mark !== '' && mark !== '\n') end++;
	if (bold > 0 && end === wordEnd + 1 && text.startsWith('**', end)) end += 2;
	return { answer: word === 'true', end };
}
