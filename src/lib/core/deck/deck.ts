/**
 * What a deck says, as data: no positions in the file, no classes, safe to serialise as JSON.
 * Where each thing stands in the text is kept beside it, in `Outline` (outline.ts).
 * A `Markdown` is text for `ui/Prose.svelte`; a `Plain` is shown as it stands.
 */

export type Markdown = string;
export type Plain = string;
/** A written id or the slug derived from the prompt; unique within the namespace. */
export type NoteId = string;
/** The id of a term, which is the id of the concept it defines. */
export type ConceptId = string;
/** A step's id; unique within its scenario. */
export type StepId = string;

export type Status = 'fact' | "author's claim" | 'contested';

/** A work that notes cite. `id` is unique within the deck; everything but `id` and `title` may be missing. */
export interface Source {
	readonly id: string;
	readonly title: Plain;
	readonly author?: Plain;
	readonly publisher?: Plain;
	/** As written: "1978", "2024-05-01". */
	readonly date?: Plain;
	readonly url?: string;
}

/** One `- Source:` line: which source, and where in it ("par. 4") if it says so. */
export interface Citation {
	readonly source: string;
	readonly locator?: Plain;
}

/** `- Changed: 2026-11-21 reset`. */
export interface Changed {
	/** ISO date. */
	readonly day: string;
	/** Answers before that day do not count. */
	readonly reset: boolean;
}

/** What the bullets at the end of a note, a step or an option say about it. A section's are already handed down. */
export interface Facts {
	readonly hints: readonly Markdown[];
	readonly why?: Markdown;
	readonly doubt?: Markdown;
	readonly citations: readonly Citation[];
	readonly status?: Status;
	readonly about: readonly ConceptId[];
	readonly partOf: readonly ConceptId[];
	readonly needs: readonly ConceptId[];
	readonly tags: readonly Plain[];
	readonly changed?: Changed;
	/** Lines with a key that the format does not know, as written. */
	readonly other: readonly (readonly [key: string, value: string])[];
}

/** One option of a choice. */
export interface Option {
	readonly text: Markdown;
	readonly right: boolean;
	readonly feedback?: Markdown;
}

/** Where a scenario's choice leads: a step of the same scenario, or its end. */
export type Goto = { readonly to: 'step'; readonly step: StepId } | { readonly to: 'end' };

/** An option of a scenario's step. Without `goto` it leads to the next step, and after the last one to the end. */
export interface StepOption extends Option {
	readonly goto?: Goto;
	readonly facts: Facts;
}

/** One step of a scenario. No options: a Continue button. */
export interface Step {
	readonly id: StepId;
	readonly title: Markdown;
	readonly text: Markdown;
	readonly options: readonly StepOption[];
	readonly facts: Facts;
}

/** A part of a picture that is hidden, in percent of the picture's width and height. */
export interface HiddenLabel {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly label: Plain;
	/** The card's part: `hide:<slug of the label>`. Places with the same part are hidden and shown together, as one card. */
	readonly part: string;
}

/** `![alt](file.svg)`; `file` is relative to the deck's folder, as written. */
export interface Picture {
	readonly alt: Plain;
	readonly file: string;
}

/** How far from the number an answer may lie and still be right. */
export type Tolerance = { readonly kind: 'absolute'; readonly by: number } | { readonly kind: 'relative'; readonly percent: number };

interface NoteBase {
	readonly id: NoteId;
	/** Whether the id stands in the text; otherwise it is derived from the prompt. */
	readonly idWritten: boolean;
	/** The heading without its kind word ("Term:"). */
	readonly prompt: Markdown;
	/** The title of the section it stands in. */
	readonly section?: Markdown;
	readonly facts: Facts;
}

/** A concept and its definition. A line of a list of terms is a note of this kind too. */
export interface TermNote extends NoteBase {
	readonly kind: 'term';
	readonly definition: Markdown;
	/** Asked from the definition to the term as well. */
	readonly reverse: boolean;
}
export interface QuestionNote extends NoteBase {
	readonly kind: 'question';
	/** The rest of the question, between the heading and the `---`; may be empty. */
	readonly question: Markdown;
	readonly answer: Markdown;
	readonly reverse: boolean;
}
/** `text` keeps its marks (`==hidden=={1: hint}`, with Anki's `{{c1::…}}` already rewritten to that form). */
export interface ClozeNote extends NoteBase {
	readonly kind: 'cloze';
	readonly text: Markdown;
	/** Each mark in the order of the text. */
	readonly marks: readonly Mark[];
}
/** One hidden place of a cloze. Marks with the same part are hidden and shown together, as one card. */
export interface Mark {
	readonly hidden: Markdown;
	/** The group as written, if there is one. */
	readonly group?: string;
	readonly hint?: Plain;
	/** The card's part: `cloze:<group, or slug of the hidden text>`. */
	readonly part: string;
}
/** Exactly one option is right. */
export interface ChoiceNote extends NoteBase {
	readonly kind: 'choice';
	readonly question: Markdown;
	readonly options: readonly Option[];
}
export interface ChooseAllNote extends NoteBase {
	readonly kind: 'choose-all';
	readonly question: Markdown;
	readonly options: readonly Option[];
}
export interface TrueFalseNote extends NoteBase {
	readonly kind: 'true-false';
	readonly answer: boolean;
	readonly reason: Markdown;
}
export interface TypedNote extends NoteBase {
	readonly kind: 'typed';
	readonly question: Markdown;
	readonly answer: Plain;
	readonly alsoAccept: readonly Plain[];
}
export interface NumericNote extends NoteBase {
	readonly kind: 'numeric';
	readonly question: Markdown;
	readonly value: number;
	readonly tolerance?: Tolerance;
	/** Shown beside the box, never typed; "%" for a percentage. */
	readonly unit?: Plain;
}
/** `items` stand in the right order; at least 3. */
export interface OrderNote extends NoteBase {
	readonly kind: 'order';
	readonly question: Markdown;
	readonly items: readonly Markdown[];
}
/** Left sides are distinct; equal right sides are interchangeable. */
export interface MatchNote extends NoteBase {
	readonly kind: 'match';
	readonly question: Markdown;
	readonly heads: readonly [left: Markdown, right: Markdown];
	readonly pairs: readonly (readonly [left: Markdown, right: Markdown])[];
}
export interface PictureNote extends NoteBase {
	readonly kind: 'picture';
	readonly question: Markdown;
	readonly picture: Picture;
	/** What the picture shows, without giving the labels away. */
	readonly altAsked: Plain;
	readonly hidden: readonly HiddenLabel[];
}
/** Not a card: it practises the concepts that its choices are about. */
export interface ScenarioNote extends NoteBase {
	readonly kind: 'scenario';
	readonly vignette: Markdown;
	/** The vignette's own options, if it has any. */
	readonly options: readonly StepOption[];
	readonly steps: readonly Step[];
}

export type Note =
	| TermNote
	| QuestionNote
	| ClozeNote
	| ChoiceNote
	| ChooseAllNote
	| TrueFalseNote
	| TypedNote
	| NumericNote
	| OrderNote
	| MatchNote
	| PictureNote
	| ScenarioNote;
export type NoteKind = Note['kind'];

/** What stands under a section's heading before its first note. */
export interface SectionText {
	readonly title: Markdown;
	readonly text: Markdown;
}

/** A deck: its header and its notes, in the order of the text. Only sound notes are here; what is wrong is a `Problem`. */
export interface Deck {
	readonly title: Plain;
	readonly id: string;
	/** Whether the id stands in the header; otherwise it is the slug of the file's name. */
	readonly idWritten: boolean;
	/** Cards keep their history inside one namespace; by default the deck's id. */
	readonly namespace: string;
	readonly description?: Plain;
	/** BCP 47. */
	readonly language?: string;
	readonly authors: readonly Plain[];
	readonly license?: Plain;
	readonly sources: readonly Source[];
	/** Codes of lints that the header switches on or off. */
	readonly lint: Readonly<Record<string, boolean>>;
	/** Text before the first section or note. */
	readonly intro: Markdown;
	/** The text that sections have before their first note; left out if none has any. */
	readonly sections?: readonly SectionText[];
	readonly notes: readonly Note[];
}
