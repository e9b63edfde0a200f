import type { CardEvent, Day, Millis, Outcome, PresetId, Rating } from '#lib/core/review/entry.ts';
import { remember, type Memory } from './memory.ts';
import type { Parameters } from './parameters.ts';
import { nextPlace, type Phase } from './steps.ts';

/** What the log says about one card. Derived; never stored as truth. */
export interface CardState {
	/** Answers that count; 0 for a card that was put away or buried before its first. */
	readonly reviews: number;
	/** How well it is held; undefined before the first answer. */
	readonly memory: Memory | undefined;
	readonly phase: Phase;
	/** The wait that the card is in, as an index of its phase's steps; 0 in review. */
	readonly step: number;
	/** How long that wait is, in milliseconds; 0 in review. */
	readonly waitMs: Millis;
	readonly firstDay: Day;
	/** The largest day seen: it never goes back. */
	readonly lastDay: Day;
	readonly lastAt: Millis;
	/** On how many days the card was forgotten after it had left learning. */
	readonly lapses: number;
	readonly lapseDay: Day | undefined;
	/** Put away, by the student or as a leech, until it is unsuspended. */
	readonly suspended: boolean;
	/** It was forgotten so often that it was put away by itself. */
	readonly leech: boolean;
	/** Put away until that day. */
	readonly buriedUntil: Day | undefined;
	/** The day on which it left learning for the first time. */
	readonly learnedDay: Day | undefined;
	/** The day on which the student wants it, until it is answered next. */
	readonly setDue: Day | undefined;
	/** Its author changed what is right, and it was not answered since. */
	readonly changed: boolean;
	/** The deck whose own settings were in force at the last answer. */
	readonly preset: PresetId | undefined;
}

/** A card's state while a log is being replayed. */
export type MutableState = { -readonly [Key in keyof CardState]: CardState[Key] };

/** What of an answer moves a card. */
export interface Answer {
	readonly at: Millis;
	readonly day: Day;
	readonly rating: Rating;
	readonly outcome: Outcome;
	readonly preset?: PresetId;
}

/** The state of a card of which the log says nothing. */
export function blankState(): MutableState {
	return {
		reviews: 0,
		memory: undefined,
		phase: 'new',
		step: 0,
		waitMs: 0,
		firstDay: 0,
		lastDay: 0,
		lastAt: 0,
		lapses: 0,
		lapseDay: undefined,
		suspended: false,
		leech: false,
		buriedUntil: undefined,
		learnedDay: undefined,
		setDue: undefined,
		changed: false,
		preset: undefined
	};
}

/** The state of a card after one more answer. Answers come in the order of the log. */
export function step(state: CardState | undefined, { at, day, rating, outcome, preset }: Answer, parameters: Parameters): CardState {
	const next = state === undefined ? blankState() : { ...state };
	answer(next, at, day, rating, outcome, preset, parameters);
	return next;
}

/** Moves a state on by one answer, in place: the one rule that bulk replay, one more answer and every preview share. */
export function answer(
	state: MutableState,
	at: Millis,
	day: Day,
	rating: Rating,
	outcome: Outcome,
	preset: PresetId | undefined,
	parameters: Parameters
): void {
	const first = state.reviews === 0;
	// A day that goes back, as on a way west across the date line, is still the largest day seen.
	const on = first ? day : Math.max(state.lastDay, day);
	// A right guess is asked again without being called forgotten.
	const lapsed = state.phase === 'review' && rating === 'again' && outcome !== 'right' && state.lapseDay !== on;
	const place = nextPlace(state, rating, parameters);
	state.phase = place.phase;
	state.step = place.step;
	state.waitMs = place.waitMs;
	state.memory = remember(state.memory, first ? 0 : on - state.lastDay, rating);
	if (first) state.firstDay = day;
	state.lastDay = on;
	state.lastAt = at;
	state.reviews += 1;
	if (state.learnedDay === undefined && place.phase === 'review') state.learnedDay = state.lastDay;
	state.setDue = undefined;
	state.changed = false;
	state.preset = preset;
	if (!lapsed) return;
	state.lapses += 1;
	state.lapseDay = on;
	if (isLeechAt(state.lapses, parameters.leechLapses)) {
		state.suspended = true;
		state.leech = true;
	}
}

/** Whether a card becomes a leech with this lapse: at the threshold, and again after half as many more if it was brought back. */
function isLeechAt(lapses: number, threshold: number): boolean {
	return lapses >= threshold && (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}

/** Moves a state on by something that is no answer, in place. */
export function happen(state: MutableState, event: CardEvent): void {
	switch (event.kind) {
		case 'suspend':
			state.suspended = true;
			return;
		case 'unsuspend':
			state.suspended = false;
			state.leech = false;
			return;
		case 'bury':
			state.buriedUntil = event.until;
			return;
		case 'set-due':
			state.setDue = event.due;
			return;
		case 'changed':
			if (state.reviews === 0 || (event.on !== undefined && state.lastDay >= event.on)) return;
			state.changed = true;
			// Whoever put it off did not know of the change.
			state.setDue = undefined;
			return;
		case 'reset':
			// Answers of earlier days alone were left out before (replay.ts); what is left stands.
			if (event.before === undefined) Object.assign(state, blankState());
			return;
	}
}

/** Whether a card was never answered, or is new again. */
export function isNew(state: CardState | undefined): boolean {
	return state === undefined || state.reviews === 0;
}
