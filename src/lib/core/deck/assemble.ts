import { addAll } from './collect.ts';
import { conceptsOf } from './concepts.ts';
import type { Deck, Note, TermNote } from './deck.ts';
import type { ReadHeader } from './header.ts';
import { giveIds, keepIds, type Ids } from './ids.ts';
import { stemOf } from './inline.ts';
import { readIntro } from './intro.ts';
import { keepBlock, makeBlock, settle, type Made, type MadeFrom } from './made.ts';
import type { ConceptUse, Outline, OutlineNote, OutlineSection, PictureUse } from './outline.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import type { ReadSection } from './section.ts';
import { slugOf } from './slug.ts';

/** All that was read of a deck, piece by piece. */
export interface Parts {
	readonly lines: readonly string[];
	readonly header: ReadHeader;
	readonly blocks: readonly ReadBlock[];
}

/** What an earlier reading read and made. */
interface Assembled {
	readonly parts: Parts;
	readonly made: Made;
}

/** Puts the pieces of a deck together: what depends on more than one of them is decided here. */
export function assemble(
	path: string,
	{ lines, header, blocks }: Parts,
	problems: Problem[],
	earlier?: Assembled
): { deck: Deck; outline: Outline; ids: Ids; made: Made } {
	const keptIds = earlier && keepIds(blocks, { blocks: earlier.parts.blocks, given: earlier.made.given });
	const given = keptIds ?? giveIds(lines, blocks);
	addAll(problems, given.problems);
	const { ids } = given;
	const sources = new Set(header.header.sources.map((source) => source.id));
	const before = earlier?.made.blocks ?? [];
	const shift = before.length - blocks.length;
	const sections: OutlineSection[] = [];
	const terms: TermNote[] = [];
	let section: ReadSection | undefined;
	const made = blocks.map((read, at) => {
		if (read.kind === 'section') {
			section = read.section;
			const { id, heading } = read.section;
			sections.push({ line: read.block.from + 1, endLine: read.block.to + 1, title: heading.text, ...(id && { id }) });
		}
		const from: MadeFrom = { ids, idsKept: keptIds !== undefined, section, header, sources };
		// What stands below a new card is found by its distance from the end.
		const block = keepBlock(before[at], read, from) ?? keepBlock(before[at + shift], read, from) ?? makeBlock(read, from);
		for (const note of block.written) if (note.kind === 'term') terms.push(note);
		return block;
	});
	const concepts = conceptsOf(terms, earlier?.made.concepts);
	const notes: Note[] = [];
	const outlineNotes: OutlineNote[] = [];
	const conceptUses: ConceptUse[] = [];
	const pictures: PictureUse[] = [];
	for (const block of made) {
		addAll(problems, block.problems);
		addAll(notes, settle(block, concepts));
		if (block.outline) outlineNotes.push(block.outline);
		addAll(conceptUses, block.concepts);
		addAll(pictures, block.pictures);
	}
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
	const outline: Outline = {
		...(header.present && { header: { from: 0, to: Math.max(0, header.end - 1) } }),
		headerRanges: header.ranges,
		sections,
		notes: outlineNotes,
		concepts: conceptUses,
		pictures
	};
	return { deck, outline, ids, made: { blocks: made, given, concepts } };
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
