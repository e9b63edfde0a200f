import { answersFile } from '#lib/core/backup/answers-file.ts';
import { download } from './backup/give-file.ts';
import { now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';

/** Hands the student all answers as a file: saved ones and, above all, those that could not be saved. */
export async function saveAnswers(journal: Journal): Promise<void> {
	const at = now();
	download(json(answersFile(await journal.entries(), at), `entente-answers-${dateOf(at)}.json`));
}

/** Hands the student everything that a newer version of the app has stored here, as it stands. */
export async function saveNewer({ store: { exportNewer } }: Journal): Promise<void> {
	if (exportNewer) download(json(await exportNewer(), `entente-everything-${dateOf(now())}.json`));
}

function dateOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}

function json(text: string, name: string): File {
	return new File([text], name, { type: 'application/json' });
}
