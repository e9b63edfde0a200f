import { answersFile } from '#lib/core/backup/answers-file.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';

/** Hands the student all answers as a file: saved ones and, above all, those that could not be saved. */
export async function saveAnswers(journal: Journal): Promise<void> {
	const at = now();
	const url = URL.createObjectURL(new Blob([answersFile(await journal.entries(), at)], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = `entente-answers-${new Date(at).toISOString().slice(0, 10)}.json`;
	link.click();
	// Some browsers read the address only after the click has returned.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
