import { answerText } from './answers.ts';
import type { Note } from './deck.ts';
import type { LibraryDeck, Place, Report } from './library.ts';
import { problem } from './problem.ts';
import { moveRange } from './range.ts';
import { similarity } from './similar.ts';
import { slugOf } from './slug.ts';

/** Below this, two answers are different. */
const SAME_ANSWER = 0.6;

/** Two cards with the same words in their question, whatever their order, and different answers (W914). */
export function alikeQuestions(library: readonly LibraryDeck[], report: Report): void {
	const first = new Map<string, Place & { answer: string }>();
	for (const { file, deck, outline } of library) {
		if (deck.lint.W914 === false) continue;
		const places = new Map<string, Place>();
		for (const note of outline.notes) {
			for (const { id, prompt } of note.entries) places.set(id, { file, range: moveRange(prompt, note.line - 1) });
		}
		for (const note of deck.notes) {
			const asked = questionWords(note);
			const place = places.get(note.id);
			if (asked === '' || !place) continue;
			const answer = answerText(note);
			const before = first.get(asked);
			if (!before) first.set(asked, { ...place, answer });
			else if (similarity(before.answer, answer) < SAME_ANSWER) {
				const related = [{ file: before.file, range: before.range, message: 'The other card is here.' }];
				const message = 'Another card asks nearly the same and has a different answer. Say in each question what makes it different.';
				report(file, problem('W914', place.range, message, { related }));
			}
		}
	}
}

/** The words of a question in the order of the alphabet; empty for what asks nothing by its words. */
function questionWords(note: Note): string {
	if (note.kind === 'scenario' || note.kind === 'cloze' || note.kind === 'picture') return '';
	const more = 'question' in note ? note.question : '';
	const words = slugOf(note.prompt).split('-');
	const text = note.kind === 'term' ? `term ${words.join(' ')}` : [...new Set(words)].sort().join(' ');
	return words[0] === '' ? '' : `${text} ${more}`;
}
