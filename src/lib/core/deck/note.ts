import type { Reading } from './reading.ts';
import { addAll } from './collect.ts';
import type { Note, NoteKind } from './deck.ts';
import type { Card, DraftNote, Fresh } from './draft.ts';
import { checkFacts, factsOf } from './facts.ts';
import { withoutFollowUps } from './follow-ups.ts';
import { checkId, hintAtId, readHeading, type Heading, type WrittenId } from './heading.ts';
import { decideKind, nameOfKind, type BlockKind, type Sign } from './kind.ts';
import { checkMarks, readCloze } from './kinds/cloze.ts';
import { readChoice } from './kinds/choice.ts';
import { readMatch } from './kinds/match.ts';
import { readOrder } from './kinds/order.ts';
import { readPicture } from './kinds/picture.ts';
import { readQuestion } from './kinds/question.ts';
import { isRight, readOptions, type ReadOption } from './option.ts';
import { readScenario, reportMoreIds, stepLines, type ReadScenario, type ReadStep } from './kinds/scenario.ts';
import { readTerm, readTerms } from './kinds/term.ts';
import { readTrueFalse } from './kinds/true-false.ts';
import { readTyped } from './kinds/typed.ts';
import { lintNotes } from './lint.ts';
import type { OutlineStep } from './outline.ts';
import { problem, type Problem } from './problem.ts';
import { readPrompt, type Prompt } from './prompt.ts';
import { rangeOn } from './range.ts';
import { readScope, valueRange, type Field, type Scope } from './scope.ts';
import { kindSaid, reportIdleFacts, warnOfKind, whyAfterOptions } from './said.ts';
import { putInto, withHanded, type Setting } from './setting.ts';
import { reportUnclosed } from './unclosed.ts';
import { reportUnknown, usesIn, type Uses } from './uses.ts';

/**
 * A block that begins with `## `, as it is kept. Places count lines from the block's first. It is the draft of its note too, if it has
 * one: of a large deck most time goes into keeping small objects.
 */
export interface ReadNote extends Omit<DraftNote, 'note'> {
	readonly kind: BlockKind;
	/** Its note; undefined for a list of terms, and for a card that cannot be used. */
	readonly note: Note | undefined;
	/** The words of its prompt. */
	readonly title: string;
	/** All ids of its heading, if there are several. */
	readonly ids: readonly WrittenId[] | undefined;
	/** The notes of a list of terms. */
	readonly terms: readonly DraftNote[];
	readonly steps: readonly OutlineStep[];
	/** Names and ids of terms of a list that cannot be used. */
	readonly brokenTerms: readonly string[] | undefined;
	readonly concepts: Uses['concepts'];
	readonly pictures: Uses['pictures'];
	readonly problems: readonly Problem[];
	/** Of a choice of one right option, whether that is the longest. */
	readonly keyIsLongest: boolean | undefined;
}

/** A block that begins with `## `, taken apart: for what must know how things are written, as the formatter. */
export interface NoteParts {
	readonly kind: BlockKind;
	readonly heading: Heading;
	readonly prompt: Prompt;
	readonly scope: Scope;
	readonly ids: readonly WrittenId[];
	/** Its note; undefined for a list of terms, and for a card that cannot be used. */
	readonly note: Note | undefined;
	/** The notes of a list of terms. */
	readonly terms: readonly DraftNote[];
	readonly scenario: ReadScenario | undefined;
	/** The options of a choice. */
	readonly options: readonly ReadOption[];
	readonly brokenTerms: readonly string[];
	/** The facts of the terms of a list. */
	readonly ofTerms: readonly Field[];
}

const NO_TERMS: readonly DraftNote[] = [];
const NO_NAMES: readonly string[] = [];
const NO_OPTIONS: readonly ReadOption[] = [];
const NO_STEPS: readonly OutlineStep[] = [];
const NO_LINES: readonly number[] = [];

/** Reads one note from its lines alone and what stands above it. */
export function readNote(reading: Reading, setting: Setting): ReadNote {
	const parts = readNoteParts(reading, setting);
	const { kind, heading, prompt, scope, ids, note, terms, scenario, brokenTerms, ofTerms } = parts;
	const named = ofTerms.length > 0 ? [...scope.fields, ...ofTerms] : scope.fields;
	const uses = usesIn(reading, named, scenario ? nestedFields(scenario) : NO_FIELDS, setting);
	const problems = reading.problems.length > 1 ? withoutFollowUps(reading.problems) : reading.problems;
	// What is wrong comes first; how it could be better is told when it is right.
	const isSound = problems.length === 0 || problems.every(({ severity }) => severity !== 'error');
	const keyIsLongest = isSound ? lintNotes(reading, parts, setting, problems) : undefined;
	if (uses.sources.length > 0) reportUnknown(uses.sources, setting, problems);
	return {
		kind,
		note,
		title: prompt.text,
		line: 0,
		from: prompt.from,
		to: heading.to,
		id: ids[0],
		ids: ids.length > 1 ? ids : undefined,
		terms,
		steps: scenario ? scenario.steps.map(stepOutline) : NO_STEPS,
		brokenTerms: brokenTerms.length > 0 ? brokenTerms : undefined,
		concepts: uses.concepts,
		pictures: uses.pictures,
		problems: problems.length > 0 ? problems.slice() : NO_PROBLEMS,
		keyIsLongest,
		settled: undefined,
		settledFor: undefined
	};
}

const NO_FIELDS: readonly Field[] = [];
const NO_PROBLEMS: readonly Problem[] = [];

function stepOutline({ id, written, line, heading, anchor }: ReadStep): OutlineStep {
	return { id, ...(written && { written }), line: line + 1, title: heading.text, anchor };
}

/** Takes one note apart, and reports what is wrong with it. */
export function readNoteParts(reading: Reading, setting: Setting): NoteParts {
	const { problems } = reading;
	const heading = readHeading(reading.line(0), 0, problems);
	const typed = readPrompt(heading);
	let starts = typed.kind === 'scenario' || typed.near?.kind === 'scenario' ? stepLines(reading) : NO_LINES;
	let scope = readScope(reading, 1, starts[0] ?? reading.length);
	let typeField = scope.fields.find(isType);
	const type = kindSaid(typeField);
	if (type === 'scenario' && starts.length === 0) {
		starts = stepLines(reading);
		problems.length = 0;
		scope = readScope(reading, 1, starts[0] ?? reading.length);
		typeField = scope.fields.find(isType);
	}
	const prompt = warnOfKind(reading, heading, typed, { scope, type: typeField, steps: starts.length });
	const found = checkMarks(reading, scope.content);
	const marks = found?.marks.length ?? 0;
	let right = 0;
	for (const piece of scope.boxes) if (isRight(reading, piece)) right++;
	const said = signsSaid(prompt, scope.fields, type);
	const decided = decideKind({ said, fields: scope.fields, boxes: scope.boxes.length, right, marks });
	const ids = readIds(reading, heading, scope);
	for (const open of reading.unclosed) reportUnclosed(reading, open);
	checkFacts(scope.fields, problems);
	const kind = typeof decided === 'object' ? decided.conflict[0].kind : decided;
	const isChoice = decided === 'choice' || decided === 'choose-all';
	const options = isChoice ? readOptions(reading, scope.boxes) : NO_OPTIONS;
	const fields = isChoice ? whyAfterOptions(reading, scope) : scope.fields;
	const { section } = setting;
	const facts = factsOf(withHanded(fields, section));
	const card: Card = {
		reading,
		setting,
		heading,
		prompt,
		scope,
		marks: found,
		id: ids.used,
		idWritten: ids.first !== undefined,
		section: section?.title,
		facts
	};
	let note: Fresh | undefined;
	let terms = NO_TERMS;
	let brokenTerms = NO_NAMES;
	let ofTerms = NO_FIELDS;
	let scenario: ReadScenario | undefined;
	if (typeof decided === 'object') reportConflict(card, decided.conflict);
	else if (decided === 'terms') ({ notes: terms, broken: brokenTerms, fields: ofTerms } = readTerms(card));
	else {
		scenario = decided === 'scenario' ? readScenario(card, starts) : undefined;
		note = decided === 'scenario' ? scenario?.note : readKind(card, decided, type, options);
		if (note) putInto(section, note, fields);
	}
	if (!ids.first) hintAtId(reading);
	if (typeof decided === 'string') reportIdleFacts(reading, decided, scope.fields, prompt, marks);
	return { kind, heading, prompt, scope, ids: ids.all, note, terms, scenario, options, brokenTerms, ofTerms };
}

function isType({ key }: Field): boolean {
	return key === 'Type';
}

function readKind(card: Card, kind: NoteKind, asked: NoteKind | undefined, options: readonly ReadOption[]): Fresh | undefined {
	switch (kind) {
		case 'term':
			return readTerm(card);
		case 'question':
			return readQuestion(card);
		case 'cloze':
			return readCloze(card);
		case 'choice':
		case 'choose-all':
			return readChoice(card, options, asked === 'choose-all');
		case 'true-false':
			return readTrueFalse(card);
		case 'typed':
		case 'numeric':
			return readTyped(card, asked);
		case 'order':
			return readOrder(card);
		case 'match':
			return readMatch(card);
		case 'picture':
			return readPicture(card);
		case 'scenario':
			return undefined;
	}
}

const NO_SIGNS: readonly Sign[] = [];

function signsSaid(prompt: Prompt, fields: readonly Field[], type: NoteKind | undefined): readonly Sign[] {
	if (!type && !prompt.kind && !prompt.terms) return NO_SIGNS;
	const signs: Sign[] = [];
	const field = fields.find(({ key }) => key === 'Type');
	if (type && field) signs.push({ kind: type, words: `"Type: ${field.value}"` });
	if (prompt.kind) signs.push({ kind: prompt.kind, words: `the heading, which says ${nameOfKind(prompt.kind)}` });
	if (prompt.terms) signs.push({ kind: 'terms', words: 'the heading, which says a list of terms' });
	return signs;
}

function reportConflict({ reading, heading, scope }: Card, [first, second]: readonly [Sign, Sign]): void {
	const type = scope.fields.find(({ key }) => key === 'Type');
	const range = first.words.startsWith('"Type') && type ? valueRange(type) : rangeOn(0, heading.from, heading.to);
	const message = `This card is two kinds at once: ${first.words} makes it ${nameOfKind(first.kind)}, ${second.words} makes it ${nameOfKind(second.kind)}. Keep one of them, or make two cards.`;
	reading.problems.push(problem('E407', range, message));
}

interface Ids {
	readonly all: readonly WrittenId[];
	/** The id that counts, and as it is used: with wrong characters replaced. */
	readonly first: WrittenId | undefined;
	readonly used: string;
}

const NO_IDS: Ids = { all: [], first: undefined, used: '' };

function readIds(reading: Reading, heading: Heading, scope: Scope): Ids {
	const near = heading.id ? [heading.id, ...scope.ids] : scope.ids;
	const all = scope.strayIds.length === 0 ? near : [...near, ...scope.strayIds];
	const first = near[0];
	if (all.length > 1 && first) reportMoreIds(reading, all.slice(1), 'card');
	else if (!first)
		for (const id of all)
			reading.problems.push(
				problem('E201', id.whole, 'This id stands below the text of a card. Move it to the line below the heading of its card.')
			);
	if (!first) return NO_IDS;
	const used = first.plain ? first.id : checkId(reading.line(first.line), first, reading.problems);
	return { all, first, used };
}

/** The facts of a scenario's steps and of all its options. */
function nestedFields({ steps, options }: ReadScenario): Field[] {
	const fields: Field[] = [];
	for (const { scope } of steps) addAll(fields, scope.fields);
	for (const option of options) addAll(fields, option.fields);
	for (const step of steps) for (const option of step.options) addAll(fields, option.fields);
	return fields;
}
