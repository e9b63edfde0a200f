import type { CardId } from '#lib/core/card/card.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type Millis = number;
/** The learner's own day (local date, with the rollover hour), as a count of days since 1970-01-01. */
export type Day = number;
export type EntryId = string & { readonly brand: 'EntryId' };
/** One run through a scenario. */
export type RunId = string & { readonly brand: 'RunId' };
/** Settings that a deck has for itself: named by the deck's id. */
export type PresetId = string;

export type Rating = 'again' | 'hard' | 'good' | 'easy';
export type Confidence = 'sure' | 'unsure' | 'guess';

/** From the most to the least sure: the order of their buttons and keys. */
export const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];
/** `self`: the student compared and rated by hand. The others were graded. */
export type Outcome = 'self' | 'right' | 'almost' | 'wrong';

interface EntryBase {
	readonly id: EntryId;
	readonly at: Millis;
}

/** One answer. It keeps what happened, so that a better rule can be replayed over it later. */
export interface Review extends EntryBase {
	readonly kind: 'review';
	readonly day: Day;
	readonly cardId: CardId;
	readonly outcome: Outcome;
	/** The rating that counts. */
	readonly rating: Rating;
	/** The rating that the rules proposed, where the student chose another. */
	readonly overruled?: Rating;
	readonly confidence?: Confidence;
	/** What was chosen, as indices in the order of the deck's text: options, items as arranged, right sides (core/grade/answer.ts). */
	readonly chosen?: readonly number[];
	/** What was typed; nothing if the student said that they did not know. */
	readonly given?: string;
	/** How many hints were unfolded. */
	readonly hints: number;
	/** From the question's appearance to the answer, in milliseconds. */
	readonly tookMs: number;
	/** The deck whose own settings were in force; none if the student's general ones were. */
	readonly preset?: PresetId;
}

/**
 * One choice in a scenario. What it was about and whether it was right are facts of that moment and stand in the entry: a later
 * edit of the scenario changes no history.
 */
export interface Choice extends EntryBase {
	readonly kind: 'choice';
	readonly day: Day;
	readonly run: RunId;
	/** "namespace/note id". */
	readonly scenario: string;
	readonly step: string;
	/** The chosen option as an index in the order of the deck's text; -1 for "Continue". */
	readonly option: number;
	/** `none`: the step has no right option. */
	readonly outcome: 'right' | 'wrong' | 'none';
	/** The use cards of the concepts that the choice is about. */
	readonly uses: readonly CardId[];
	readonly confidence?: Confidence;
	readonly hints: number;
	readonly tookMs: number;
	readonly preset?: PresetId;
}

/** Takes an entry back: it counts as if it had never been made, whatever the order of the two. A retraction stays. */
export interface Retraction extends EntryBase {
	readonly kind: 'retraction';
	readonly entryId: EntryId;
}

/** Puts a card away until it is unsuspended. */
export interface Suspend extends EntryBase {
	readonly kind: 'suspend';
	readonly cardId: CardId;
}

/** Brings a suspended card back; a leech too. */
export interface Unsuspend extends EntryBase {
	readonly kind: 'unsuspend';
	readonly cardId: CardId;
}

/** Puts a card away until a day: on that day it may be asked again. */
export interface Bury extends EntryBase {
	readonly kind: 'bury';
	readonly cardId: CardId;
	readonly until: Day;
}

/** Makes a card new: its answers ordered before this entry no longer count; with `before`, only those of earlier days. */
export interface Reset extends EntryBase {
	readonly kind: 'reset';
	readonly cardId: CardId;
	readonly before?: Day;
}

/** Makes a card due on a day, until it is answered next. */
export interface SetDue extends EntryBase {
	readonly kind: 'set-due';
	readonly cardId: CardId;
	readonly due: Day;
}

/** The history that a card has up to this entry belongs to another key from here on: its note was found again under a new id. */
export interface Renamed extends EntryBase {
	readonly kind: 'renamed';
	readonly from: CardId;
	readonly to: CardId;
}

/** The author changed what is right: the card is due until it is answered next; with `on`, only if it was not answered on that day or later. */
export interface Changed extends EntryBase {
	readonly kind: 'changed';
	readonly cardId: CardId;
	readonly on?: Day;
}

/** Puts a wrong clock right: moves entries in time, before they are ordered. */
export interface Redate extends EntryBase {
	readonly kind: 'redate';
	readonly entryIds: readonly EntryId[];
	readonly shiftMs: Millis;
	readonly shiftDays: number;
}

/** Changes settings, key by key; `null` takes a setting back. Without `preset` the student's general ones. */
export interface PresetChange extends EntryBase {
	readonly kind: 'preset';
	readonly preset?: PresetId;
	/** Parameters by name (schedule/parameters.ts), not yet checked. */
	readonly set: Readonly<Record<string, unknown>>;
}

/** An entry of a kind that this version does not know: kept and passed on, never read. */
export interface Foreign extends EntryBase {
	readonly kind: string;
}

/** What happens to one card besides answers. */
export type CardEvent = Suspend | Unsuspend | Bury | Reset | SetDue | Changed;
/** Every kind of entry that this version reads. */
export type Known = Review | Choice | Retraction | CardEvent | Renamed | Redate | PresetChange;
export type Entry = Known | Foreign;

const FIELDS: Readonly<Record<Known['kind'], (fields: Readonly<Record<string, unknown>>) => boolean>> = {
	review: ({ cardId, day, rating, tookMs }) => isText(cardId) && isWhole(day) && isRating(rating) && isNumber(tookMs),
	choice: ({ run, scenario, step, day, uses, outcome }) =>
		isText(run) &&
		isText(scenario) &&
		isText(step) &&
		isWhole(day) &&
		isTexts(uses) &&
		['right', 'wrong', 'none'].includes(outcome as string),
	retraction: ({ entryId }) => isText(entryId),
	suspend: ({ cardId }) => isText(cardId),
	unsuspend: ({ cardId }) => isText(cardId),
	bury: ({ cardId, until }) => isText(cardId) && isWhole(until),
	reset: ({ cardId, before }) => isText(cardId) && (before === undefined || isWhole(before)),
	'set-due': ({ cardId, due }) => isText(cardId) && isWhole(due),
	renamed: ({ from, to }) => isText(from) && isText(to),
	changed: ({ cardId, on }) => isText(cardId) && (on === undefined || isWhole(on)),
	redate: ({ entryIds, shiftMs, shiftDays }) => isTexts(entryIds) && isNumber(shiftMs) && isWhole(shiftDays),
	preset: ({ preset, set }) => (preset === undefined || isText(preset)) && typeof set === 'object' && set !== null
};

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
const isRating = (value: unknown): value is Rating => ['again', 'hard', 'good', 'easy'].includes(value as string);

/** Whether this version reads an entry. One of a known kind whose fields are not what they should be is foreign too: kept, never read. */
export function isKnown(entry: Entry): entry is Known {
	const fits = (FIELDS as Readonly<Partial<Record<string, (fields: Readonly<Record<string, unknown>>) => boolean>>>)[entry.kind];
	return Object.hasOwn(FIELDS, entry.kind) && fits?.(entry as unknown as Readonly<Record<string, unknown>>) === true;
}

export function isReview(entry: Entry): entry is Review {
	return entry.kind === 'review' && isKnown(entry);
}

/** Whether something can be an entry at all: it has a kind, an id and a time. */
export function isEntry(value: unknown): value is Entry {
	if (typeof value !== 'object' || value === null) return false;
	const { kind, id, at } = value as Record<string, unknown>;
	return typeof kind === 'string' && typeof id === 'string' && id !== '' && Number.isFinite(at);
}
