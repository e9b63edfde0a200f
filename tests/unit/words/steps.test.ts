import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULTS, soundSettings, STEPS } from '#lib/core/schedule/parameters.ts';
import { overwriteGetLocale } from '#lib/messages/runtime.js';
import { readSteps, stepsText, stepsProblemText } from '#lib/words/steps.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const speak = (language: 'en' | 'de') => {
	overwriteGetLocale(() => language);
};
afterEach(() => {
	speak('en');
});

/** With spaces where a number and its unit are kept in one line. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

/** What is said about what was typed; nothing if it can be read. */
function complaint(typed: string): string | undefined {
	const read = readSteps(typed);
	return read.kind === 'steps' ? undefined : spaced(stepsProblemText(read));
}

describe('steps are read', () => {
	test.each([
		['1m 10m', [MINUTE, 10 * MINUTE]],
		['1 min, 10 min', [MINUTE, 10 * MINUTE]],
		['1 Min., 10 Min.', [MINUTE, 10 * MINUTE]],
		['1m,10m', [MINUTE, 10 * MINUTE]],
		['1 min; 10 min', [MINUTE, 10 * MINUTE]],
		['1 minute and 10 minutes', [MINUTE, 10 * MINUTE]],
		['1 Minute und 10 Minuten', [MINUTE, 10 * MINUTE]],
		['  30 SEC  2 HOURS ', [30 * SECOND, 2 * HOUR]],
		['30 Sek. 2 Std.', [30 * SECOND, 2 * HOUR]],
		['45s 1h', [45 * SECOND, HOUR]],
		['1\u00a0min,\u202f10\u00a0min', [MINUTE, 10 * MINUTE]],
		['1 day', [24 * HOUR]],
		['1 Tag', [24 * HOUR]],
		['10m 1m', [10 * MINUTE, MINUTE]],
		['010 min', [10 * MINUTE]],
		['1 s 1 s 1 s 1 s 1 s 1 s 1 s 1 s 1 s 1 s', Array.from({ length: 10 }, () => SECOND)]
	])('from %j', (typed, stepsMs) => {
		expect(readSteps(typed)).toEqual({ kind: 'steps', stepsMs });
	});
	test.each(['', '  ', 'none', 'None.', 'keine', 'no steps', 'ohne'])('as none from %j', (typed) => {
		expect(readSteps(typed)).toEqual({ kind: 'steps', stepsMs: [] });
	});
});

describe('what cannot be read as steps is answered with what is wrong and what to write', () => {
	test.each([
		['10', '“10” has no unit. Write s, min or h behind it, as in “10 min”.'],
		['1 10 min', '“1” has no unit. Write s, min or h behind it, as in “10 min”.'],
		['10 and 20 min', '“10” has no unit. Write s, min or h behind it, as in “10 min”.'],
		['0.5', '“0.5” has no unit. Write s, min or h behind it, as in “10 min”.'],
		['10 parsecs', '“parsecs” is no unit known here. Write s, min or h, as in “10 min”.'],
		['1 month', '“month” is no unit known here. Write s, min or h, as in “10 min”.'],
		['1.5 min', '“1.5 min” is not a whole number. Write “90 s”, for example.'],
		['1,5 Std.', '“1,5 Std.” is not a whole number. Write “90 min”, for example.'],
		['1,10 min', '“1,10 min” is not a whole number. Write “66 s”, for example.'],
		['1.5 s', '“1.5 s” is not a whole number. Write “2 s”, for example.'],
		['0.1 s', '“0.1 s” is not a whole number. Write “1 s”, for example.'],
		['1h30m', '“1h30m” has no gaps. Write “1 h, 30 min” for several steps, or “90 min” for one.'],
		['5s 1m10m5m', '“1m10m5m” has no gaps. Write “1 min, 10 min, 5 min” for several steps, or “16 min” for one.'],
		['1h30', '“1h30” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['20h20h', '“20h20h” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['0 min', '“0 min” is too short. Write at least “1 s”; for no steps, leave the field empty.'],
		['2 days', '“2 days” is too long. Write at most “24 h”; longer waits come by themselves afterwards.'],
		['25h', '“25h” is too long. Write at most “24 h”; longer waits come by themselves afterwards.'],
		['99999999999999999 h', '“99999999999999999 h” is too long. Write at most “24 h”; longer waits come by themselves afterwards.'],
		['-5 min', '“-5” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['soon', '“soon” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['min 1', '“min” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['1 min / 10 min', '“/” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['10 min!', '“!” is not a step. Write numbers with a unit, as in “1 min, 10 min”.'],
		['1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s', 'These are 11 steps. Write at most 10.']
	])('%j', (typed, said) => {
		expect(complaint(typed)).toBe(said);
	});
	test('in German too', () => {
		speak('de');
		expect(['10', '10 Parsec', '1,5 Min.', '1h30m', '0 Min.', '2 Tage', 'bald'].map(complaint)).toEqual([
			'„10“ hat keine Einheit. Schreib s, Min. oder Std. dahinter, wie in „10 Min.“.',
			'„Parsec“ ist hier keine Einheit. Schreib s, Min. oder Std., wie in „10 Min.“.',
			'„1,5 Min.“ ist keine ganze Zahl. Schreib zum Beispiel „90 s“.',
			'„1h30m“ hat keine Lücken. Schreib „1 Std., 30 Min.“ für mehrere Schritte oder „90 Min.“ für einen.',
			'„0 Min.“ ist zu kurz. Schreib mindestens „1 s“; für keine Schritte lass das Feld leer.',
			'„2 Tage“ ist zu lang. Schreib höchstens „24 Std.“; längere Pausen kommen danach von selbst.',
			'„bald“ ist kein Schritt. Schreib Zahlen mit einer Einheit, wie in „1 Min., 10 Min.“.'
		]);
	});
	test('a long word is not said whole', () => {
		expect(complaint('x'.repeat(200))).toBe(`“${'x'.repeat(24)}…” is not a step. Write numbers with a unit, as in “1 min, 10 min”.`);
	});
});

describe('steps are shown', () => {
	test('each in its largest whole unit', () => {
		expect(spaced(stepsText([30 * SECOND, 90 * SECOND, 10 * MINUTE, 90 * MINUTE, 24 * HOUR]))).toBe('30 s, 90 s, 10 min, 90 min, 24 h');
		expect(spaced(stepsText(DEFAULTS.learningStepsMs))).toBe('1 min, 10 min');
		expect(spaced(stepsText([]))).toBe('');
		speak('de');
		expect(spaced(stepsText([30 * SECOND, 10 * MINUTE, 2 * HOUR]))).toBe('30 s, 10 Min., 2 Std.');
	});
	test('with number and unit in one line', () => {
		expect(stepsText(DEFAULTS.learningStepsMs)).toBe('1\u00a0min, 10\u00a0min');
	});
	test('in whole seconds, where a backup holds finer ones', () => {
		expect(spaced(stepsText([1499.5, 60_400]))).toBe('1 s, 1 min');
	});
	test.each(['en', 'de'] as const)('in %s so that they are read as the same', (language) => {
		speak(language);
		const seconds = fc.array(fc.integer({ min: STEPS.shortestMs / SECOND, max: STEPS.longestMs / SECOND }), { maxLength: STEPS.most });
		fc.assert(
			fc.property(seconds, (all) => {
				const stepsMs = all.map((one) => one * SECOND);
				expect(readSteps(stepsText(stepsMs))).toEqual({ kind: 'steps', stepsMs });
			})
		);
	});
});

test('whatever is typed is answered, and what is taken is taken by the schedule too', () => {
	const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9smhd.,; ]*$/u));
	fc.assert(
		fc.property(typed, (text) => {
			const read = readSteps(text);
			if (read.kind === 'steps') expect(soundSettings({ learningStepsMs: read.stepsMs })).toEqual({ learningStepsMs: read.stepsMs });
			else expect(stepsProblemText(read)).toMatch(/\.$/u);
		})
	);
});
