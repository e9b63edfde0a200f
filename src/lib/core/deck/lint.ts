import type { Deck, Note } from './deck.ts';
import { addAll } from './collect.ts';
import { lintAnswer } from './lints/answer.ts';
import { lintChoice, lintKeyLengths, type Choice } from './lints/choice.ts';
import { lintCloze } from './lints/cloze.ts';
import { lintScenario } from './lints/scenario.ts';
import type { Made, MadeBlock } from './made.ts';
import type { ReadOption } from './option.ts';
import type { ReadScenario } from './kinds/scenario.ts';
import type { Problem, Range } from './problem.ts';
import { moveProblem, rangeOn } from './range.ts';

/** A note as the lints see it: places count lines from the block's first. */
export interface Linted {
	readonly note: Note;
	readonly deck: Deck;
	/** Where its prompt stands. */
	readonly prompt: Range;
	readonly options: readonly ReadOption[];
	readonly scenario?: ReadScenario;
}

/** Lints that must be switched on in the header: they are wrong too often. */
const OFF: ReadonlySet<string> = new Set(['I904', 'I905']);

/** What the lints say of a block; places count lines from its first. */
export interface LintedBlock {
	readonly problems: readonly Problem[];
	/** The choices of one right option, which are counted over the whole deck. */
	readonly choices: readonly Choice[];
}

const NOTHING: LintedBlock = { problems: [], choices: [] };

/** What could be better in a deck that is sound (I901 to I922, W916); what the header switches off is left out. */
export function lintDeck(deck: Deck, { blocks }: Made): Problem[] {
	const about = JSON.stringify([deck.language, deck.sources.length > 0, deck.lint]);
	const problems: Problem[] = [];
	const choices: (Choice & { from: number })[] = [];
	for (const made of blocks) {
		if (made.notes.length === 0) continue;
		const linted = made.lintedFor === about && made.linted ? made.linted : lintBlock(deck, made);
		made.linted = linted;
		made.lintedFor = about;
		const { from } = made.read.block;
		for (const it of linted.problems) if (isOn(deck, it.code)) problems.push(moveProblem(it, from));
		for (const { note, prompt } of linted.choices) choices.push({ note, prompt, from });
	}
	if (isOn(deck, 'I902')) addAll(problems, lintKeyLengths(choices));
	return problems;
}

function lintBlock(deck: Deck, { read, notes }: MadeBlock): LintedBlock {
	// What is wrong comes first; how it could be better is told when it is right.
	if (read.kind !== 'note' || read.note.problems.some(({ severity }) => severity === 'error')) return NOTHING;
	const problems: Problem[] = [];
	const choices: Choice[] = [];
	const { options = NO_OPTIONS, scenario } = read.note;
	notes.forEach((note, at) => {
		const { line, from, to } = read.note.notes[at] ?? { line: 0, from: 0, to: 0 };
		const prompt = rangeOn(line, from, to);
		const linted: Linted = scenario ? { note, deck, prompt, options, scenario } : { note, deck, prompt, options };
		if (note.kind === 'choice') choices.push({ note, prompt });
		addAll(problems, lintAnswer(linted));
		addAll(problems, lintKind(linted));
	});
	return problems.length + choices.length === 0 ? NOTHING : { problems, choices };
}

const NO_OPTIONS: readonly ReadOption[] = [];

function isOn(deck: Deck, code: string): boolean {
	return deck.lint[code] ?? !OFF.has(code);
}

const NONE: readonly Problem[] = [];

function lintKind(linted: Linted): readonly Problem[] {
	switch (linted.note.kind) {
		case 'choice':
		case 'choose-all':
			return lintChoice(linted, linted.note);
		case 'cloze':
			return lintCloze(linted, linted.note);
		case 'scenario':
			return lintScenario(linted, linted.note);
		case 'term':
		case 'question':
		case 'true-false':
		case 'typed':
		case 'numeric':
		case 'order':
		case 'match':
		case 'picture':
			return NONE;
	}
}
