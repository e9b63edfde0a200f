import type { Facts, Note, Step, StepOption } from '#lib/core/deck/deck.ts';

/** All that a note says, as one text to be searched; its prompt is searched by itself. */
export function wordsOfNote(note: Note): string {
	return [...bodyOf(note), ...factsOf(note.facts), note.section ?? ''].filter((text) => text !== '').join('\n');
}

function bodyOf(note: Note): readonly string[] {
	switch (note.kind) {
		case 'term':
			return [note.definition];
		case 'question':
			return [note.question, note.answer];
		case 'cloze':
			return [note.text];
		case 'choice':
		case 'choose-all':
			return [note.question, ...note.options.flatMap(({ text, feedback = '' }) => [text, feedback])];
		case 'true-false':
			return [note.reason];
		case 'typed':
			return [note.question, note.answer, ...note.alsoAccept];
		case 'numeric':
			return [note.question, `${note.value} ${note.unit ?? ''}`];
		case 'order':
			return [note.question, ...note.items];
		case 'match':
			return [note.question, ...note.pairs.flat()];
		case 'picture':
			return [note.question, note.picture.alt, ...note.hidden.map(({ label }) => label)];
		case 'scenario':
			return [note.vignette, ...optionsOf(note.options), ...note.steps.flatMap(stepOf)];
	}
}

const stepOf = ({ title, text, options }: Step) => [title, text, ...optionsOf(options)];
const optionsOf = (options: readonly StepOption[]) => options.flatMap(({ text, feedback = '' }) => [text, feedback]);
const factsOf = ({ why = '', tags }: Facts) => [why, ...tags];
