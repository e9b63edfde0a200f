import type { Deck, Note } from './deck.ts';
import type { DraftNote } from './draft.ts';
import type { Parts } from './assemble.ts';
import { addAll } from './collect.ts';
import { lintAnswer } from './lints/answer.ts';
import { lintChoice, lintKeyLengths } from './lints/choice.ts';
import { lintCloze } from './lints/cloze.ts';
import { lintScenario } from './lints/scenario.ts';
import type { Memory } from './memory.ts';
import type { ReadOption } from './option.ts';
import type { ReadScenario } from './kinds/scenario.ts';
import type { ReadNote } from './note.ts';
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
	/** The number of lines above its block. */
	readonly from: number;
}

/** Lints that must be switched on in the header: they are wrong too often. */
const OFF: ReadonlySet<string> = new Set(['I904', 'I905']);

/** What could be better in a deck that is sound (I901 to I922, W916); what the header switches off is left out. */
export function lintDeck(deck: Deck, { blocks }: Parts, memory?: Memory): Problem[] {
	const about = JSON.stringify([deck.language, deck.sources.length > 0, deck.lint]);
	const problems: Problem[] = [];
	const choices: Linted[] = [];
	// The notes of the deck stand in the order of the blocks that they were read from.
	let next = 0;
	for (const read of blocks) {
		if (read.kind !== 'note') continue;
		const first = next;
		next += read.note.notes.length;
		// What is wrong comes first; how it could be better is told when it is right.
		if (read.note.problems.some(({ severity }) => severity === 'error')) continue;
		const { from } = read.block;
		for (let at = first; at < next; at++) {
			const note = deck.notes[at];
			const draft = read.note.notes[at - first];
			if (!note || !draft) continue;
			const linted = (): Linted => lintedOf(deck, note, read.note, draft, from);
			if (note.kind === 'choice') choices.push(linted());
			for (const it of remembered(note, linted, about, memory)) if (isOn(deck, it.code)) problems.push(moveProblem(it, from));
		}
	}
	if (isOn(deck, 'I902')) addAll(problems, lintKeyLengths(choices));
	return problems;
}

function lintedOf(deck: Deck, note: Note, { options = [], scenario }: ReadNote, { line, from, to }: DraftNote, above: number): Linted {
	const prompt = rangeOn(line, from, to);
	return scenario ? { note, deck, prompt, options, scenario, from: above } : { note, deck, prompt, options, from: above };
}

function isOn(deck: Deck, code: string): boolean {
	return deck.lint[code] ?? !OFF.has(code);
}

/** What the lints said of a note the last time, if neither it nor what they look at in the deck has changed. */
function remembered(note: Note, linted: () => Linted, deck: string, memory: Memory | undefined): readonly Problem[] {
	const last = memory?.lints.get(note);
	if (last?.deck === deck) return last.problems;
	const problems = lintNote(linted());
	memory?.lints.set(note, { deck, problems });
	return problems;
}

const NONE: readonly Problem[] = [];

function lintNote(linted: Linted): readonly Problem[] {
	const answer = lintAnswer(linted);
	const more = lintKind(linted);
	return more.length === 0 ? answer : [...answer, ...more];
}

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
