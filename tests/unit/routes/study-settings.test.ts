import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { readPreferences, USUAL } from '#lib/app/preferences.ts';
import { DEFAULTS } from '#lib/core/schedule/parameters.ts';
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

describe('more about the schedule', () => {
	async function unfolded() {
		const journal = await Journal.on(memoryStore('refused'));
		render(Study, { journal, preferences: USUAL, onprefer: () => undefined });
		const line = screen.getByText('More about the schedule');
		expect(line.closest('details')).toHaveProperty('open', false);
		await userEvent.click(line);
		return journal;
	}
	async function type(name: string, words: string) {
		await userEvent.clear(screen.getByRole('textbox', { name }));
		await userEvent.type(screen.getByRole('textbox', { name }), words);
		await userEvent.tab();
	}
	async function changeAll() {
		await type('Steps of a new card', '30s 5m 1h');
		await type('Steps after forgetting', 'none');
		await type('Longest wait in days', '500');
		await userEvent.click(screen.getByRole('switch', { name: 'Spread cards out' }));
		await userEvent.click(screen.getByRole('button', { name: 'Less: Leech after' }));
	}
	const ALL = {
		learningStepsMs: [30_000, 300_000, 3_600_000],
		relearningStepsMs: [],
		longestIntervalDays: 500,
		fuzz: false,
		leechLapses: 7
	};

	test('is folded away; each change in it is an entry in the log, and holds', async () => {
		const journal = await unfolded();
		expect(screen.getByText('These are the usual values.')).toBeDefined();
		await changeAll();
		expect(journal.parameters).toMatchObject(ALL);
		const entries = await journal.entries();
		expect(entries.map((entry) => ('set' in entry ? entry.set : undefined))).toEqual(
			Object.entries(ALL).map(([name, to]) => ({ [name]: to }))
		);
		expect(screen.getByRole('textbox', { name: 'Steps of a new card' })).toHaveProperty('value', '30\u00a0s, 5\u00a0min, 1\u00a0h');
	});
	test('goes back to the usual values, and that can be taken back', async () => {
		const journal = await unfolded();
		await userEvent.click(screen.getByRole('button', { name: 'More: New cards a day' }));
		await changeAll();
		await userEvent.click(screen.getByRole('button', { name: 'Use the usual ones' }));
		expect(journal.parameters).toEqual({ ...DEFAULTS, newPerDay: DEFAULTS.newPerDay + 1 });
		expect(screen.getByText('The usual values hold again.')).toBeDefined();
		await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
		expect(journal.parameters).toEqual({ ...DEFAULTS, ...ALL, newPerDay: DEFAULTS.newPerDay + 1 });
		expect(screen.getByText('Some of these are your own.')).toBeDefined();
	});
	test.each([
		['Longest wait in days', '0', 'Type a whole number from 1 to 36,500. It stays at 365 until then.'],
		['Leech after', '100', 'Type a whole number from 1 to 99. It stays at 8 until then.'],
		['Steps of a new card', '2 days', /^“2 days” is too long\. Write at most “24 h”/u]
	])('%s does not become %j', async (name, words, said) => {
		const journal = await unfolded();
		await type(name, words);
		expect(screen.getByText(said)).toBeDefined();
		expect(journal.parameters).toEqual(DEFAULTS);
	});
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
	await userEvent.click(screen.getByRole('switch', { name: 'Shuffle options' }));
	expect(await readPreferences(journal)).toEqual({ ...USUAL, ratings: 'two', swipe: true, shuffle: false });
	vi.spyOn(journal.settings, 'set').mockImplementation(full);
	await userEvent.click(screen.getByRole('radio', { name: 'Four' }));
	expect(await screen.findByText('The browser could not keep this, so it stays as it was.')).toBeDefined();
	expect(screen.getByRole('radio', { name: 'Two' })).toHaveProperty('checked', true);
	expect(await readPreferences(journal)).toMatchObject({ ratings: 'two' });
});
