import type { Reminder, Saved } from '#lib/core/backup/reminder.ts';
import { m } from '#lib/messages/messages.js';
import { dayText, daysBetween, fullDate } from './dates.ts';
import { numbered, shown } from './numbers.ts';

/** When the last backup was, for a link: "Last backup 3 days ago". */
export function backupLinkText(at: number, now: number): string {
	const days = daysBetween(at, now);
	if (days <= 0) return m.storage_backup_today();
	return days === 1 ? m.storage_backup_yesterday() : m.storage_backup_ago(shown(days));
}

/** When the last backup was, and what has come since: a sentence or two. @param lacks whether it lacks what the device has damaged */
export function lastBackupText(last: Saved | undefined, unsaved: number, lacks: boolean, now: number): string {
	if (last === undefined) return m.backup_none();
	return `${lastBackup(daysBetween(last.at, now))} ${unsaved === 0 ? allInItText(lacks) : m.backup_since(shown(unsaved))}`;
}

/** That nothing here is missing in the last backup. @param lacks whether it lacks what the device has damaged */
export function allInItText(lacks: boolean): string {
	return lacks ? m.backup_all_readable_in_it() : m.backup_all_in_it();
}

/** What a reminder says: the strong part, then the rest. */
export function reminderText({ answers, days }: Reminder): readonly [strong: string, rest: string] {
	const only = m.reminder_only_here(shown(answers));
	if (days === undefined) return [m.reminder_none(), only];
	return [days === 0 ? m.backup_last_today() : m.backup_last_ago(shown(days)), only];
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
	return [
		answers > 0 ? addedAnswers(answers, days) : undefined,
		others > 0 ? m.restore_others(shown(others)) : undefined,
		settings > 0 ? m.restore_settings({ count: settings }) : undefined,
		texts > 0 ? m.restore_texts({ count: texts }) : undefined
	].filter((line) => line !== undefined);
}

/** Which backup it is. */
export function whichText(name: string, savedAt: number | undefined): string {
	return savedAt === undefined ? name : m.restore_which({ name, date: fullDate(new Date(savedAt)) });
}

/** When answers came from a backup. */
export function cameText(answers: number, at: number, now: number): string {
	const days = daysBetween(at, now);
	if (days <= 0) return m.restore_came_today(shown(answers));
	return days === 1 ? m.restore_came_yesterday(shown(answers)) : m.restore_came_ago({ ...shown(answers), days: numbered(days) });
}

/** What of this device a backup lacks. */
export function onlyHereText({ entries, answers }: { readonly entries: number; readonly answers: number }): string {
	if (entries === 0) return m.restore_all_in_it();
	return answers === 0 ? m.restore_only_here_corrections() : m.restore_only_here(shown(answers));
}

/** What a backup has that is not on this device; nothing is said where there is nothing. */
export function onlyThereText({ entries, answers }: { readonly entries: number; readonly answers: number }): string {
	if (entries === 0) return '';
	return answers === 0 ? m.restore_only_there_corrections() : m.restore_only_there(shown(answers));
}

function lastBackup(days: number): string {
	if (days <= 0) return m.backup_last_today();
	return days === 1 ? m.backup_last_yesterday() : m.backup_last_ago(shown(days));
}

function addedAnswers(answers: number, days: readonly [first: number, last: number] | undefined): string {
	if (days === undefined) return m.restore_answers(shown(answers));
	const [from, to] = [dayText(days[0]), dayText(days[1])];
	return from === to ? m.restore_answers_of({ ...shown(answers), day: from }) : m.restore_answers_between({ ...shown(answers), from, to });
}
