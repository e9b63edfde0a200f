import type { Card, Fresh } from '../draft.ts';
import { orderedText } from '../line.ts';
import { indentOf, isBlank, joinLines, dedent } from '../lines.ts';
import { problem } from '../problem.ts';
import { rangeOn } from '../range.ts';
import { textOf } from '../scope.ts';

/** Things to be put in order: a numbered list in the right order. */
export function readOrder(card: Card): Fresh | undefined {
	const { reading, scope, prompt, heading } = card;
	const text = textOf(reading, scope.content);
	const { before, items } = numberedList(text);
	if (items.length >= 3)
		return { kind: 'order', id: card.id, idWritten: card.idWritten, prompt: prompt.text, question: before, items, facts: card.facts };
	const message = 'Put in order needs a numbered list of three or more lines, in the right order. Write them as "1. …", "2. …", "3. …".';
	reading.problems.push(problem('E508', rangeOn(0, heading.from, heading.to), message));
	return undefined;
}

/** The items of the first numbered list of a text and what stands before it. Text after the list belongs to its last item. */
function numberedList(text: string): { before: string; items: string[] } {
	const lines = text.split('\n');
	const first = lines.findIndex((line) => indentOf(line) < 4 && orderedText(line) >= 0);
	if (first < 0) return { before: text, items: [] };
	const indent = indentOf(lines[first] ?? '');
	const items: string[][] = [];
	for (const line of lines.slice(first)) {
		const textFrom = indentOf(line) <= indent + 1 && !isBlank(line) ? orderedText(line) : -1;
		if (textFrom >= 0) items.push([line.slice(textFrom)]);
		else items[items.length - 1]?.push(dedent(line, indent + 3));
	}
	return { before: joinLines(lines.slice(0, first)), items: items.map((item) => joinLines(item)) };
}
