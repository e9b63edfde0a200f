import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import ClockQuestion from '#lib/ui/ClockQuestion.svelte';

function asked(says: Date, sureAt?: Date, disabled = false) {
	const props = { says, sureAt, disabled, onyes: vi.fn(), onlook: vi.fn(), onanyway: vi.fn() };
	render(ClockQuestion, props);
	return props;
}
/** The words of an element; spaces that hold a date together are spaces. */
const plain = (element: HTMLElement) => element.textContent.replaceAll('\u00a0', ' ');
const heading = () => plain(screen.getByRole('heading'));
const button = (name: string) => screen.getByRole('button', { name });

describe('the question about the clock', () => {
	test('says the date in words, and when it was right last', () => {
		asked(new Date(2027, 2, 3, 9), new Date(2026, 10, 21, 18));
		expect(heading()).toBe('Your phone says 3 March 2027. Is that right?');
		expect(plain(screen.getByRole('main'))).toContain('When you last studied here, it said 21 November 2026.');
	});
	test('says the time of day too where the dates are the same', () => {
		asked(new Date(2027, 2, 3, 9, 5), new Date(2027, 2, 3, 18));
		expect(heading()).toBe('Your phone says 3 March 2027, 9:05. Is that right?');
	});
	test('takes a yes', async () => {
		const { onyes } = asked(new Date(2027, 2, 3));
		await userEvent.click(button('Yes, it is right'));
		expect(onyes).toHaveBeenCalledOnce();
	});
	test('after a no asks for the date to be set, and lets the student study all the same', async () => {
		const { onyes, onanyway } = asked(new Date(2027, 2, 3));
		await userEvent.click(button('No, it is wrong'));
		expect(heading()).toBe('Please set the date.');
		await userEvent.click(button('Study anyway'));
		expect(onanyway).toHaveBeenCalledOnce();
		expect(onyes).not.toHaveBeenCalled();
	});
	test('looks at the clock again when the date is set', async () => {
		const { onlook } = asked(new Date(2027, 2, 3));
		await userEvent.click(button('No, it is wrong'));
		await userEvent.click(button('The date is set'));
		expect(onlook).toHaveBeenCalledOnce();
		expect(heading()).toContain('Is that right?');
	});
	test('takes nothing while an answer is being dealt with', async () => {
		const { onyes } = asked(new Date(2027, 2, 3), undefined, true);
		await userEvent.click(button('Yes, it is right'));
		expect(onyes).not.toHaveBeenCalled();
	});
});
