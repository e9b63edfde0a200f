import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tolerance } from '#lib/core/deck/deck.ts';
import { numberText, readNumber } from '#lib/core/grade/number.ts';
import { boundsOf, gradeNumeric } from '#lib/core/grade/numeric.ts';

describe('a typed number', () => {
	test.each([
		['1950', 'en', 1950],
		[' 1950 ', 'en', 1950],
		['1,500', 'en', 1500],
		['1.500', 'en', 1.5],
		['1,500', 'de', 1.5],
		['1.500', 'de', 1500],
		['1.500', 'de-CH', 1.5],
		['1’500', 'de-CH', 1500],
		['1 500', 'fr', 1500],
		['1\u202f500\u202f000', 'fr', 1_500_000],
		['1,500,000', 'en', 1_500_000],
		['1.500.000', 'en', 1_500_000],
		['1,500.25', 'de', 1500.25],
		['1.500,25', 'en', 1500.25],
		['26,3', 'en', 26.3],
		['26.3', 'de', 26.3],
		['0.500', 'de', 0.5],
		['0,500', 'en', 0.5],
		['.5', 'en', 0.5],
		[',5', 'fr', 0.5],
		['5.', 'en', 5],
		['-2', 'en', -2],
		['− 2,5', 'ru', -2.5],
		['–3', 'en', -3],
		['+7', 'en', 7],
		['1/2', 'en', 0.5],
		['1 1/2', 'en', 1.5],
		['½', 'en', 0.5],
		['1½', 'en', 1.5],
		['-¾', 'en', -0.75],
		['2e8', 'en', 2e8],
		['٢٠٫٥', 'ar', 20.5],
		['２０', 'ja', 20],
		['~30', 'en', 30],
		['ca. 30', 'de', 30]
	])('%j in %s is read as %s', (text, language, number) => {
		expect(readNumber(text, language)).toBe(number);
	});

	test.each([
		'',
		'about',
		'ten',
		'1.5.2',
		'1,50,000',
		'1 50',
		'12-13',
		'1/0',
		'1/2/3',
		'--2',
		'2e9999',
		'1'.repeat(80),
		'.',
		'½½',
		'3 apples'
	])('%j is none', (text) => {
		expect(readNumber(text, 'en')).toBeUndefined();
	});

	test('is read again from the way it is written, in every language', () => {
		const number = fc.oneof(
			fc.integer(),
			fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(4)))
		);
		fc.assert(
			fc.property(number, fc.constantFrom('en', 'de', 'fr', 'ru', 'zh', 'de-CH'), (value, language) => {
				expect(readNumber(numberText(value, language), language)).toBeCloseTo(value, 3);
			})
		);
	});

	test.each([
		[1950, 'en', '1950'],
		[12500, 'en', '12\u202f500'],
		[-1234567.5, 'de', '−1\u202f234\u202f567,5'],
		[0.1 + 0.2, 'en', '0.3'],
		[2e21, 'en', '2e+21']
	])('%s is written in %s as %s', (value, language, text) => {
		expect(numberText(value, language)).toBe(text);
	});
});

const within = (by: number): Tolerance => ({ kind: 'absolute', by });
const percent = (share: number): Tolerance => ({ kind: 'relative', percent: share });

describe('an answer in numbers', () => {
	test.each([
		[{ value: 1950 }, '1950', 'right'],
		[{ value: 1950 }, '1951', 'wrong'],
		[{ value: 1950, tolerance: within(1) }, '1951', 'right'],
		[{ value: 1950, tolerance: within(1) }, '1952', 'wrong'],
		[{ value: 0.3, tolerance: within(0.1) }, '0.4', 'right'],
		[{ value: 9.81, tolerance: within(0.1), unit: 'm/s' }, '9.71 m/s', 'right'],
		[{ value: 9.81, tolerance: within(0.1), unit: 'm/s²' }, '9.9 m/s2', 'right'],
		[{ value: 1500, tolerance: percent(2) }, '1530', 'right'],
		[{ value: 1500, tolerance: percent(2) }, '1531', 'wrong'],
		[{ value: -200, tolerance: percent(10) }, '-220', 'right'],
		[{ value: 26.3, tolerance: within(1), unit: '%' }, '26 %', 'right'],
		[{ value: 26.3, tolerance: within(1), unit: '% of GDP' }, '26%', 'right'],
		[{ value: 240.1, tolerance: within(3), unit: 'bn' }, '240,1BN', 'right'],
		[{ value: 20, unit: '$' }, '$20', 'right'],
		[{ value: 0.5 }, '1/2', 'right']
	] as const)('to %j given as %j is %s', (asked, given, outcome) => {
		expect(gradeNumeric(asked, given, 'en').outcome).toBe(outcome);
	});

	test.each([
		['', { kind: 'nothing-typed', wanted: 'number' }],
		['many', { kind: 'no-number', typed: 'many', unit: 'bn', sign: '.' }],
		['147 million', { kind: 'no-number', typed: '147 million', unit: 'bn', sign: '.' }]
	])('that cannot be read (%j) is not graded, and says why', (given, why) => {
		expect(gradeNumeric({ value: 147, unit: 'bn' }, given, 'en')).toEqual({ outcome: 'unreadable', why });
	});

	test('is right at both ends of its bounds, and wrong beyond them', () => {
		const tolerance = fc.oneof(
			fc.integer({ min: 0, max: 99 }).map((by) => within(by / 10)),
			fc.integer({ min: 0, max: 50 }).map(percent)
		);
		fc.assert(
			fc.property(fc.integer({ min: -9999, max: 9999 }), tolerance, (value, tolerance) => {
				const asked = { value: value / 10, tolerance };
				const { least, most } = boundsOf(asked);
				for (const end of [least, most]) expect(gradeNumeric(asked, numberText(end, 'en'), 'en').outcome).toBe('right');
				for (const beyond of [least - 0.01, most + 0.01]) expect(gradeNumeric(asked, numberText(beyond, 'en'), 'en').outcome).toBe('wrong');
			})
		);
	});
});
