import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '#lib/core/grade/answer.ts';
import { FALSE, gradeChooseAll, gradeTrueFalse, TRUE } from '#lib/core/grade/choice.ts';
import { gradeMatch, rightSides } from '#lib/core/grade/match.ts';
import { gradeOrder } from '#lib/core/grade/order.ts';
import { deckOf } from '../decks-for-tests.ts';

const T = true;
const F = false;

describe('a choice of all that apply', () => {
	const options = [true, true, false].map((right) => ({ text: '', right }));
	test.each([
		[[0, 1], 'right', [T, T, T]],
		[[1, 0], 'right', [T, T, T]],
		[[0], 'wrong', [T, F, T]],
		[[0, 1, 2], 'wrong', [T, T, F]],
		[[], 'wrong', [F, F, T]]
	] as const)('with %j chosen is %s', (chosen, outcome, parts) => {
		expect(gradeChooseAll(options, chosen)).toEqual({ outcome, parts });
	});
});

test.each([
	[true, [TRUE], 'right'],
	[true, [FALSE], 'wrong'],
	[false, [FALSE], 'right'],
	[false, [TRUE], 'wrong'],
	[true, [], 'wrong']
] as const)('a statement that is %s, answered with %j, is %s', (answer, chosen, outcome) => {
	expect(gradeTrueFalse(answer, chosen)).toEqual({ outcome });
});

describe('an order', () => {
	test.each([
		[
			[0, 1, 2, 3],
			[T, T, T, T]
		],
		[
			[1, 2, 3, 0],
			[F, T, T, T]
		],
		[
			[3, 0, 1, 2],
			[T, T, T, F]
		],
		[
			[0, 2, 1, 3],
			[T, F, T, T]
		],
		[
			[1, 0, 2, 3],
			[F, T, T, T]
		],
		[
			[3, 2, 1, 0],
			[F, F, F, T]
		],
		[
			[2, 3, 0, 1],
			[F, F, T, T]
		],
		[[], [F, F, F, F]]
	] as const)('arranged as %j has as right parts %j', (arranged, parts) => {
		expect(gradeOrder(4, arranged).parts).toEqual(parts);
	});
	test('is right only when nothing has to be moved', () => {
		const arrangement = fc
			.integer({ min: 3, max: 9 })
			.chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));
		fc.assert(
			fc.property(arrangement, (arranged) => {
				const { outcome, parts = [] } = gradeOrder(arranged.length, arranged);
				expect(outcome).toBe(arranged.every((item, place) => item === place) ? 'right' : 'wrong');
				// What is right stands in the right order among itself.
				const kept = arranged.filter((item) => parts[item]);
				expect(kept).toEqual([...kept].sort((a, b) => a - b));
			})
		);
	});
});

describe('a matching', () => {
	const pairs = [
		['WTO', 'between states'],
		['NATO', ' between  states'],
		['Greenpeace', 'not of states'],
		['Toyota', 'a company']
	] as const;
	test('shows equal right sides once', () => {
		expect(rightSides(pairs)).toEqual([0, 2, 3]);
	});
	test.each([
		[[0, 0, 2, 3], 'right', [T, T, T, T]],
		[[1, 0, 2, 3], 'right', [T, T, T, T]],
		[[0, 2, 2, 3], 'wrong', [T, F, T, T]],
		[[0, 0, 3, 2], 'wrong', [T, T, F, F]],
		[[0], 'wrong', [T, F, F, F]]
	] as const)('chosen as %j is %s', (chosen, outcome, parts) => {
		expect(gradeMatch(pairs, chosen)).toEqual({ outcome, parts });
	});
	test('is graded the same whichever of equal right sides was chosen', () => {
		const rights = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(rights, fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), fc.func(fc.nat()), (sides, chosen, pick) => {
				const some = sides.map((side, index) => [`${index}`, side] as const);
				const swapped = chosen.map((index) => {
					const equals = some.flatMap(([, side], other) => (side === some[index]?.[1] ? [other] : []));
					return equals[pick(index) % equals.length] ?? index;
				});
				expect(gradeMatch(some, swapped)).toEqual(gradeMatch(some, chosen));
			})
		);
	});
});

describe('every kind of note that is graded', () => {
	test.each([
		['## True or false: Tides rise.\n\nTrue. They do.', { chosen: [TRUE] }, 'right'],
		['## Who?\n\n- Answer: Ada Marsh', { given: 'ada marsh' }, 'right'],
		['## How many?\n\n- Answer: 12 ± 1 km', { given: '13' }, 'right'],
		['## Put in order: Tides\n\n1. a\n2. b\n3. c', { chosen: [0, 2, 1] }, 'wrong'],
		['## Match: Tides\n\n| A | B |\n| --- | --- |\n| a | b |\n| c | d |\n| e | f |', { chosen: [0, 1, 2] }, 'right'],
		['## Which?\n\n- [x] a\n- [x] b\n- [ ] c\n- Choose: all that apply', { chosen: [0] }, 'wrong'],
		['## Why?\n\nBecause.', {}, undefined]
	])('%j', (note, given, outcome) => {
		const { notes, language } = deckOf(`\n${note}\n`);
		expect(notes[0] && gradeAnswer(notes[0], given, language)?.outcome).toBe(outcome);
	});
});
