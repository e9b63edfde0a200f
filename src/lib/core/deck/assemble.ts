import { changedBlocks } from './changed.ts';
import { addAll } from './collect.ts';
import { conceptsOf, type Concepts } from './concepts.ts';
import type { Deck } from './deck.ts';
import type { ReadHeader } from './header.ts';
import { giveIds, keepIds, type GivenIds } from './ids.ts';
import { stemOf } from './inline.ts';
import { readIntro } from './intro.ts';
import { isOn } from './lint.ts';
import { lintKeyLengths } from './lints/choice.ts';
import type { Outline, OutlineSection } from './outline.ts';
import { outlineOf } from './outlined.ts';
import type { ReadBlock } from './parse.ts';
import { piecesOf, type Head, type Pieces } from './pieces.ts';
import { problem, type Problem } from './problem.ts';
import { rangeOn } from './range.ts';
import { slugOf } from './slug.ts';
import type { TextLines } from './text-lines.ts';

/** All that was read of a deck, piece by piece. */
export interface Parts {
	readonly lines: TextLines;
	readonly header: ReadHeader;
	readonly blocks: readonly ReadBlock[];
}

/** What is decided over a whole deck, and what its blocks have given. */
export interface Decided {
	readonly given: GivenIds;
	readonly concepts: Concepts;
	readonly pieces: Pieces;
	/** What is said of the lengths of all right options together (I902). */
	readonly keyLengths: readonly Problem[];
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
	const before = earlier && { ...earlier.decided, ...earlier.parts, changed: changedBlocks(blocks, earlier.parts.blocks) };
	const kept = before && keepIds(blocks, before);
	const given = kept ?? giveIds(blocks);
	addAll(problems, given.problems);
	const concepts = conceptsOf(blocks, given, kept && before);
	// Other ids or other concepts may change any note, and what is said of it.
	const pieces = piecesOf(blocks, { lines, given, concepts }, kept && concepts === before.concepts ? before : undefined);
	const { notes, heads } = pieces;
	addAll(problems, pieces.problems);
	const isChecked = isOn(header.header, 'I902');
	const sameLengths = before?.header === header && !before.changed.some(isChoice);
	const keyLengths = sameLengths ? before.keyLengths : isChecked ? lintKeyLengths(blocks) : [];
	addAll(problems, keyLengths);
	const { intro, texts } = readIntro(lines, { blocks, heads }, problems);
	const sections = heads.map(outlineSection);
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
	return { deck, outline, decided: { given, concepts, pieces, keyLengths } };
}

function isChoice(read: ReadBlock): boolean {
	return read.kind === 'note' && read.note.keyIsLongest !== undefined;
}

function outlineSection({ section: { id, heading }, block }: Head): OutlineSection {
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
