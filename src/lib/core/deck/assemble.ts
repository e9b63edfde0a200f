import { addAll } from './collect.ts';
import { conceptsOf, settle, type Concepts } from './concepts.ts';
import type { Deck, Note } from './deck.ts';
import type { ReadHeader } from './header.ts';
import { giveIds, idOf, keepIds, reportNoIds, type GivenIds } from './ids.ts';
import { stemOf } from './inline.ts';
import { readIntro } from './intro.ts';
import { isOn } from './lint.ts';
import { lintKeyLengths } from './lints/choice.ts';
import type { Outline, OutlineSection } from './outline.ts';
import { outlineOf } from './outlined.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem } from './problem.ts';
import { moveProblem, rangeOn } from './range.ts';
import { slugOf } from './slug.ts';
import type { TextLines } from './text-lines.ts';

/** All that was read of a deck, piece by piece. */
export interface Parts {
	readonly lines: TextLines;
	readonly header: ReadHeader;
	readonly blocks: readonly ReadBlock[];
}

/** What is decided over a whole deck. */
export interface Decided {
	readonly given: GivenIds;
	readonly concepts: Concepts;
}

/** What an earlier reading read and decided. */
interface Earlier {
	readonly parts: Parts;
	readonly decided: Decided;
}

/** Puts the pieces of a deck together: what depends on more than one of them is decided here. */
export function assemble(
	path: string,
	{ lines, header, blocks }: Parts,
	problems: Problem[],
	earlier?: Earlier
): { deck: Deck; outline: Outline; decided: Decided } {
	const given = (earlier && keepIds(blocks, { blocks: earlier.parts.blocks, given: earlier.decided.given })) ?? giveIds(blocks);
	addAll(problems, given.problems);
	const concepts = conceptsOf(blocks, given, earlier?.decided.concepts);
	const sections: OutlineSection[] = [];
	const notes: Note[] = [];
	for (const read of blocks) {
		if (read.kind === 'note') addNotes(read, { lines, given, concepts }, notes, problems);
		else if (read.kind === 'section') sections.push(addSection(read, problems));
	}
	if (isOn(header.header, 'I902')) addAll(problems, lintKeyLengths(blocks));
	const { intro, texts } = readIntro(lines, blocks, problems);
	const { lint, title, id: writtenId, namespace, ...about } = header.header;
	const id = writtenId ?? (slugOf(nameOf(path)) || 'deck');
	const firstSection = sections.find((it) => it.title !== '')?.title;
	const shownTitle = title ?? firstSection ?? nameOf(path);
	if (title === undefined && lines.length > 0 && !header.broken) reportNoTitle(header, shownTitle, firstSection !== undefined, problems);
	const deck: Deck = {
		title: shownTitle,
		id,
		idWritten: writtenId !== undefined,
		namespace: namespace ?? id,
		...about,
		lint,
		intro,
		...(texts.length > 0 && { sections: texts }),
		notes
	};
	const whole = header.present && { header: { from: 0, to: Math.max(0, header.end - 1) } };
	const outline = outlineOf({ ...whole, headerRanges: header.ranges, sections }, blocks, given);
	return { deck, outline, decided: { given, concepts } };
}

/** Adds the notes of a block and what is wrong in it. A function of its own: a loop over all that a large deck has is optimized late. */
function addNotes(
	read: ReadBlock & { kind: 'note' },
	{ lines, given, concepts }: Decided & { readonly lines: TextLines },
	notes: Note[],
	problems: Problem[]
): void {
	for (const it of read.note.problems) problems.push(moveProblem(it, read.block.from));
	for (const draft of read.note.notes) notes.push(settle(draft, idOf(given, draft), concepts));
	reportNoIds(lines, read, given, problems);
}

function addSection({ section, block }: ReadBlock & { kind: 'section' }, problems: Problem[]): OutlineSection {
	const { id, heading } = section;
	for (const it of section.problems) problems.push(moveProblem(it, block.from));
	return { line: block.from + 1, endLine: block.to + 1, title: heading.text, ...(id && { id }) };
}

/** The name of a deck's file, or of its folder if the file is called deck.md. */
function nameOf(path: string): string {
	const parts = path.replaceAll('\\', '/').split('/');
	const stem = stemOf(path.replaceAll('\\', '/'));
	return stem === 'deck' ? (parts[parts.length - 2] ?? stem) : stem;
}

function reportNoTitle(header: ReadHeader, title: string, fromHeading: boolean, problems: Problem[]): void {
	const value = /^[\p{L}\p{N}]/u.test(title) && !title.includes(': ') && !title.includes(' #') ? title : JSON.stringify(title);
	const edit = header.present
		? { range: rangeOn(1, 0, 0), text: `title: ${value}\n` }
		: { range: rangeOn(0, 0, 0), text: `---\ntitle: ${value}\n---\n\n` };
	const which = fromHeading ? 'the first heading' : "the file's name";
	const message = `This deck has no title, so ${which} is used: "${title}". Write "title: …" in its header.`;
	problems.push(problem('I006', rangeOn(0, 0, 0), message, { fix: { title: 'Write the title', edits: [edit] } }));
}
