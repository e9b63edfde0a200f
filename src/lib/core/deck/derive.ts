import { answerText } from './answers.ts';
import type { Draft } from './draft.ts';
import { plainWords } from './inline.ts';
import { shortHash } from './kinds/cloze.ts';
import { slugOf } from './slug.ts';

/**
 * The id of a note that has none in the text: the slug of its prompt; where that is empty or taken, with four hex digits
 * of the SHA-256 of prompt, kind and answer. It depends on no other card unless two cards ask the same.
 */
export function deriveId(draft: Draft, isTaken: (id: string) => boolean): string {
	const slug = slugOf(plainWords(draft.prompt));
	if (slug !== '' && !isTaken(slug)) return slug;
	const hash = shortHash(`${draft.prompt}\n${draft.kind}\n${answerText(draft)}`);
	return firstFree(`${slug || 'card'}-${hash}`, isTaken);
}

/** The id, or the id with the first number from 2 on that makes it free. */
export function firstFree(id: string, isTaken: (id: string) => boolean): string {
	let free = id;
	for (let n = 2; isTaken(free); n++) free = `${id}-${n}`;
	return free;
}
