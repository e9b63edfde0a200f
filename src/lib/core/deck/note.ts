import type { Reading } from './body.ts';
import type { Inert, Unclosed } from './cut.ts';
import type { NoteKind } from './deck.ts';
import type { Card, Draft, DraftNote } from './draft.ts';
import { checkFacts } from './facts.ts';
import { readBox } from './box.ts';
import { checkId, readHeading, type Heading, type WrittenId } from './heading.ts';
import { decideKind, nameOfKind, type BlockKind, type Sign } from './kind.ts';
import { checkMarks, readCloze } from './kinds/cloze.ts';
import { readChoice } from './kinds/choice.ts';
import { readMatch } from './kinds/match.ts';
import { readOrder } from './kinds/order.ts';
import { readPicture } from './kinds/picture.ts';
import { readQuestion } from './kinds/question.ts';
import { readOption, type ReadOption } from './option.ts';
import { readScenario, reportMoreIds, stepLines, type ReadScenario } from './kinds/scenario.ts';
import { readTerm, readTerms } from './kinds/term.ts';
import { readTrueFalse } from './kinds/true-false.ts';
import { readTyped } from './kinds/typed.ts';
import { problem, type Problem } from './problem.ts';
import { readPrompt, type Prompt } from './prompt.ts';
import { rangeOn } from './range.ts';
import { readScope, valueRange, type Field, type Scope } from './scope.ts';
import { kindSaid, reportIdleFacts, warnOfKind, whyAfterOptions } from './said.ts';
import { reportUnclosed } from './unclosed.ts';
import { usesIn, type Uses } from './uses.ts';

/** A block that begins with `## `, read by itself. Places count lines from the block's first. */
export interface ReadNote {
	readonly kind: BlockKind;
	readonly heading: Heading;
	readonly prompt: Prompt;
	/** Where the lines end that stand below its heading and above its first step. */
	readonly scopeEnd: number;
	readonly ids: readonly WrittenId[];
	readonly notes: readonly DraftNote[];
	readonly scenario?: ReadScenario;
	/** The options of a choice. */
	readonly options?: readonly ReadOption[];
	/** Names and ids of terms of a list that cannot be used. */
	readonly brokenTerms?: readonly string[];
	readonly uses: Uses;
	readonly problems: readonly Problem[];
}

/** Reads one note from its lines alone. */
export function readNote(lines: readonly string[], inert: ReadonlyMap<number, Inert>, unclosed: readonly Unclosed[]): ReadNote {
	const problems: Problem[] = [];
	const reading: Reading = { lines, inert, problems };
	const heading = readHeading(lines[0] ?? '', 0, problems);
	const typed = readPrompt(heading);
	let starts = typed.kind === 'scenario' || typed.near?.kind === 'scenario' ? stepLines(reading) : [];
	let scope = readScope(reading, 1, starts[0] ?? lines.length);
	const type = kindSaid(scope.fields);
	if (type === 'scenario' && starts.length === 0) {
		starts = stepLines(reading);
		problems.length = 0;
		scope = readScope({ ...reading, problems }, 1, starts[0] ?? lines.length);
	}
	const prompt = warnOfKind(reading, heading, typed, scope, starts.length);
	const marks = checkMarks(reading, scope.content)?.marks.length ?? 0;
	const right = scope.boxes.filter((piece) => readBox(lines[piece.from] ?? '')?.right).length;
	const said = signsSaid(prompt, scope.fields, type);
	const decided = decideKind({ said, fields: scope.fields, boxes: scope.boxes.length, right, marks });
	const card: Card = { reading, heading, prompt, scope };
	const ids = readIds(reading, heading, scope);
	for (const open of unclosed) reportUnclosed(problems, lines, open);
	checkFacts(scope.fields, problems);
	if (typeof decided === 'object') {
		reportConflict(card, decided.conflict);
		const kind = decided.conflict[0].kind;
		return {
			kind,
			heading,
			prompt,
			scopeEnd: starts[0] ?? lines.length,
			ids: ids.all,
			notes: [],
			uses: usesIn(reading, scope.fields, []),
			problems: withoutFollowUps(problems)
		};
	}
	const isChoice = decided === 'choice' || decided === 'choose-all';
	const options = isChoice ? scope.boxes.map((piece) => readOption(reading, piece)) : [];
	const scenario = decided === 'scenario' ? readScenario(card, starts) : undefined;
	const fields = isChoice ? whyAfterOptions(card) : scope.fields;
	const brokenTerms: string[] = [];
	const notes = decided === 'terms' ? readTerms(card, brokenTerms).map((note) => withUsedId(reading, note)) : [];
	const draft =
		decided === 'terms' ? undefined : (scenario?.draft ?? (decided === 'scenario' ? undefined : readKind(card, decided, type, options)));
	if (draft) {
		const note = { draft, fields, line: 0, from: prompt.from, to: heading.to };
		notes.push(ids.first && ids.used !== undefined ? { ...note, id: ids.first, usedId: ids.used } : note);
	}
	reportIdleFacts(reading, decided, scope.fields, prompt, marks);
	// The facts of a list of terms are those of each term, but they stand only once.
	const used = decided === 'terms' ? [...new Set([...scope.fields, ...notes.flatMap((note) => note.fields)])] : scope.fields;
	const uses = usesIn(reading, used, nestedFields(scenario));
	const read: { -readonly [K in keyof ReadNote]: ReadNote[K] } = {
		kind: decided,
		heading,
		prompt,
		scopeEnd: starts[0] ?? lines.length,
		ids: ids.all,
		notes,
		uses,
		problems: problems.length > 1 ? withoutFollowUps(problems) : problems
	};
	// Spreading what is there only now and then would cost every note.
	if (scenario) read.scenario = scenario;
	if (isChoice) read.options = options;
	if (brokenTerms.length > 0) read.brokenTerms = brokenTerms;
	return read;
}

function readKind(card: Card, kind: NoteKind, asked: NoteKind | undefined, options: readonly ReadOption[]): Draft | undefined {
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

function signsSaid(prompt: Prompt, fields: readonly Field[], type: NoteKind | undefined): Sign[] {
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

function readIds(reading: Reading, heading: Heading, scope: Scope): { all: WrittenId[]; first?: WrittenId; used?: string } {
	const near = heading.id ? [heading.id, ...scope.body.ids] : scope.body.ids;
	const all = scope.body.strayIds.length === 0 ? [...near] : [...near, ...scope.body.strayIds];
	const first = near[0];
	if (first) reportMoreIds(reading, all.slice(1), 'card');
	else
		for (const id of all)
			reading.problems.push(
				problem('E201', id.whole, 'This id stands below the text of a card. Move it to the line below the heading of its card.')
			);
	if (!first) return { all: [] };
	return { all, first, used: checkId(reading.lines[first.range.line - 1] ?? '', first, reading.problems) };
}

function withUsedId(reading: Reading, note: DraftNote): DraftNote {
	return note.id ? { ...note, usedId: checkId(reading.lines[note.id.range.line - 1] ?? '', note.id, reading.problems) } : note;
}

function nestedFields(scenario: ReadScenario | undefined): Field[] {
	if (!scenario) return [];
	const options = [...scenario.options, ...scenario.steps.flatMap((step) => step.options)];
	return [...scenario.steps.flatMap((step) => step.scope.fields), ...options.flatMap((option) => option.fields)];
}

/** Which problems of a note are only follow-ups of another one in it. */
const FOLLOW_UPS: Readonly<Record<string, readonly string[]>> = {
	E007: ['E504', 'E506', 'E508'],
	E103: ['E504', 'E506'],
	E104: ['E702', 'E201', 'E203', 'E701', 'W703', 'W704', 'E504'],
	E107: ['I202', 'E201', 'E401', 'E405', 'E501', 'E502', 'E504', 'E506', 'E508', 'E509', 'E701', 'E702', 'W703', 'W704', 'W406'],
	E304: ['E501', 'E502', 'E503', 'E504'],
	E401: ['E504'],
	E405: ['E401', 'E504'],
	E407: ['E401', 'E405', 'E501', 'E504', 'W404', 'W108', 'I303', 'W603'],
	E504: ['E503'],
	W104: ['E504', 'E201'],
	W302: ['W603', 'E406', 'E504', 'E501', 'E505']
};

function withoutFollowUps(problems: readonly Problem[]): Problem[] {
	const hidden = new Set(problems.flatMap(({ code }) => FOLLOW_UPS[code] ?? []));
	return hidden.size === 0 ? [...problems] : problems.filter(({ code }) => !hidden.has(code));
}
