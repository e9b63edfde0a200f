import { addAll } from './collect.ts';
import { isDraft } from './draft.ts';
import { idOf, idsIn, type GivenIds } from './ids.ts';
import type { ReadNote } from './note.ts';
import type { ConceptUse, Outline, OutlineEntry, OutlineNote, PictureUse } from './outline.ts';
import type { ReadBlock } from './parse.ts';
import { rangeOn } from './range.ts';
import { namesIn, type Uses } from './uses.ts';

type Known = Pick<Outline, 'header' | 'headerRanges' | 'sections'>;

/** The outline of what was read. Its lists are made when they are asked for: who only wants the problems never does. */
export function outlineOf(known: Known, blocks: readonly ReadBlock[], given: GivenIds): Outline {
	let notes: readonly OutlineNote[] | undefined;
	let concepts: readonly ConceptUse[] | undefined;
	let pictures: readonly PictureUse[] | undefined;
	return {
		...known,
		get notes() {
			return (notes ??= blocks.flatMap((read) => (read.kind === 'note' ? [outlineNote(read.note, read.block, given)] : [])));
		},
		get concepts() {
			return (concepts ??= conceptUses(blocks, given));
		},
		get pictures() {
			return (pictures ??= pictureUses(blocks));
		}
	};
}

function outlineNote(read: ReadNote, block: { from: number; to: number }, given: GivenIds): OutlineNote {
	const entries = (isDraft(read) ? [read] : read.terms).map((note): OutlineEntry => {
		const id = idOf(given, note);
		const prompt = rangeOn(note.line, note.from, note.to);
		return note.id ? { id, written: note.id, prompt } : { id, prompt };
	});
	const { kind, title, steps, brokenTerms } = read;
	const prompt = rangeOn(0, read.from, read.to);
	return {
		line: block.from + 1,
		endLine: block.to + 1,
		kind,
		prompt,
		title,
		entries,
		steps,
		ids: idsIn(read),
		...(brokenTerms && { brokenTerms }),
		...(kind === 'terms' && { listId: idOf(given, read) })
	};
}

function usesOf(read: ReadBlock): Pick<Uses, 'concepts' | 'pictures'> | undefined {
	return read.kind === 'intro' ? undefined : read.kind === 'note' ? read.note : read.section;
}

function conceptUses(blocks: readonly ReadBlock[], given: GivenIds): ConceptUse[] {
	const found: ConceptUse[] = [];
	for (const read of blocks) {
		for (let naming = usesOf(read)?.concepts; naming; naming = naming.next) {
			const { key, line } = naming;
			const note = read.kind === 'note' ? idOf(given, ownerOf(read.note, line)) : '';
			for (const { name, from, to } of namesIn(naming)) found.push({ key, name, range: rangeOn(read.block.from + line, from, to), note });
		}
	}
	return found;
}

/** The note that a line of a block belongs to: in a list of terms the last one that begins on it or above. */
function ownerOf(read: ReadNote, line: number) {
	const { terms } = read;
	if (terms.length < 2) return terms[0] ?? read;
	let first = 0;
	let end = terms.length;
	while (first < end) {
		const middle = (first + end) >> 1;
		if ((terms[middle]?.line ?? 0) <= line) first = middle + 1;
		else end = middle;
	}
	return terms[first - 1] ?? read;
}

function pictureUses(blocks: readonly ReadBlock[]): PictureUse[] {
	const found: PictureUse[] = [];
	for (const read of blocks)
		addAll(
			found,
			(usesOf(read)?.pictures ?? []).map(({ name, line, from, to }) => ({ file: name, range: rangeOn(read.block.from + line, from, to) }))
		);
	return found;
}
