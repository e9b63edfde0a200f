import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Rest } from '#lib/core/schedule/preview.ts';
import Ratings from '#lib/ui/Ratings.svelte';
import { restText } from '#lib/words/rest.ts';
import { dayWord } from '#lib/words/dates.ts';

const rests = {
	again: { kind: 'wait', waitMs: 60_000 },
	hard: { kind: 'wait', waitMs: 330_000 },
	good: { kind: 'days', days: 1 },
	easy: { kind: 'days', days: 46 }
} as const satisfies Record<string, Rest>;

describe('the ratings', () => {
	test('each say when the card comes back, and tell which was chosen', async () => {
		const onrate = vi.fn();
		render(Ratings, { rests, onrate });
		expect(screen.getAllByRole('button').map((button) => button.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
			'Again 1 1 min',
			'Hard 2 6 min',
			'Good 3 1 day',
			'Easy 4 46 days'
		]);
		await userEvent.click(screen.getByRole('button', { name: /^Hard/ }));
		expect(onrate).toHaveBeenCalledExactlyOnceWith('hard');
	});
	test('take nothing while the last answer is not kept', async () => {
		const onrate = vi.fn();
		render(Ratings, { rests, onrate, disabled: true });
		await userEvent.click(screen.getByRole('button', { name: /^Good/ }));
		expect(onrate).not.toHaveBeenCalled();
	});
});

test.each([
	[{ kind: 'wait', waitMs: 10 }, '1 min'],
	[{ kind: 'wait', waitMs: 600_000 }, '10 min'],
	[{ kind: 'days', days: 99 }, '99 days'],
	[{ kind: 'days', days: 365 }, '12 months']
] as const)('a rest of %j is said as %s', (rest, words) => {
	expect(restText(rest)).toBe(words);
});

test.each([
	[0, 'Today'],
	[1, 'Tomorrow'],
	[3, 'Tuesday'],
	[12, '3 December']
])('%d days after Saturday 21 November is %s', (days, word) => {
	expect(dayWord(new Date(2026, 10, 21 + days, 4), new Date(2026, 10, 21, 23, 30))).toBe(word);
});
