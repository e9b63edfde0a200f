import type { Millis } from '#lib/core/review/entry.ts';

/** What is known about backups when it is asked whether to speak of one. */
export interface Known {
	readonly now: Millis;
	/** How many answers there are. */
	readonly answers: number;
	/** The last backup: when, and how many answers there were; undefined if there was none. */
	readonly last: Saved | undefined;
	/** When "Later" was last said, and how many answers there were. */
	readonly later: Saved | undefined;
	/** Whether the browser has promised to keep what is stored. */
	readonly isPersisted: boolean;
}

/** A moment, and how many answers there were. */
export interface Saved {
	readonly at: Millis;
	readonly answers: number;
}

/** Whether and how loudly to speak of a backup; `answers`: how many are in no backup, `days`: since the last one. */
export interface Reminder {
	readonly loud: boolean;
	readonly answers: number;
	/** Whole days since the last backup; undefined if there was none. */
	readonly days: number | undefined;
}

const DAY_MS: Millis = 86_400_000;
/** So many answers are a first session. */
const FIRST = 5;
/** So many answers in no backup are worth one, or fewer of them after some time. */
const MANY = 150;
const SOME = 30;
const SOME_DAYS = 14;
/** And from here on the reminder is loud. */
const TOO_MANY = 300;
const TOO_MANY_DAYS = 30;
/** After "Later" it is quiet for so long, and until so many more answers were given, or lost. */
const LATER_DAYS = 3;
const LATER_ANSWERS = 50;

/**
 * Whether it is time for a backup: once after the first session, then when what is in no backup is worth the effort. Where the
 * browser has promised to keep everything, twice as much may gather. Undefined: not now.
 */
export function reminderFor({ now, answers, last, later, isPersisted }: Known): Reminder | undefined {
	const unsaved = Math.max(0, answers - (last?.answers ?? 0));
	const days = last === undefined ? undefined : Math.max(0, Math.floor((now - last.at) / DAY_MS));
	const patience = isPersisted ? 2 : 1;
	const isFirst = last === undefined && later === undefined && unsaved >= FIRST;
	const isMuch = unsaved >= MANY * patience || (unsaved >= SOME && (days ?? Infinity) >= SOME_DAYS * patience);
	const loud = unsaved >= TOO_MANY * patience || (unsaved >= SOME * 2 && days !== undefined && days >= TOO_MANY_DAYS * patience);
	if (!isFirst && !(last === undefined ? unsaved >= SOME * patience : isMuch)) return undefined;
	if (later !== undefined && (now - later.at < LATER_DAYS * DAY_MS || Math.abs(answers - later.answers) < LATER_ANSWERS)) {
		// A clock that was set back must not silence it for ever.
		if (now >= later.at) return undefined;
	}
	return { loud, answers: unsaved, days };
}
