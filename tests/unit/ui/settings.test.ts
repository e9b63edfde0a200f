import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import NumberSetting from '#lib/ui/NumberSetting.svelte';
import StepsSetting from '#lib/ui/StepsSetting.svelte';
import Segments from '#lib/ui/Segments.svelte';
import WeekAhead from '#lib/ui/WeekAhead.svelte';
import { stepFrom, wholeNumber } from '#lib/ui/whole-number.ts';

const props = { name: 'Remember', explained: '90 of 100 when asked.', value: 90, least: 70, most: 97, steps: 1, unit: '%' };
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Remember' });

const alert = () => screen.getByRole('alert').textContent.trim();
const isOn = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;

async function type(words: string): Promise<void> {
	await userEvent.clear(field());
	await userEvent.type(field(), words);
	await userEvent.tab();
}

describe('a number', () => {
	test('is made a step more or less', async () => {
		const onset = vi.fn();
		render(NumberSetting, { ...props, onset });
		await userEvent.click(screen.getByRole('button', { name: 'More: Remember' }));
		await userEvent.click(screen.getByRole('button', { name: 'Less: Remember' }));
		expect(onset.mock.calls).toEqual([[91], [89]]);
	});
	test('is typed', async () => {
		const onset = vi.fn();
		render(NumberSetting, { ...props, onset });
		await type(' 85 % ');
		expect(onset).toHaveBeenCalledExactlyOnceWith(85);
		expect(field().hasAttribute('aria-invalid')).toBe(false);
	});
	test.each(['98', '69', '0.9', '-80', 'many', ' '])('typed as %j changes nothing and is answered with a sentence', async (words) => {
		const onset = vi.fn();
		render(NumberSetting, { ...props, onset });
		await type(words);
		expect(onset).not.toHaveBeenCalled();
		expect(alert()).toBe('Type a whole number from 70 to 97. It stays at 90 until then.');
		expect(field().getAttribute('aria-invalid')).toBe('true');
		const described = field().getAttribute('aria-describedby')?.split(' ') ?? [];
		expect(described.map((id) => document.getElementById(id)?.textContent.trim())).toEqual([props.explained, alert()]);
		expect(field().value).toBe(words);
		await userEvent.click(screen.getByRole('button', { name: 'Less: Remember' }));
		expect(alert()).toBe('');
		expect(onset).toHaveBeenCalledExactlyOnceWith(89);
	});
	test('stops at its end', async () => {
		const onset = vi.fn();
		render(NumberSetting, { ...props, value: 97, onset });
		await userEvent.click(screen.getByRole('button', { name: 'More: Remember' }));
		expect(screen.getByRole('button', { name: 'More: Remember' }).getAttribute('aria-disabled')).toBe('true');
		expect(onset).not.toHaveBeenCalled();
	});
	test('that is one of a few says which', async () => {
		const onset = vi.fn();
		render(NumberSetting, { ...props, value: 100, least: 90, most: 200, steps: [90, 100, 200], onset });
		await type('150');
		expect(alert()).toBe('Type one of these: 90, 100, 200. It stays at 100 until then.');
		await type('200');
		expect(onset).toHaveBeenCalledExactlyOnceWith(200);
	});
});

test.each([
	['7', 7],
	['007', 7],
	[' 12 % ', 12],
	['1.5', undefined],
	['1e3', undefined],
	['', undefined],
	['9'.repeat(10), undefined]
])('%j is read as %s', (typed, number) => {
	expect(wholeNumber(typed)).toBe(number);
});

test.each([
	[120, 1, 10, 130],
	[125, 1, 10, 130],
	[125, -1, 10, 120],
	[0, -1, 10, 0],
	[9999, 1, 10, 9999],
	[110, 1, [90, 100, 200], 200],
	[90, -1, [90, 100, 200], 90]
] as const)('from %d a step of %d by %j leads to %d', (value, direction, steps, next) => {
	expect(stepFrom(value, direction, steps, 0, 9999)).toBe(next);
});

describe('steps', () => {
	const steps = { name: 'Steps of a new card', explained: 'How long it waits.', stepsMs: [60_000, 600_000] };
	const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: steps.name });
	const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
	async function write(words: string): Promise<void> {
		await userEvent.clear(box());
		if (words !== '') await userEvent.type(box(), words);
		await userEvent.tab();
	}

	test.each([
		['30s 5m', [30_000, 300_000]],
		['1 Std.', [3_600_000]],
		['', []]
	])('are taken from %j', async (words, taken) => {
		const onset = vi.fn();
		render(StepsSetting, { ...steps, onset });
		await write(words);
		expect(onset).toHaveBeenCalledExactlyOnceWith(taken);
		expect(alert()).toBe('');
	});
	test('are shown as they are written best, also where the same was typed in other words', async () => {
		const onset = vi.fn();
		const { rerender } = render(StepsSetting, { ...steps, onset });
		expect(spaced(box().value)).toBe('1 min, 10 min');
		await write('60s;10m');
		expect(onset).not.toHaveBeenCalled();
		expect(spaced(box().value)).toBe('1 min, 10 min');
		await rerender({ stepsMs: [] });
		expect([box().value, box().placeholder]).toEqual(['', 'none']);
	});
	test('that cannot be read change nothing, stand there still, and are answered with what to write', async () => {
		const onset = vi.fn();
		render(StepsSetting, { ...steps, onset });
		await write('1 10');
		expect(onset).not.toHaveBeenCalled();
		expect(spaced(alert())).toBe('“1” has no unit. Write s, min or h behind it, as in “10 min”. Until then “1 min, 10 min” holds.');
		expect([box().value, box().getAttribute('aria-invalid')]).toEqual(['1 10', 'true']);
		const described = box().getAttribute('aria-describedby')?.split(' ') ?? [];
		expect(described.map((id) => document.getElementById(id)?.textContent.trim())).toEqual([steps.explained, alert()]);
		await write('5 min');
		expect(onset).toHaveBeenCalledExactlyOnceWith([300_000]);
		expect([alert(), box().getAttribute('aria-invalid')]).toEqual(['', null]);
	});
	test('of which there are none say so while something else cannot be read', async () => {
		render(StepsSetting, { ...steps, stepsMs: [], onset: () => undefined });
		await write('soon');
		expect(alert()).toMatch(/ There are no steps until then\.$/u);
	});
});

describe('a choice of a few', () => {
	const options = [
		{ value: 'two', label: 'Two' },
		{ value: 'four', label: 'Four' }
	] as const;

	test('is named, tells what holds, and is changed by a tap', async () => {
		const onchoose = vi.fn();
		render(Segments, { name: 'Rating buttons', options, chosen: 'four', onchoose });
		expect(screen.getAllByRole('radiogroup', { name: 'Rating buttons' })).toHaveLength(1);
		expect(isOn('Four')).toBe(true);
		await userEvent.click(screen.getByRole('radio', { name: 'Two' }));
		expect(onchoose).toHaveBeenCalledExactlyOnceWith('two');
	});
	test('that is refused goes back to what holds', async () => {
		render(Segments, { name: 'Rating buttons', options, chosen: 'four', onchoose: () => undefined });
		await userEvent.click(screen.getByRole('radio', { name: 'Two' }));
		expect(isOn('Four')).toBe(true);
		expect(isOn('Two')).toBe(false);
	});
});

test('the week ahead is said in words, day by day', () => {
	const days = [19, 1, 0].map((cards, index) => ({ cards, date: new Date(2026, 10, 22 + index, 4) }));
	render(WeekAhead, { days });
	const said = screen.getAllByRole('listitem').map((item) => item.querySelector('.hidden')?.textContent);
	expect(said).toEqual(['Sunday: 19 cards', 'Monday: 1 card', 'Tuesday: 0 cards']);
});
