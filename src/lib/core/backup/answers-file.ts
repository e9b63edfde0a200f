import type { Entry, Millis } from '#lib/core/review/entry.ts';

/** A log as a text file that says in its first lines what it is. Every entry is on a line of its own, as in the log. */
export function answersFile(log: readonly Entry[], savedAt: Millis): string {
	const head = {
		what: 'Answers from Entente, a flashcard app. Keep this file: it holds what you have learned.',
		format: 'entente-answers/1',
		savedAt,
		count: log.length
	};
	const lines = log.map((entry) => `\t\t${JSON.stringify(entry)}`);
	return `{\n\t"about": ${JSON.stringify(head)},\n\t"entries": [\n${lines.join(',\n')}\n\t]\n}\n`;
}
