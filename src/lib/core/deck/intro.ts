import type { Block } from './cut.ts';
import type { SectionText } from './deck.ts';
import { isBlank, joinLines } from './lines.ts';
import type { ReadBlock } from './parse.ts';
import type { Head } from './pieces.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import type { TextLines } from './text-lines.ts';

/** The blocks of a deck, and those of them that begin a section. */
interface Blocks {
	readonly blocks: readonly ReadBlock[];
	readonly heads: readonly Head[];
}

/** The text before the first heading, and what stands under section headings before their first card. */
export function readIntro(lines: TextLines, { blocks, heads }: Blocks, problems: Problem[]): { intro: string; texts: SectionText[] } {
	const texts: SectionText[] = [];
	for (const { section } of heads) if (section.text !== '') texts.push({ title: section.heading.text, text: section.text });
	const first = blocks[0];
	const intro = first?.kind === 'intro' ? introOf(lines, first.block, problems) : '';
	const head = heads.find(({ section }) => section.text !== '');
	const hasCards = blocks.length > heads.length + (first?.kind === 'intro' ? 1 : 0);
	if (head && !hasCards && problems.every(({ code }) => code !== 'W105')) {
		const { heading } = head.section;
		const message = 'This deck has no cards: "# " begins a part of a deck. Write "## " before a question.';
		problems.push(problem('W105', rangeOn(head.block.from, heading.from, heading.to), message));
	}
	return { intro, texts };
}

function introOf(lines: TextLines, { from, to, inert, unclosed }: Block, problems: Problem[]): string {
	for (const open of unclosed) problems.push(unclosedInIntro(lines, open));
	const first = firstText(lines, from, to, inert);
	if (first >= 0 && unclosed.length === 0) {
		const line = lines.at(first);
		const start = line.length - line.trimStart().length;
		const message =
			'This text stands before the first card and belongs to none. Write "## " before it if it is a question, or move it into "description:".';
		problems.push(problem('W105', rangeOn(first, start, line.trimEnd().length), message));
	}
	return joinLines(lines.slice(from, to));
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
