import type { Card, Fresh } from '../draft.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { textOf } from '../scope.ts';
import { tableIn } from '../table.ts';

/** Things to be matched: a table of two columns with a head. */
export function readMatch(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const table = tableIn(textOf(reading, scope.content));
	const [head, ...rows] = table?.rows ?? [];
	const place = rangeOn(0, heading.from, heading.to);
	if (!table || !head || rows.length < 2 || head.cells.length !== 2) {
		const message =
			'Match needs a table of two columns with a head and at least two rows below it. Write "| Author | Idea |", "| --- | --- |" and then the rows.';
		reading.problems.push(problem('E509', place, message));
		return undefined;
	}
	const pairs: [string, string][] = [];
	const lefts = new Map<string, number>();
	for (const row of rows) {
		const [left = '', right = ''] = row.cells;
		const words = left.toLowerCase();
		if (row.cells.length !== 2 || left === '' || right === '') {
			reading.problems.push(
				problem('E509', lineOf(card, row.cells), 'This row does not have two cells. Write "| left side | right side |".')
			);
			return undefined;
		}
		if (lefts.has(words)) {
			reading.problems.push(
				problem('E509', lineOf(card, row.cells), `"${left}" stands on the left side twice. Make the left sides different.`)
			);
			return undefined;
		}
		lefts.set(words, row.line);
		pairs.push([left, right]);
	}
	const [leftHead = '', rightHead = ''] = head.cells;
	return {
		kind: 'match',
		id: card.id,
		idWritten: card.idWritten,
		prompt: prompt.text,
		question: [table.before, table.after].filter((part) => part !== '').join('\n\n'),
		heads: [leftHead, rightHead],
		pairs,
		facts: card.facts
	};
}

/** Where a row stands in the block: the last line with all its cells, which is the repeated one if two are alike. */
function lineOf({ reading, scope, heading }: Card, cells: readonly string[]): ReturnType<typeof rangeOn> {
	let found = rangeOn(0, heading.from, heading.to);
	for (const piece of scope.content) {
		for (let at = piece.from; at < piece.to; at++) {
			const line = reading.lines[at] ?? '';
			const from = line.length - line.trimStart().length;
			if (line.includes('|') && cells.every((cell) => line.includes(cell))) found = rangeOn(at, from, line.trimEnd().length);
		}
	}
	return found;
}
