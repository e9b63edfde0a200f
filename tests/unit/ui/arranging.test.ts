import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { blankAnswer, gradeAnswer, type Given } from '#lib/core/grade/answer.ts';
import Answering from '#lib/ui/Answering.svelte';
import type { Answered } from '#lib/ui/answered.ts';
import { cardOf } from '../decks-for-tests.ts';

const ORDER = '\n## Put in order: A tide\n<!-- #tide -->\n\n1. Ebb\n2. *Slack*\n3. Flood\n4. Spring\n';
const MATCH = `
## Match: Who does what?
<!-- #what -->

| Body | Deed |
| --- | --- |
| Moon | pulls |
| Sun | pulls |
| Wind | pushes |
| Earth | turns |
`;

function ask(markdown: string, order: readonly number[], given?: Given, answered?: Answered) {
	const { note } = cardOf(markdown);
	let now = given ?? blankAnswer(note, order);
	const { rerender } = render(Answering, {
		note,
		language: 'en',
		order,
		answer: now,
		answered,
		onhandin: () => undefined,
		onanswer: (answer: Given) => {
			now = answer;
			void rerender({ answer });
		}
	});
	return { chosen: () => now.chosen };
}

function answer(markdown: string, chosen: readonly number[]) {
	const graded = gradeAnswer(cardOf(markdown).note, { chosen }, 'en');
	if (graded === undefined || graded.outcome === 'unreadable') throw new Error('not graded');
	ask(markdown, [], {}, { outcome: graded.outcome, chosen });
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim();
const status = () => screen.getByRole('status').textContent;

describe('things to be put in order', () => {
	test('stand as they were shuffled, but never in the right order', () => {
		expect(ask(ORDER, [2, 0, 1, 3]).chosen()).toEqual([2, 0, 1, 3]);
		expect(screen.getByRole('list', { name: 'Put in order, first to last.' })).toBeTruthy();
		expect(rows()).toEqual(['1 Flood', '2 Ebb', '3 Slack', '4 Spring']);
		expect(blankAnswer(cardOf(ORDER).note, [0, 1, 2, 3]).chosen).toEqual([1, 2, 3, 0]);
	});
	test('move by their buttons; the focus goes along, and where they are now is said', async () => {
		const { chosen } = ask(ORDER, [2, 0, 1, 3]);
		await userEvent.click(screen.getByRole('button', { name: 'Move down: Flood' }));
		expect(chosen()).toEqual([0, 2, 1, 3]);
		expect([focused(), status()]).toEqual(['Move down: Flood', 'Now 2 of 4: Flood']);
		await userEvent.keyboard('{Enter}');
		expect([chosen(), focused()]).toEqual([[0, 1, 2, 3], 'Move down: Flood']);
	});
	test('move by keys, to either end too', async () => {
		const { chosen } = ask(ORDER, [2, 0, 1, 3]);
		screen.getByRole('button', { name: 'Move up: Slack' }).focus();
		await userEvent.keyboard('{ArrowUp}');
		expect([chosen(), focused()]).toEqual([[2, 1, 0, 3], 'Move up: Slack']);
		await userEvent.keyboard('{End}');
		expect([chosen(), focused()]).toEqual([[2, 0, 3, 1], 'Move up: Slack']);
		await userEvent.keyboard('{Home}{ArrowDown}');
		expect(chosen()).toEqual([2, 1, 0, 3]);
	});
	test('stay where they are at an end, and keep the focus', async () => {
		const { chosen } = ask(ORDER, [2, 0, 1, 3]);
		const first = screen.getByRole('button', { name: 'Move up: Flood' });
		expect(first.getAttribute('aria-disabled')).toBe('true');
		await userEvent.click(first);
		await userEvent.keyboard('{ArrowUp}');
		expect([chosen(), focused()]).toEqual([[2, 0, 1, 3], 'Move up: Flood']);
	});
	test('handed in stand in the right order, each with the place it was given', () => {
		answer(ORDER, [1, 2, 0, 3]);
		expect(screen.getByRole('heading', { level: 1 }).textContent.trim()).toBe('Not this order');
		expect(rows()).toEqual([
			'1 of 4. You put it 3 Ebb',
			'2 of 4. You put it 1, in sequence Slack',
			'3 of 4. You put it 2, in sequence Flood',
			'4 of 4, as you put it Spring'
		]);
	});
});

describe('pairs to be made', () => {
	const lefts = () => screen.getByRole('group', { name: 'Body' });
	const rights = () => screen.getByRole('group', { name: /^What goes with/ });
	const shown = () =>
		within(rights())
			.getAllByRole('button')
			.map((button) => button.textContent.trim());

	test('show equal right sides once, in the order given', () => {
		ask(MATCH, [3, 1, 0, 2]);
		expect(within(lefts()).getAllByRole('radio')).toHaveLength(4);
		expect(shown()).toEqual(['turns', 'pulls', 'pushes']);
	});
	test('are made by choosing the right side for one left side after the other', async () => {
		const { chosen } = ask(MATCH, [3, 0, 2]);
		expect(rights().getAttribute('aria-label')).toBe('What goes with Moon?');
		await userEvent.click(within(rights()).getByRole('button', { name: 'pulls' }));
		expect(status()).toBe('Moon: pulls. Next: Sun.');
		await userEvent.keyboard('{Enter}');
		expect(chosen()).toEqual([0, 0, -1, -1]);
		expect(rights().getAttribute('aria-label')).toBe('What goes with Wind?');
	});
	test('are made in any order, and changed', async () => {
		const { chosen } = ask(MATCH, [3, 0, 2], { chosen: [0, 0, 3, 3] });
		await userEvent.click(within(lefts()).getByRole('radio', { name: /^Wind/ }));
		expect(within(rights()).getByRole('button', { pressed: true }).textContent.trim()).toBe('turns');
		await userEvent.click(within(rights()).getByRole('button', { name: 'pushes' }));
		expect(chosen()).toEqual([0, 0, 2, 3]);
		expect(status()).toBe('Wind: pushes. All are paired.');
	});
	test('are undone, and the left side is asked again', async () => {
		const { chosen } = ask(MATCH, [3, 0, 2], { chosen: [0, 3, -1, -1] });
		await userEvent.click(screen.getByRole('button', { name: 'Undo the pair: Sun' }));
		expect(chosen()).toEqual([0, -1, -1, -1]);
		expect(rights().getAttribute('aria-label')).toBe('What goes with Sun?');
		expect(document.activeElement).toBe(within(lefts()).getByRole('radio', { name: 'Sun' }));
	});
	test('handed in show what belongs to each, and what was chosen instead', () => {
		answer(MATCH, [1, 0, 3, 2]);
		expect(screen.getByRole('heading', { level: 1 }).textContent.trim()).toBe('Not all of them');
		expect(rows()).toEqual([
			'Paired rightly Moon pulls',
			'Paired rightly Sun pulls',
			'Paired otherwise Wind Yours turns The right one pushes',
			'Paired otherwise Earth Yours pushes The right one turns'
		]);
	});
});
