import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { readPreferences, USUAL } from '#lib/app/preferences.ts';
import { memoryStore } from '#lib/store/open.ts';
import Study from '../../../src/routes/(home)/settings/Study.svelte';

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

test('a change of the schedule is an entry in the log, and holds', async () => {
	const journal = await Journal.on(memoryStore('refused'));
	render(Study, { journal, preferences: USUAL, onprefer: () => undefined });
	await userEvent.click(screen.getByRole('button', { name: 'Less: Remember' }));
	await userEvent.click(screen.getByRole('button', { name: 'More: Reviews a day' }));
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'A day begins at' }), '0:00');
	expect(journal.parameters).toMatchObject({ desiredRetention: 0.89, reviewsPerDay: 130, rolloverHour: 0 });
	const entries = await journal.entries();
	expect(entries.map((entry) => ('set' in entry ? entry.set : undefined))).toEqual([
		{ desiredRetention: 0.89 },
		{ reviewsPerDay: 130 },
		{ rolloverHour: 0 }
	]);
	expect(screen.getByRole('textbox', { name: 'Remember' })).toHaveProperty('value', '89');
	expect(screen.getByText('89 of 100 when asked. More means more reviews.')).toBeDefined();
});

test('a change of the schedule that is not written yet says so, and why', async () => {
	const journal = await Journal.on(memoryStore('refused'));
	vi.spyOn(journal.store.log, 'append').mockImplementation(full);
	render(Study, { journal, preferences: USUAL, onprefer: () => undefined });
	await userEvent.click(screen.getByRole('button', { name: 'More: New cards a day' }));
	expect(
		await screen.findByText('This holds for now but is not saved yet; it is tried again by itself. The storage of this device is full.')
	).toBeDefined();
});

test('how cards are asked is kept; what cannot be kept stays as it was, and says so', async () => {
	const journal = await Journal.on(memoryStore('refused'));
	render(Study, { journal, preferences: USUAL, onprefer: () => undefined });
	await userEvent.click(screen.getByRole('radio', { name: 'Two' }));
	await userEvent.click(screen.getByRole('switch', { name: 'Swipe to rate' }));
	expect(await readPreferences(journal)).toEqual({ ...USUAL, ratings: 'two', swipe: true });
	vi.spyOn(journal.settings, 'set').mockImplementation(full);
	await userEvent.click(screen.getByRole('radio', { name: 'Four' }));
	expect(await screen.findByText('The browser could not keep this, so it stays as it was.')).toBeDefined();
	expect(screen.getByRole('radio', { name: 'Two' })).toHaveProperty('checked', true);
	expect(await readPreferences(journal)).toMatchObject({ ratings: 'two' });
});
