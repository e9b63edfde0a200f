import { Anchors } from '../anchor.ts';
import { lastArrow, type Arrow } from '../arrow.ts';
import type { Reading } from '../reading.ts';
import { headingLevel } from '../cut.ts';
import type { Goto, ScenarioNote, Step, StepOption } from '../deck.ts';
import type { Card, Fresh } from '../draft.ts';
import { TakenIds } from '../derive.ts';
import { checkFacts, factsOf } from '../facts.ts';
import { checkId, readHeading, type Heading, type WrittenId } from '../heading.ts';
import { singleSpaced } from '../lines.ts';
import { nearestOf } from '../near.ts';
import { optionRange, readOptions, type ReadOption } from '../option.ts';
import { problem, type Range } from '../problem.ts';
import { insert, rangeOn, removeLine, replace } from '../range.ts';
import { readScope, textOf, type Scope } from '../scope.ts';
import { slugOf } from '../slug.ts';
import { checkOptions } from './choice.ts';
import { checkMarks } from './cloze.ts';
import { checkWays } from './ways.ts';

/** A step as it stands in the text. */
export interface ReadStep {
	readonly heading: Heading;
	readonly line: number;
	readonly scope: Scope;
	readonly options: readonly ReadOption[];
	readonly written: WrittenId | undefined;
	readonly id: string;
	/** The anchor that GitHub gives to its heading. */
	readonly anchor: string;
}

/** A scenario and what its outline needs. */
export interface ReadScenario {
	readonly note: Fresh<ScenarioNote>;
	readonly steps: readonly ReadStep[];
	readonly options: readonly ReadOption[];
}

/** The lines of a block that begin steps. */
export function stepLines(reading: Reading): number[] {
	const found: number[] = [];
	for (let at = 1; at < reading.length; at++)
		if (reading.text.startsWith('###', reading.startOf(at)) && !reading.inert.has(at) && headingLevel(reading.line(at)) === 3)
			found.push(at);
	return found;
}

/** A vignette, its options, and its steps. `card.scope` is that of the vignette alone. */
export function readScenario(card: Card, starts: readonly number[]): ReadScenario | undefined {
	const { reading, scope, prompt, heading } = card;
	const steps = readSteps(reading, starts);
	const options = readOptions(reading, scope.boxes);
	checkOptions(reading, options);
	if (options.length === 0 && steps.length === 0) {
		const message = 'This scenario has neither options nor steps. Write options as "- [ ] …" below the vignette, or a step as "### …".';
		reading.problems.push(problem('E701', rangeOn(0, heading.from, heading.to), message));
		return undefined;
	}
	const toStep = resolver(reading, steps);
	const own = options.map((option) => toStep(option));
	const read: Step[] = steps.map((step) => ({
		id: step.id,
		title: step.heading.text,
		text: textOf(reading, step.scope.content),
		options: step.options.map((option) => toStep(option)),
		facts: factsOf(step.scope.fields)
	}));
	const vignette = textOf(reading, scope.content);
	const broken = reading.problems.some(({ code }) => code === 'E702' || code === 'E104');
	if (!broken) checkWays(reading, own, read, steps);
	const { id, idWritten, facts } = card;
	const note: Fresh<ScenarioNote> = { kind: 'scenario', id, idWritten, prompt: prompt.text, vignette, options: own, steps: read, facts };
	return { note, steps, options };
}

function readSteps(reading: Reading, starts: readonly number[]): ReadStep[] {
	const anchors = new Anchors();
	const heads = starts.map((line, at) => readStepHead(reading, line, starts[at + 1] ?? reading.length));
	const ids = new TakenIds();
	const places = new Map<string, Range>();
	for (const { written, wanted } of heads) {
		if (!written) continue;
		const before = places.get(wanted);
		if (before) reportStepId(reading, written, wanted, before);
		else places.set(wanted, written.range);
		ids.take(wanted);
	}
	const used = new Set<string>();
	return heads.map((head) => {
		const own = head.written !== undefined && !used.has(head.wanted);
		const id = own ? head.wanted : ids.firstFree(head.wanted);
		ids.take(id);
		used.add(id);
		if (!head.written) reportNoStepId(reading, head, id);
		const options = readOptions(reading, head.scope.boxes);
		checkOptions(reading, options);
		checkMarks(reading, head.scope.content);
		checkFacts(head.scope.fields, reading.problems);
		const { heading, line, scope, written } = head;
		return { heading, line, scope, options, written, id, anchor: anchors.next(heading.text) };
	});
}

interface StepHead extends Pick<ReadStep, 'heading' | 'line' | 'scope' | 'written'> {
	readonly wanted: string;
}

function readStepHead(reading: Reading, line: number, end: number): StepHead {
	const heading = readHeading(reading.line(line), line, reading.problems);
	const scope = readScope(reading, line + 1, end);
	const near = heading.id ? [heading.id, ...scope.ids] : scope.ids;
	const written = near[0];
	reportMoreIds(reading, [...near.slice(1), ...scope.strayIds], 'step');
	const wanted = written ? checkId(reading.line(written.line), written, reading.problems) : slugOf(heading.text) || 'step';
	return { heading, line, scope, wanted, written };
}

function reportNoStepId({ problems }: Reading, { heading, line }: StepHead, id: string): void {
	const message = `This step has no id yet, so "${id}" is used, and rewording it would lose what was chosen here. Write "<!-- #${id} -->" below its heading.`;
	const fix = insert('Write the id', line + 1, 0, `<!-- #${id} -->\n`);
	problems.push(problem('I202', rangeOn(line, heading.from, heading.to), message, { fix }));
}

function reportStepId({ problems }: Reading, written: WrittenId, id: string, before: Range): void {
	const fix = written.ownLine ? { fix: removeLine('Delete this id', written.range.line - 1) } : {};
	const related = [{ file: '', range: before, message: 'The first one is here.' }];
	const message = `The id "${id}" belongs to another step of this scenario. Give this step one of its own, or delete the line.`;
	problems.push(problem('E203', written.range, message, { ...fix, related }));
}

/** The ids of a heading after its first one. */
export function reportMoreIds({ problems }: Reading, more: readonly WrittenId[], what: 'card' | 'step' | 'section'): void {
	for (const id of more) {
		const fix = id.ownLine ? removeLine('Delete this id', id.range.line - 1) : replace('Delete this id', id.whole, '');
		problems.push(problem('E201', id.whole, `This ${what} has two ids. Keep one and delete the other.`, { fix }));
	}
}

/** Where an option's arrow leads. */
function resolver(reading: Reading, steps: readonly ReadStep[]): (option: ReadOption) => StepOption {
	const byId = new Map(steps.map((step) => [step.id, step]));
	const byAnchor = new Map<string, ReadStep>();
	const byTitle = new Map<string, ReadStep>();
	for (const step of steps) {
		for (const anchor of [step.anchor, slugOf(step.heading.text)]) if (!byAnchor.has(anchor)) byAnchor.set(anchor, step);
		const title = plainTitle(step.heading.text);
		if (!byTitle.has(title)) byTitle.set(title, step);
	}
	const find = ({ label, target }: Arrow): ReadStep | undefined => {
		const byTarget = target === undefined ? undefined : (byId.get(target) ?? byAnchor.get(target));
		const words = plainTitle(label);
		return byTarget ?? byTitle.get(words) ?? byId.get(words) ?? byAnchor.get(slugOf(label));
	};
	const names: StepNames = { titles: steps.map(({ heading }) => heading.text), anchors: steps.map(({ anchor }) => anchor) };
	return (option) => {
		const facts = factsOf(option.fields);
		checkFacts(option.fields, reading.problems);
		const { right, feedback } = option;
		const arrow = lastArrow(option.text);
		const text = arrow ? option.text.slice(0, arrow.textTo) : option.text;
		const goto = arrow && gotoOf(arrow, find);
		if (arrow && !goto) reportLost(reading, option, arrow, steps, names);
		if (feedback === undefined) return goto ? { text, right, goto, facts } : { text, right, facts };
		return goto ? { text, right, feedback, goto, facts } : { text, right, feedback, facts };
	};
}

function plainTitle(text: string): string {
	return singleSpaced(text.toLowerCase());
}

/** Whether an arrow's words mean the end of the scenario. */
export function meansEnd({ label, target }: Arrow): boolean {
	const words = label.toLowerCase();
	return (words === 'end' || words === 'end.') && (target === undefined || target === 'end');
}

function gotoOf(arrow: Arrow, find: (arrow: Arrow) => ReadStep | undefined): Goto | undefined {
	const step = find(arrow);
	if (step) return { to: 'step', step: step.id };
	return meansEnd(arrow) ? { to: 'end' } : undefined;
}

/** What the steps of a scenario can be called. */
interface StepNames {
	readonly titles: readonly string[];
	readonly anchors: readonly string[];
}

function reportLost(reading: Reading, option: ReadOption, arrow: Arrow, steps: readonly ReadStep[], { titles, anchors }: StepNames): void {
	const range = arrowRange(reading, option, arrow);
	const near = nearestOf(arrow.label, titles) ?? nearestOf(arrow.target ?? '', anchors);
	const step = steps.find(({ heading, anchor }) => heading.text === near || anchor === near);
	const message = `This choice leads to "${arrow.label}", but no step has that heading. Write the heading of a step, or "→ end".`;
	const fix = step && range ? { fix: replace(`Lead to "${step.heading.text}"`, range, `→ [${step.heading.text}](#${step.anchor})`) } : {};
	reading.problems.push(problem('E702', range ?? optionRange(option), message, fix));
}

/** Where an arrow stands, if it stands on a single line of the text. */
export function arrowRange({ lines }: Pick<Reading, 'lines'>, option: ReadOption, arrow: Arrow): Range | undefined {
	const written = option.text.slice(arrow.from, arrow.to);
	for (let line = option.line + option.textLines - 1; line >= option.line; line--) {
		const column = (lines[line] ?? '').lastIndexOf(written);
		if (column >= 0) return rangeOn(line, column, column + written.length);
	}
	return undefined;
}
