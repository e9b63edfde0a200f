import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAnswer } from '#lib/core/grade/fold.ts';
import { gradeTyped } from '#lib/core/grade/typed.ts';

const grade = (answer: string, given: string, language?: string, alsoAccept: readonly string[] = []) =>
	gradeTyped({ answer, alsoAccept }, given, language);

describe('a typed answer is right whatever', () => {
	test.each([
		['its case', 'John Herz', 'john HERZ', 'en'],
		['its white space', 'John Herz', '  John\u00a0  Herz\n', 'en'],
		['its punctuation', 'war, of all against all', '“War of all – against all.”', 'en'],
		['its stops', 'U.S.A.', 'usa', 'en'],
		['its apostrophe', 'a wolf’s game', "wolf's game", 'en'],
		['its accents', 'détente', 'detente', 'en'],
		['its way of writing accents', 'détente', 'de\u0301tente', 'en'],
		['its hyphen', 'no-limits partnership', 'No limits partnership', 'en'],
		['its width', 'NATO', 'ＮＡＴＯ', 'en'],
		['its ligature', 'official', 'oﬃcial', 'en'],
		['its invisible marks', 'Herz', '\u200eHe\u00adrz\u200b', 'en'],
		['its thousands', '10,000 men', '10 000 men', 'en'],
		['its digits', '٤ فبراير', '4 فبراير', 'ar'],
		['its vowel points', 'سَلام', 'سلام', 'ar'],
		['its final sigma', 'ΟΔΟΣ', 'οδος', 'el'],
		['its dotted capital', 'İzmir', 'izmir', 'tr'],
		['its English article', 'the stopping power of water', 'Stopping power of water', 'en'],
		['its German article', 'das Gleichgewicht', 'Gleichgewicht', 'de-AT'],
		['its German letters', 'Müller straße', 'Mueller Strasse', 'de'],
		['its missing umlaut', 'Müller', 'Muller', 'de'],
		['its French article', 'l’équilibre', 'equilibre', 'fr'],
		['its Spanish article', 'El equilibrio', 'equilibrio', 'es'],
		['its Italian article', 'un’alleanza', 'alleanza', 'it'],
		['its yo', 'самолёт', 'самолет', 'ru'],
		['its Polish l', 'Wałęsa', 'Walesa', 'pl'],
		['its blanks between Chinese signs', '习近平', '习 近平', 'zh']
	])('%s', (_, answer, given, language) => {
		expect(grade(answer, given, language).outcome).toBe('right');
	});

	test('which of the accepted answers it is, and says which', () => {
		expect(grade('John Herz', 'herz', 'en', ['Herz', 'John H. Herz'])).toEqual({ outcome: 'right', meant: 'Herz' });
	});
});

describe('a typed answer', () => {
	test.each([
		['with one letter wrong', 'anarchy', 'anarchi', 'almost'],
		['with one letter missing', 'anarchy', 'anachy', 'almost'],
		['with one letter too many', 'anarchy', 'anarrchy', 'almost'],
		['with two neighbours swapped', 'anarchy', 'anrachy', 'almost'],
		['with its words run together', 'no limits', 'nolimits', 'almost'],
		['with two letters wrong', 'anarchy', 'anorchi', 'wrong'],
		['of four letters with one wrong', 'Iran', 'Iraq', 'wrong'],
		['with another digit', '4 February 2022', '5 February 2022', 'wrong'],
		['with another year', 'February 2022', 'February 2023', 'wrong'],
		['that is another word', 'anarchy', 'chaos', 'wrong'],
		['of which only a part is typed', 'security dilemma', 'dilemma', 'wrong'],
		['in a language whose article it is not', 'die Macht', 'Macht', 'right']
	])('%s is graded as it should be', (_, answer, given, outcome) => {
		expect(grade(answer, given, answer.startsWith('die') ? 'de' : 'en').outcome).toBe(outcome);
	});

	test.each([
		['the', 'the', 'right'],
		['A', 'a', 'right'],
		['≠', '≠', 'right'],
		['!', '?', 'wrong'],
		['C#', 'C', 'wrong'],
		['3.5', '35', 'wrong'],
		['かき', 'かぎ', 'wrong']
	])('%s is not folded away: %s is %3$s', (answer, given, outcome) => {
		expect(grade(answer, given, 'en').outcome).toBe(outcome);
	});

	test.each(['', '   ', '\u200b\n'])('that is empty (%j) is not graded, and says why', (given) => {
		expect(grade('Herz', given)).toEqual({
			outcome: 'unreadable',
			why: { kind: 'nothing-typed', wanted: 'answer' }
		});
	});

	test('that is almost right shows letter by letter how it differs', () => {
		expect(grade('Antony Blinken', 'anthony blinken', 'en', ['Antony'])).toEqual({
			outcome: 'almost',
			meant: 'Antony Blinken',
			difference: [
				{ kind: 'kept', text: 'Ant' },
				{ kind: 'extra', text: 'h' },
				{ kind: 'kept', text: 'ony Blinken' }
			]
		});
		expect(grade('Détente', 'deente')).toMatchObject({
			difference: [
				{ kind: 'kept', text: 'Dé' },
				{ kind: 'missing', text: 't' },
				{ kind: 'kept', text: 'ente' }
			]
		});
	});
});

const languages = fc.constantFrom(undefined, 'en', 'de', 'fr', 'es', 'it', 'ru', 'zh', 'ar');
const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc
		.array(
			fc.constantFrom('the ', 'a ', 'le ', "l'", 'l’', 'der ', '1', ' 000', ',', '.', '-', ' ', 'ß', 'İ', 'Σ', 'é', '½', '习', '—', '“'),
			{ maxLength: 10 }
		)
		.map((parts) => parts.join(''))
);

describe('folding', () => {
	test('a fold changes nothing', () => {
		fc.assert(
			fc.property(text, languages, (written, language) => {
				const fold = foldAnswer(written, language);
				expect(foldAnswer(fold, language)).toBe(fold);
			}),
			{ numRuns: 3000 }
		);
	});
	test('leaves something of every letter and digit', () => {
		fc.assert(
			fc.property(fc.constantFrom('a', 'Z', 'é', 'ß', 'Ω', 'ж', 'あ', '中', 'ع', '9'), text, languages, (letter, rest, language) => {
				expect(foldAnswer(rest + letter, language)).not.toBe('');
			})
		);
	});
});

const word = fc.stringMatching(/^[a-z]{5,12}$/);
const answers = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
/** Changes that folding takes back. */
const disguises: readonly ((answer: string) => string)[] = [
	(answer) => answer.toUpperCase(),
	(answer) => ` ${answer}  `,
	(answer) => answer.replaceAll(' ', '\u00a0\t'),
	(answer) => `“${answer}!”`,
	(answer) => answer.replaceAll('e', 'é').replaceAll('o', 'o\u0308'),
	(answer) => `The ${answer}`,
	(answer) => answer.replaceAll(' ', ' – '),
	(answer) => answer.replaceAll('a', 'ａ')
];

describe('grading typed answers', () => {
	test('calls a right answer right after any change that folding ignores', () => {
		fc.assert(
			fc.property(answers, fc.array(fc.constantFrom(...disguises), { maxLength: 4 }), (answer, changes) => {
				expect(
					grade(
						answer,
						changes.reduce((given, change) => change(given), answer),
						'en'
					).outcome
				).toBe('right');
			})
		);
	});
	test('never calls one edit in the letters of a long answer wrong', () => {
		const edit = fc.record({ at: fc.nat(), letter: fc.stringMatching(/^[a-z]$/), kind: fc.constantFrom('add', 'drop', 'put', 'swap') });
		fc.assert(
			fc.property(word, edit, (answer, { at, letter, kind }) => {
				const i = at % answer.length;
				const [before, after] = [answer.slice(0, i), answer.slice(i + 1)];
				const given = {
					add: before + letter + answer.slice(i),
					drop: before + after,
					put: before + letter + after,
					swap: before + after.slice(0, 1) + answer.charAt(i) + after.slice(1)
				}[kind];
				expect(['right', 'almost']).toContain(grade(answer, given, 'en').outcome);
			})
		);
	});
	test('shows in what was kept and missing the accepted answer, in what was kept and extra what was typed', () => {
		fc.assert(
			fc.property(word, fc.nat(), (answer, at) => {
				const i = at % answer.length;
				const given = answer.slice(0, i) + answer.slice(i + 1);
				const verdict = grade(answer, given, 'en');
				if (verdict.outcome !== 'almost') return;
				const of = (...kinds: string[]) =>
					verdict.difference
						?.filter(({ kind }) => kinds.includes(kind))
						.map((segment) => segment.text)
						.join('');
				expect(of('kept', 'missing')).toBe(answer);
				expect(of('kept', 'extra')).toBe(given);
			})
		);
	});
});
