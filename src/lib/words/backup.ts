import { dayText, megabytes, numbered } from '#lib/core/backup/words.ts';
import type { Reminder, Saved } from '#lib/core/backup/reminder.ts';
import { fullDate } from './dates.ts';
import { counted } from './counted.ts';

export { megabytes };

const DAY_MS = 86_400_000;

/** How long ago a moment was, in days as clocks count them: "today", "yesterday", "3 days ago". */
export function agoText(at: number, now: number): string {
	const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${numbered(days)} days ago`;
}

/** When the last backup was, and what has come since: a sentence or two. */
export function lastBackupText(last: Saved | undefined, unsaved: number, now: number): string {
	if (last === undefined) return 'There is no backup yet.';
	const since = unsaved === 0 ? 'Every answer is in it.' : `${answersText(unsaved)} came after it.`;
	return `Last backup ${agoText(last.at, now)}. ${since}`;
}

/** What a reminder says: the strong part, then the rest. */
export function reminderText({ answers, days }: Reminder): readonly [strong: string, rest: string] {
	const only = `${answersText(answers)} ${answers === 1 ? 'exists' : 'exist'} only on this device.`;
	if (days === undefined) return ['A backup keeps your answers if this device is lost.', only];
	return [days === 0 ? 'Last backup today.' : `Last backup ${counted(days, 'day')} ago.`, only];
}

/** What a backup will add: one line for each sort of thing; none if there is nothing new. */
export function addedLines(added: {
	readonly entries: number;
	readonly answers: number;
	readonly days: readonly [first: number, last: number] | undefined;
	readonly settings: number;
	readonly texts: number;
}): readonly string[] {
	const { entries, answers, days, settings, texts } = added;
	const others = entries - answers;
	const span =
		days === undefined ? '' : days[0] === days[1] ? ` of ${dayText(days[0])}` : `, from ${dayText(days[0])} to ${dayText(days[1])}`;
	return [
		answers > 0 ? `${answersText(answers)}${span}` : undefined,
		others > 0 ? `${numbered(others)} other ${others === 1 ? 'entry' : 'entries'}, such as answers that were taken back` : undefined,
		settings > 0 ? counted(settings, 'setting') : undefined,
		texts > 0
			? `The ${texts === 1 ? 'text' : 'texts'} of ${counted(texts, 'deck')}, as you last learned ${texts === 1 ? 'it' : 'them'}`
			: undefined
	].filter((line) => line !== undefined);
}

/** What one side has more than the other: "12 answers", or corrections alone. */
export function moreText({ answers }: { readonly answers: number }): string {
	return answers > 0 ? answersText(answers) : 'some corrections';
}

/** Which backup it is. */
export function whichText(name: string, savedAt: number | undefined): string {
	return savedAt === undefined ? name : `${name}, saved on ${fullDate(new Date(savedAt))}`;
}

/** "1 answer", "1,234 answers". */
export function answersText(count: number): string {
	return `${numbered(count)} ${count === 1 ? 'answer' : 'answers'}`;
}

function midnight(at: number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}
