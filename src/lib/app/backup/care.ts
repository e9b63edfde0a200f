import { now } from '../clock.ts';
import type { Journal } from '../journal.svelte.ts';
import { OwnFile } from './own-file.svelte.ts';
import { Safety } from './safety.svelte.ts';
import { leaveTrace } from './trace.ts';

/** What is done for the safety of a journal's answers; one for each page. */
export interface Care {
	readonly safety: Safety;
	readonly file: OwnFile;
}

const cares = new WeakMap<Journal, Promise<Care>>();

export function careOf(journal: Journal): Promise<Care> {
	const known = cares.get(journal);
	if (known) return known;
	const made = Safety.of(journal).then(async (safety) => ({ safety, file: await OwnFile.of(journal, safety) }));
	cares.set(journal, made);
	return made;
}

/**
 * What a session's end is the moment for: a trace that there were answers, the browser asked to keep them (where it answers without
 * asking the student), and the student's own file written.
 */
export async function careAfterSession(journal: Journal): Promise<Care> {
	const care = await careOf(journal);
	await leaveTrace(journal, now());
	if (care.safety.answersByItself) await care.safety.ask();
	if (care.safety.unsaved > 0) await care.file.write();
	return care;
}
