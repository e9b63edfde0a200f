import { m } from '#lib/messages/messages.js';
import type { Note } from '#lib/core/deck/deck.ts';
import type { Given } from '#lib/core/grade/answer.ts';
import { listText } from '#lib/words/numbers.ts';
import { lex } from '#lib/markdown/lex.svelte.ts';
import { wordsOf } from '#lib/markdown/markdown.ts';

/**
 * What was answered, in the words of the note as it stands now; undefined where the student rated by hand, or where nothing was given.
 * An option that the note no longer has is left out.
 */
export function givenWords(note: Note, { chosen, given }: Given): string | undefined {
	if (given !== undefined) return given.trim() === '' ? undefined : given.trim();
	if (chosen === undefined || chosen.length === 0) return undefined;
	const all = (texts: readonly string[]) => chosen.flatMap((index) => texts[index] ?? []).map(plain);
	const said = (texts: readonly string[]) => (texts.length === 0 ? undefined : listText(texts));
	switch (note.kind) {
		case 'choice':
		case 'choose-all':
			return said(all(note.options.map(({ text }) => text)));
		case 'true-false':
			return chosen[0] === 0 ? m.card_true() : m.card_false();
		case 'order':
			return all(note.items).join(' → ') || undefined;
		case 'match':
			return said(
				note.pairs.flatMap(([left], index) => {
					const right = note.pairs[chosen[index] ?? -1]?.[1];
					return right === undefined ? [] : `${plain(left)} – ${plain(right)}`;
				})
			);
		case 'term':
		case 'question':
		case 'cloze':
		case 'typed':
		case 'numeric':
		case 'picture':
		case 'scenario':
			return undefined;
	}
}

const plain = (markdown: string) => wordsOf(lex(markdown, true));
