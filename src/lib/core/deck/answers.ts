import type { Note } from './deck.ts';

/** What a note asks for, as one text: for telling notes with the same prompt apart, and for seeing how much an answer changed. */
export function answerText(note: Note): string {
	switch (note.kind) {
		case 'term':
			return note.definition;
		case 'question':
			return note.answer;
		case 'cloze':
			return note.text;
		case 'choice':
		case 'choose-all':
			return note.options.map(({ text }) => text).join('\n');
		case 'true-false':
			return note.reason;
		case 'typed':
			return [note.answer, ...note.alsoAccept].join('\n');
		case 'numeric':
			return `${note.value}${note.unit === undefined ? '' : ` ${note.unit}`}`;
		case 'order':
			return note.items.join('\n');
		case 'match':
			return note.pairs.map((pair) => pair.join(' | ')).join('\n');
		case 'picture':
			return note.hidden.map(({ label }) => label).join('\n');
		case 'scenario':
			return [note.vignette, ...note.steps.map(({ title, text }) => `${title}\n${text}`)].join('\n');
	}
}
