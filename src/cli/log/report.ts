// What a backup holds, as text for people.
import type { Backup } from '#lib/core/backup/backup.ts';
import { newsFor } from '#lib/core/backup/compare.ts';
import { isKnown, type Entry, type Review } from '#lib/core/review/entry.ts';
import { dayText, numbered } from './words.ts';

/** One line: how much of what, from when to when, and when it was saved. */
export function summaryOf({ parts, stores, savedAt }: Backup): string {
	const { entries, answers, days } = newsFor([], parts);
	const span = days === undefined ? '' : ` from ${dayText(days[0])} to ${dayText(days[1])}`;
	const things = Object.entries(stores).flatMap(([store, values]) => {
		if (store === 'editions') return []; // which versions of the texts these are
		const count = Object.keys(values).length;
		return count > 0 ? [counted(count, THINGS[store] ?? `thing of “${store}”`)] : [];
	});
	const saved = savedAt === undefined ? '' : ` Saved on ${new Date(savedAt).toISOString().slice(0, 16).replace('T', ' at ')} UTC.`;
	return `${[`${counted(entries, 'entry')}, of them ${counted(answers, 'answer')}${span}`, ...things].join('; ')}.${saved}`;
}

const THINGS: Readonly<Partial<Record<string, string>>> = { settings: 'setting', texts: 'text of a deck' };

/** How many entries there are of each kind, and how many answers in each deck. @param entries all of the backup's, in order */
export function contentsAsText(backup: Backup, entries: readonly Entry[]): string {
	const kinds = countedBy(entries, (entry) => (isKnown(entry) ? entry.kind : `${entry.kind} (not known here)`));
	const reviews = entries.filter((entry): entry is Review => entry.kind === 'review' && isKnown(entry));
	const decks = countedBy(reviews, ({ cardId }) => cardId.split('/')[0] ?? '');
	return [`  ${summaryOf(backup)}`, '', ...table('kind', 'entries', kinds), '', ...table('deck', 'answers', decks), ''].join('\n');
}

function countedBy<T>(all: readonly T[], nameOf: (one: T) => string): readonly (readonly [name: string, count: number])[] {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function table(name: string, what: string, rows: readonly (readonly [string, number])[]): readonly string[] {
	const lines = [[name, what] as const, ...rows.map(([row, count]) => [row, numbered(count)] as const)];
	const left = Math.max(...lines.map(([first]) => first.length));
	const right = Math.max(...lines.map(([, second]) => second.length));
	return lines.map(([first, second]) => `  ${first.padEnd(left)}  ${second.padStart(right)}`);
}

function counted(count: number, noun: string): string {
	const [word = noun, ...rest] = noun.split(' ');
	const several = word === 'entry' ? 'entries' : `${word}s`;
	return [numbered(count), count === 1 ? word : several, ...rest].join(' ');
}
