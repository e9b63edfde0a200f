import type { Deck, Note, NoteId } from './deck.ts';
import { deriveId, TakenIds } from './derive.ts';
import type { DraftNote } from './draft.ts';
import { conceptName, factsOf } from './facts.ts';
import type { ReadHeader } from './header.ts';
import { stemOf } from './inline.ts';
import { nearestOf } from './near.ts';
import type { ConceptUse, Outline, OutlineEntry, OutlineNote, OutlineSection, OutlineStep, PictureUse } from './outline.ts';
import type { ReadStep } from './kinds/scenario.ts';
import type { ReadNote } from './note.ts';
import type { ReadBlock } from './parse.ts';
import { problem, type Problem, type Range } from './problem.ts';
import { moveProblem, moveRange, rangeOn, removeLine, replace } from './range.ts';
import { readIntro } from './intro.ts';
import { slugOf } from './slug.ts';
import type { Memory } from './memory.ts';
import type { ReadSection } from './section.ts';
import type { Uses } from './uses.ts';

/** All that was read of a deck, piece by piece. */
export interface Parts {
	readonly lines: readonly string[];
	readonly header: ReadHeader;
	readonly blocks: readonly ReadBlock[];
}

/** The ids of a deck's notes, in the order of the text. */
export type Ids = ReadonlyMap<DraftNote | ReadNote, NoteId>;

/** Puts the pieces of a deck together: what depends on more than one of them is decided here. */
export function assemble(
	path: string,
	{ lines, header, blocks }: Parts,
	problems: Problem[],
	memory?: Memory
): { deck: Deck; outline: Outline; ids: Ids } {
	const ids = giveIds(lines, blocks, problems);
	const sources = new Set(header.header.sources.map(({ id }) => id));
	const notes: Note[] = [];
	const outlineNotes: OutlineNote[] = [];
	const sections: OutlineSection[] = [];
	const concepts: ConceptUse[] = [];
	const pictures: PictureUse[] = [];
	let section: ReadSection | undefined;
	for (const read of blocks) {
		if (read.kind === 'intro') continue;
		const { from, to } = read.block;
		const uses = read.kind === 'note' ? read.note.uses : read.section.uses;
		const own = read.kind === 'note' ? read.note.problems : read.section.problems;
		for (const it of own) problems.push(moveProblem(it, from));
		if (!header.broken) checkSources(uses, from, sources, problems);
		if (read.kind === 'section') {
			section = read.section;
			const { id, heading } = read.section;
			sections.push({ line: from + 1, endLine: to + 1, title: heading.text, ...(id && { id }) });
		} else {
			for (const note of read.note.notes) notes.push(remembered(note, ids.get(note) ?? '', section, memory));
			outlineNotes.push(outlineOf(read.note, read.block, ids));
		}
		for (const use of uses.concepts) {
			const owner = read.kind === 'note' ? ownerOf(read.note, use.range.line) : undefined;
			concepts.push({ key: use.key, name: use.name, range: moveRange(use.range, from), note: (owner && ids.get(owner)) ?? '' });
		}
		for (const use of uses.pictures) pictures.push({ file: use.file, range: moveRange(use.range, from) });
	}
	const { intro, texts } = readIntro(lines, blocks, problems);
	const { lint, title, id: writtenId, namespace, ...about } = header.header;
	const id = writtenId ?? (slugOf(nameOf(path)) || 'deck');
	const firstSection = sections.find((it) => it.title !== '')?.title;
	const shownTitle = title ?? firstSection ?? nameOf(path);
	if (title === undefined && lines.length > 0) reportNoTitle(header, shownTitle, firstSection !== undefined, problems);
	const deck: Deck = {
		title: shownTitle,
		id,
		idWritten: writtenId !== undefined,
		namespace: namespace ?? id,
		...about,
		lint,
		intro,
		...(texts.length > 0 && { sections: texts }),
		notes: withConcepts(notes)
	};
	const outline: Outline = {
		...(header.present && { header: { from: 0, to: Math.max(0, header.end - 1) } }),
		headerRanges: header.ranges,
		sections,
		notes: outlineNotes,
		concepts,
		pictures
	};
	return { deck, outline, ids };
}

/** The note that a line of a block belongs to: in a list of terms the last one that begins above it. */
function ownerOf(read: ReadNote, line: number): DraftNote | ReadNote {
	if (read.notes.length < 2) return read.notes[0] ?? read;
	return read.notes.findLast((note) => note.line < line) ?? read;
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

function giveIds(lines: readonly string[], blocks: readonly ReadBlock[], problems: Problem[]): Ids {
	const ids = new Map<DraftNote | ReadNote, NoteId>();
	const taken = new TakenIds();
	const places = new Map<NoteId, Range>();
	const late: { note: DraftNote | ReadNote; wanted: string }[] = [];
	const each = (visit: (note: DraftNote | ReadNote, line: number, unclosed: boolean) => void): void => {
		for (const read of blocks) {
			if (read.kind !== 'note') continue;
			const { from, unclosed } = read.block;
			if (read.note.notes.length === 0 || read.note.kind === 'terms') visit(read.note, from, unclosed.length > 0);
			for (const note of read.note.notes) visit(note, from, unclosed.length > 0);
		}
	};
	each((note, line) => {
		const written = writtenIdOf(note);
		if (!written) return;
		const range = moveRange(written.at.range, line);
		const first = places.get(written.id);
		if (!first) {
			places.set(written.id, range);
			taken.take(written.id);
			ids.set(note, written.id);
			return;
		}
		late.push({ note, wanted: written.id });
		const fix = written.at.ownLine
			? removeLine('Delete this id', range.line - 1)
			: replace('Delete this id', moveRange(written.at.whole, line), '');
		const related = [{ file: '', range: first, message: 'The first one is here.' }];
		const message = `The id "${written.id}" is already used on line ${first.line}. Delete it here, so that this card gets one of its own.`;
		problems.push(problem('E203', range, message, { fix, related }));
	});
	for (const { note, wanted } of late) {
		const id = taken.firstFree(wanted);
		taken.take(id);
		ids.set(note, id);
	}
	each((note, line, unclosed) => {
		if (ids.has(note)) return;
		const id = 'draft' in note ? deriveId(note.draft, taken) : taken.firstFree(slugOf(note.prompt.text) || 'card');
		taken.take(id);
		ids.set(note, id);
		reportNoId(lines, note, line, id, problems, unclosed);
	});
	return ids;
}

function writtenIdOf(note: DraftNote | ReadNote) {
	if ('draft' in note) return note.id && { at: note.id, id: note.usedId ?? note.id.id };
	const at = note.ids[0];
	return at && { at, id: at.id };
}

function reportNoId(
	lines: readonly string[],
	note: DraftNote | ReadNote,
	block: number,
	id: string,
	problems: Problem[],
	unclosed: boolean
): void {
	if (!('draft' in note) && note.notes.length === 0 && note.kind !== 'terms') return;
	if (unclosed) return;
	const at = 'draft' in note ? note : { line: 0, from: note.prompt.from, to: note.heading.to };
	const message = `This card has no id yet, so "${id}" is used, and rewording it would lose its history. Write "<!-- #${id} -->" below its heading.`;
	const inList = 'draft' in note && note.line > 0;
	const line = block + at.line + 1;
	const place = inList ? { line, column: (lines[line - 1] ?? '').trimEnd().length + 1 } : { line: line + 1, column: 1 };
	const text = inList ? ` <!-- #${id} -->` : `<!-- #${id} -->\n`;
	const edits = [{ range: { ...place, endLine: place.line, endColumn: place.column }, text }];
	problems.push(problem('I202', rangeOn(block + at.line, at.from, at.to), message, { fix: { title: 'Write the id', edits } }));
}

/** The note as it was put together the last time, if nothing that it is made of has changed. */
function remembered(draft: DraftNote, id: NoteId, section: ReadSection | undefined, memory: Memory | undefined): Note {
	const last = memory?.notes.get(draft);
	if (last?.id === id && last.section === section) return last.note;
	const note = finishNote(draft, id, section);
	memory?.notes.set(draft, { id, section, note });
	return note;
}

function finishNote(note: DraftNote, id: NoteId, section: ReadSection | undefined): Note {
	const handed = section?.fields ?? [];
	const own = note.fields;
	const { draft } = note;
	const idWritten = note.id !== undefined;
	if (!section) return { ...draft, id, idWritten, facts: factsOf(own) };
	const title = section.heading.text;
	if (handed.length === 0) return { ...draft, id, idWritten, section: title, facts: factsOf(own) };
	const fields = [...handed.filter(({ key, name }) => !own.some((field) => field.key === key && field.name === name)), ...own];
	const whole = { ...draft, id, idWritten, section: title, facts: factsOf(fields) };
	const reverse = handed.find(({ key }) => key === 'Reverse');
	if (reverse && (whole.kind === 'term' || whole.kind === 'question') && !own.some(({ key }) => key === 'Reverse')) {
		return { ...whole, reverse: reverse.value.toLowerCase() === 'yes' };
	}
	return whole;
}

function outlineOf(read: ReadNote, block: { from: number; to: number }, ids: Ids): OutlineNote {
	const entries = read.notes.map((note): OutlineEntry => {
		const id = ids.get(note) ?? '';
		const prompt = rangeOn(note.line, note.from, note.to);
		return note.id ? { id, written: note.id, prompt } : { id, prompt };
	});
	const outline: OutlineNote = {
		line: block.from + 1,
		endLine: block.to + 1,
		kind: read.kind,
		prompt: rangeOn(0, read.prompt.from, read.heading.to),
		title: read.prompt.text,
		entries,
		steps: read.scenario ? read.scenario.steps.map(stepOutline) : NO_STEPS,
		ids: read.ids
	};
	const listId = read.kind === 'terms' ? ids.get(read) : undefined;
	if (listId === undefined && !read.brokenTerms) return outline;
	return { ...outline, ...(read.brokenTerms && { brokenTerms: read.brokenTerms }), ...(listId !== undefined && { listId }) };
}

const NO_STEPS: readonly OutlineStep[] = [];

function stepOutline({ id, written, line, heading, anchor }: ReadStep): OutlineStep {
	return { id, ...(written && { written }), line: line + 1, title: heading.text, anchor };
}

function checkSources(uses: Uses, from: number, sources: ReadonlySet<string>, problems: Problem[]): void {
	for (const { id, range } of uses.sources) {
		if (sources.has(id)) continue;
		const place = moveRange(range, from);
		const near = nearestOf(id, sources);
		const meant = near === undefined ? 'Add it to "sources:" in the header, or correct the name.' : `Did you mean "${near}"?`;
		const fix = near === undefined ? {} : { fix: replace(`Write "${near}"`, place, near) };
		problems.push(problem('E601', place, `The header has no source "${id}". ${meant}`, fix));
	}
}

/** Whether the steps or options of a scenario name a concept by anything but its id. */
function namesOther({ steps, options }: Extract<Note, { kind: 'scenario' }>, resolve: (name: string) => string): boolean {
	const other = (name: string): boolean => resolve(name) !== name;
	const names = ({ facts: { about, needs, partOf } }: Pick<Note, 'facts'>): boolean =>
		about.some(other) || needs.some(other) || partOf.some(other);
	return options.some(names) || steps.some((step) => names(step) || step.options.some(names));
}

/** The notes with the concepts that they name by the words of a term of this deck put as that term's id. */
function withConcepts(notes: readonly Note[]): Note[] {
	const ids = new Set<string>();
	const byWords = new Map<string, string>();
	for (const note of notes) {
		if (note.kind !== 'term') continue;
		ids.add(note.id);
		const words = conceptName(note.prompt);
		if (!byWords.has(words)) byWords.set(words, note.id);
	}
	const resolve = (name: string): string => (ids.has(name) ? name : (byWords.get(name) ?? name));
	const other = (name: string): boolean => resolve(name) !== name;
	const settle = <T extends Pick<Note, 'facts'>>(it: T): T => {
		const { about, needs, partOf } = it.facts;
		if (!about.some(other) && !needs.some(other) && !partOf.some(other)) return it;
		return { ...it, facts: { ...it.facts, about: about.map(resolve), needs: needs.map(resolve), partOf: partOf.map(resolve) } };
	};
	return notes.map((note) => {
		const settled = settle(note);
		if (settled.kind !== 'scenario' || !namesOther(settled, resolve)) return settled;
		const steps = settled.steps.map((step) => ({ ...settle(step), options: step.options.map((option) => settle(option)) }));
		return { ...settled, options: settled.options.map((option) => settle(option)), steps };
	});
}
