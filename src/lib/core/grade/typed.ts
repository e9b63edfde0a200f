import type { TypedNote } from '#lib/core/deck/deck.ts';
import { difference, type Segment } from './difference.ts';
import { foldAnswer, languageOf } from './fold.ts';
import { isSlip } from './slip.ts';
import type { Unreadable, Verdict } from './verdict.ts';

/** What was typed beside the accepted answer that is nearest to it. */
export interface TypedVerdict extends Verdict {
	/** The accepted answer that was meant, as the deck writes it. */
	readonly meant: string;
	/** Letter by letter; only of an answer that was almost right. */
	readonly difference?: readonly Segment[];
}

type Accepted = Pick<TypedNote, 'answer' | 'alsoAccept'>;

/**
 * Grades a typed answer: right if it is one of the accepted ones after folding (fold.ts), almost right if it is a slip away from one
 * (slip.ts), else wrong. Nothing typed is not graded. `language` is the deck's (BCP 47).
 */
export function gradeTyped(note: Accepted, given: string, language: string | undefined): TypedVerdict | Unreadable {
	const typed = foldAnswer(given, language);
	if (typed === '') return { outcome: 'unreadable', why: { kind: 'nothing-typed', wanted: 'answer' } };
	const accepted = [note.answer, ...note.alsoAccept];
	const right = accepted.find((answer) => foldsOf(answer, language).includes(typed));
	if (right !== undefined) return { outcome: 'right', meant: right };
	const near = accepted.find((answer) => foldsOf(answer, language).some((fold) => isSlip(typed, fold)));
	if (near === undefined) return { outcome: 'wrong', meant: note.answer };
	const segments = difference(given.trim().normalize('NFC'), near.normalize('NFC'), countAsOne);
	return { outcome: 'almost', meant: near, ...(segments === undefined ? {} : { difference: segments }) };
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** The folds of an accepted answer. German umlauts may be typed as two letters: Mueller for Müller. */
function foldsOf(answer: string, language: string | undefined): readonly string[] {
	const fold = foldAnswer(answer, language);
	if (languageOf(language) !== 'de') return [fold];
	return [
		fold,
		foldAnswer(
			answer.normalize('NFC').replaceAll(/[äöüÄÖÜ]/gu, (letter) => UMLAUTS[letter] ?? letter),
			language
		)
	];
}

/** Whether two letters, each with its marks, are the same once folded; all that is no letter and no digit counts as one. */
function countAsOne(a: string, b: string): boolean {
	const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
	return isWord(a) || isWord(b) ? foldAnswer(a, undefined) === foldAnswer(b, undefined) : true;
}
