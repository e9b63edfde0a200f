import { answerText } from './answers.ts';
import type { Note } from './deck.ts';
import { plainWords } from './inline.ts';
import { shortHash } from './kinds/cloze.ts';
import { slugOf } from './slug.ts';

/** The ids of a namespace that are taken, and the numbers given so far: so that a thousand equal headings cost a thousand steps. */
export class TakenIds {
	private readonly ids = new Set<string>();
	private readonly numbers = new Map<string, number>();

	has(id: string): boolean {
		return this.ids.has(id);
	}

	/** Takes an id; whether it was free. */
	take(id: string): boolean {
		const before = this.ids.size;
		return this.ids.add(id).size > before;
	}

	/** The id, or the id with the first number from 2 on that makes it free. */
	firstFree(id: string): string {
		if (!this.ids.has(id)) return id;
		let number = this.numbers.get(id) ?? 2;
		while (this.ids.has(`${id}-${number}`)) number++;
		this.numbers.set(id, number + 1);
		return `${id}-${number}`;
	}
}

/**
 * The id of a note that has none in the text: the slug of its prompt; where that is empty or taken, with four hex digits
 * of the SHA-256 of prompt, kind and answer. It depends on no other card unless two cards ask the same.
 */
export function deriveId(note: Note, taken: TakenIds): string {
	const slug = derivedSlug(note);
	if (slug !== '' && !taken.has(slug)) return slug;
	const hash = shortHash(`${note.prompt}\n${note.kind}\n${answerText(note)}`);
	return taken.firstFree(`${slug || 'card'}-${hash}`);
}

/** The slug of a note's prompt; empty if it has no letter or digit. */
export function derivedSlug({ prompt }: Note): string {
	return slugOf(plainWords(prompt));
}
