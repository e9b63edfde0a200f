import { answersFile } from '#lib/core/backup/answers-file.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';

/** Hands the student all answers as a file: saved ones and, above all, those that could not be saved. */
export async function saveAnswers(journal: Journal): Promise<void> {
	const at = now();
	download(answersFile(await journal.entries(), at), `entente-answers-${dateOf(at)}.json`);
}

/** Hands the student everything that a newer version of the app has stored here, as it stands. */
export async function saveNewer({ store: { exportNewer } }: Journal): Promise<void> {
	if (exportNewer) download(await exportNewer(), `entente-everything-${dateOf(now())}.json`);
}

function dateOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}

function download(text: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers read the address only after the click has returned.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
