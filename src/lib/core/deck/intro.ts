import type { SectionText } from './deck.ts';
import { isBlank, joinLines } from './lines.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import type { TextLines } from './text-lines.ts';

/** The text before the first heading, and what stands under section headings before their first card. */
export function readIntro(lines: TextLines, blocks: readonly ReadBlock[], problems: Problem[]): { intro: string; texts: SectionText[] } {
	let intro = '';
	const texts: SectionText[] = [];
	for (const read of blocks) {
		if (read.kind === 'section' && read.section.text !== '') texts.push({ title: read.section.heading.text, text: read.section.text });
		if (read.kind !== 'intro') continue;
		const { from, to, unclosed } = read.block;
		intro = joinLines(lines.slice(from, to));
		for (const open of unclosed) problems.push(unclosedInIntro(lines, open));
		const first = firstText(lines, from, to, read.block.inert);
		if (first < 0 || unclosed.length > 0) continue;
		const line = lines.at(first);
		const start = line.length - line.trimStart().length;
		const message =
			'This text stands before the first card and belongs to none. Write "## " before it if it is a question, or move it into "description:".';
		problems.push(problem('W105', rangeOn(first, start, line.trimEnd().length), message));
	}
	const head = blocks.find((read) => read.kind === 'section' && read.section.text !== '');
	if (head?.kind === 'section' && !blocks.some(({ kind }) => kind === 'note') && problems.every(({ code }) => code !== 'W105')) {
		const { heading } = head.section;
		const message = 'This deck has no cards: "# " begins a part of a deck. Write "## " before a question.';
		problems.push(problem('W105', rangeOn(head.block.from, heading.from, heading.to), message));
	}
	return { intro, texts };
}

function unclosedInIntro(lines: TextLines, open: { what: 'fence' | 'comment'; line: number; column: number; closer: string }): Problem {
	const text = lines.at(open.line);
	const range = rangeOn(open.line, open.column, open.what === 'fence' ? text.trimEnd().length : open.column + 4);
	const what = open.what === 'fence' ? 'code' : 'comment';
	return problem('E107', range, `This ${what} is never closed. Write ${open.closer} where it ends.`);
}

/** The first line that is no blank and no comment, or -1. */
function firstText(lines: TextLines, from: number, to: number, inert: ReadonlyMap<number, 'code' | 'comment'>): number {
	for (let at = from; at < to; at++) {
		const line = lines.at(at);
		const comment = inert.get(at) === 'comment' || (line.trimStart().startsWith('<!--') && line.trimEnd().endsWith('-->'));
		if (!isBlank(line) && !comment) return at;
	}
	return -1;
}
