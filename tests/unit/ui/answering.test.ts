import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { gradeAnswer, type Given } from '#lib/core/grade/answer.ts';
import Answering from '#lib/ui/Answering.svelte';
import type { Answered } from '#lib/ui/answered.ts';
import { cardOf } from '../decks-for-tests.ts';

const ALL = `
## Which pull at the sea?
<!-- #pull -->

- [x] The Moon
  > It is near.
- [x] The Sun
- [ ] The wind
  > It pushes.
- Choose: all that apply
`;
const STATEMENT = '\n## True or false: The Moon pulls.\n<!-- #pulls -->\n\nTrue. It is *near*.\n';
const TYPED = '\n## Who wrote it?\n<!-- #who -->\n\n- Answer: Ada Marsh\n- Also accept: Marsh\n';
const NUMBER = '\n## How high?\n<!-- #high -->\n\n- Answer: 1500 ± 10 mm\n';

/** Shows a note's way of answering, with the answer kept as the study screen keeps it. */
function ask(
	markdown: string,
	more: { answer?: Given; answered?: Answered; problem?: string; onright?: () => void; order?: number[] } = {}
) {
	const { note } = cardOf(markdown);
	const onhandin = vi.fn();
	const answers: Given[] = [];
	const props = { note, language: 'en', order: [2, 0, 1], answer: {}, onhandin, ...more };
	const { rerender } = render(Answering, {
		...props,
		onanswer: (answer: Given) => {
			answers.push(answer);
			void rerender({ answer });
		}
	});
	return { answers, onhandin, rerender };
}

/** Shows a note after an answer was handed in and graded. */
function answer(markdown: string, given: Given, more: { onright?: () => void } = {}) {
	const outcome = gradeAnswer(cardOf(markdown).note, given, 'en')?.outcome;
	if (outcome === undefined || outcome === 'unreadable') throw new Error('not graded');
	return ask(markdown, { answered: { outcome, ...given }, ...more });
}

const said = () => screen.getAllByRole('listitem').map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
const verdict = () => screen.getByRole('heading', { level: 1 }).textContent.trim();

describe('a choice of all that apply', () => {
	test('shows its options in the order given and ticks several, by keys too', async () => {
		const { answers } = ask(ALL);
		expect(
			within(screen.getByRole('group', { name: 'Choose all that apply' }))
				.getAllByRole('checkbox')
				.map((box) => box.closest('label')?.textContent.trim())
		).toEqual(['The wind', 'The Moon', 'The Sun']);
		await userEvent.tab();
		await userEvent.keyboard(' ');
		await userEvent.click(screen.getByRole('checkbox', { name: 'The Moon' }));
		await userEvent.click(screen.getByRole('checkbox', { name: 'The wind' }));
		expect(answers).toEqual([{ chosen: [2] }, { chosen: [0, 2] }, { chosen: [0] }]);
	});
	test('says of every option whether it is right and whether it was chosen', () => {
		answer(ALL, { chosen: [0, 2] });
		expect(verdict()).toBe('Not just these');
		expect(said()).toEqual([
			'Your answer The wind It pushes.',
			'Your answer, and right The Moon It is near.',
			'Right, but left out The Sun'
		]);
	});
	test('answered rightly says what was rightly left out', () => {
		answer(ALL, { chosen: [0, 1] });
		expect(verdict()).toBe('Right');
		expect(said().at(-1)).toBe('Rightly left out The wind It pushes.');
	});
});

describe('a statement', () => {
	test('is answered by one of two buttons, by keys too', async () => {
		const { answers } = ask(STATEMENT);
		const group = screen.getByRole('group', { name: 'True or false?' });
		expect(
			within(group)
				.getAllByRole('radio')
				.map((radio) => radio.closest('label')?.textContent.trim())
		).toEqual(['True', 'False']);
		await userEvent.click(screen.getByRole('radio', { name: 'True' }));
		screen.getByRole('radio', { name: 'False' }).focus();
		await userEvent.keyboard(' ');
		expect(answers).toEqual([{ chosen: [0] }, { chosen: [1] }]);
	});
	test.each([
		[[1], 'Not so', ['Your answer False', 'The right one True It is near.']],
		[[0], 'Right', ['Your answer, and right True It is near.']],
		[[], 'Not so', ['The right one True It is near.']]
	])('answered with %j says %s, and why', (chosen, words, rows) => {
		answer(STATEMENT, { chosen });
		expect([verdict(), said()]).toEqual([words, rows]);
	});
});

describe('an answer to be typed', () => {
	test('takes the focus, and nothing corrects what is typed', async () => {
		const { answers, onhandin } = ask(TYPED);
		const field = screen.getByRole('textbox', { name: 'Your answer' });
		expect(document.activeElement).toBe(field);
		const attributes = ['lang', 'dir', 'autocapitalize', 'autocorrect', 'autocomplete', 'spellcheck', 'enterkeyhint', 'inputmode'];
		expect(attributes.map((name) => field.getAttribute(name))).toEqual(['en', 'auto', 'off', 'off', 'off', 'false', 'done', 'text']);
		await userEvent.keyboard('ad{Enter}');
		expect(answers.at(-1)).toEqual({ given: 'ad' });
		expect(onhandin).toHaveBeenCalledOnce();
	});
	test('that cannot be read says why beside the field', () => {
		ask(TYPED, { problem: 'Nothing is typed yet.' });
		const field = screen.getByRole('textbox');
		expect(field.getAttribute('aria-invalid')).toBe('true');
		expect(screen.getByRole('alert').textContent).toBe('Nothing is typed yet.');
		expect(field.getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id);
	});
	test('almost right shows both with their difference, in words too', () => {
		answer(TYPED, { given: 'ada marssh' });
		expect(verdict()).toBe('Almost');
		expect(said()).toEqual(['Your answer Ada Marssh “s” is too many.', 'The right one Ada Marsh Also right: Marsh']);
		expect(screen.getByRole('deletion').textContent).toBe('s');
	});
	test.each([
		['Ada Masrh', ['“s” is too many; “s” is missing.', '“r” is too many; “r” is missing.']],
		['Ada Marsx', ['“x” should be “h”.']],
		['AdaMarsh', ['a space is missing.']]
	])('%s is told apart in words', (given, words) => {
		answer(TYPED, { given });
		expect(words.some((sentence) => said()[0]?.endsWith(sentence))).toBe(true);
	});
	test('answered wrongly stands beside the right one', () => {
		answer(TYPED, { given: 'Nobody' });
		expect([verdict(), said()]).toEqual(['Not this', ['Your answer Nobody', 'The right one Ada Marsh Also right: Marsh']]);
	});
	test('not known shows the right one alone', () => {
		ask(TYPED, { answered: { outcome: 'wrong', given: '' }, onright: () => undefined });
		expect(said()).toEqual(['The right one Ada Marsh Also right: Marsh']);
		expect(screen.queryByRole('button')).toBeNull();
	});
	test('answered rightly in another spelling shows how the deck writes it', () => {
		answer(TYPED, { given: 'ada marsh' });
		expect(said()).toEqual(['Your answer, and right ada marsh The deck writes: Ada Marsh Also right: Marsh']);
	});
	test.each([
		['Nobody', 1],
		['Ada Marssh', 1],
		['Ada Marsh', 0]
	])('%s may be called right by the student: %i button', async (given, count) => {
		const onright = vi.fn();
		answer(TYPED, { given }, { onright });
		const buttons = screen.queryAllByRole('button', { name: 'I was right' });
		expect(buttons).toHaveLength(count);
		for (const button of buttons) await userEvent.click(button);
		expect(onright).toHaveBeenCalledTimes(count);
	});
});

describe('a number to be typed', () => {
	test('has a field for decimals with its unit beside it', () => {
		ask(NUMBER);
		const field = screen.getByRole('textbox', { name: 'Your answer', description: 'mm' });
		expect(field.getAttribute('inputmode')).toBe('decimal');
	});
	test('below nought has a keyboard with a minus', () => {
		ask('\n## How cold?\n<!-- #cold -->\n\n- Answer: -2 °C\n');
		expect(screen.getByRole('textbox').getAttribute('inputmode')).toBe('text');
	});
	test.each([
		['1600', 'Not this number', ['Your answer 1600 mm', 'The right one 1500 mm From 1490 to 1510 mm counts as right.']],
		['1,5', 'Not this number', ['Your answer 1,5 mm Read as 1.5 mm.', 'The right one 1500 mm From 1490 to 1510 mm counts as right.']],
		['1505', 'Right', ['Your answer, and right 1505 mm The deck says 1500 mm. From 1490 to 1510 mm counts as right.']],
		['1500', 'Right', ['Your answer, and right 1500 mm']]
	])('answered with %s says %s', (given, words, rows) => {
		answer(NUMBER, { given });
		expect([verdict(), said()]).toEqual([words, rows]);
	});
});
