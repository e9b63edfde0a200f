import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { decks } from '#lib/app/library.ts';
import { setGeneral } from '#lib/app/presets.ts';
import { parametersFor } from '#lib/core/schedule/presets.ts';
import { memoryStore } from '#lib/store/open.ts';
import Presets from '../../../src/routes/(home)/decks/[deck]/Presets.svelte';

async function shown() {
	const journal = await Journal.on(memoryStore('refused'));
	await setGeneral(journal, { leechLapses: 5, relearningStepsMs: [], fuzz: false });
	const [entry] = decks();
	if (!entry) throw new Error('no deck');
	render(Presets, { journal, entry });
	await userEvent.click(screen.getByText('More about the schedule'));
	return { journal, general: () => parametersFor(journal.progress.presets), own: () => parametersFor(journal.progress.presets, entry.id) };
}

async function type(name: string, words: string) {
	await userEvent.clear(screen.getByRole('textbox', { name }));
	await userEvent.type(screen.getByRole('textbox', { name }), words);
	await userEvent.tab();
}

async function changeAll() {
	await type('Steps of a new card', '1 h');
	await type('Steps after forgetting', '5m');
	await type('Longest wait in days', '30');
	await userEvent.click(screen.getByRole('switch', { name: 'Spread cards out' }));
	await userEvent.click(screen.getByRole('button', { name: 'More: Leech after' }));
}
const ALL = { learningStepsMs: [3_600_000], relearningStepsMs: [300_000], longestIntervalDays: 30, fuzz: true, leechLapses: 6 };

test('a deck has all of the schedule for itself, but the hour at which a day begins', async () => {
	const { general, own } = await shown();
	const before = general();
	await changeAll();
	expect(own()).toEqual({ ...before, ...ALL });
	expect(general()).toEqual(before);
	expect(screen.queryByRole('combobox')).toBeNull();
});

test('what a deck has for itself stands beside what holds in general', async () => {
	await shown();
	await changeAll();
	const described = (role: string, name: string) => {
		const ids = screen.getByRole(role, { name }).getAttribute('aria-describedby')?.split(' ') ?? [];
		const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
		return words.replaceAll('\u00a0', ' ');
	};
	expect(described('textbox', 'Steps of a new card')).toMatch(/\. In general: 1 min, 10 min *$/u);
	expect(described('textbox', 'Steps after forgetting')).toMatch(/\. In general: none *$/u);
	expect(described('textbox', 'Longest wait in days')).toMatch(/\. In general: 365 *$/u);
	expect(described('textbox', 'Leech after')).toMatch(/\. In general: 5 *$/u);
	expect(described('switch', 'Spread cards out')).toMatch(/\. In general: off *$/u);
});

test('all that a deck has for itself is given up together, and had again', async () => {
	const { general, own } = await shown();
	expect(screen.getByText('This deck follows the general settings.')).toBeDefined();
	await changeAll();
	await userEvent.click(screen.getByRole('button', { name: 'More: New cards a day' }));
	await userEvent.click(screen.getByRole('button', { name: 'Use the general ones' }));
	expect(own()).toEqual(general());
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
	await userEvent.keyboard('{Enter}');
	expect(own()).toEqual({ ...general(), ...ALL, newPerDay: 9 });
	expect(screen.getByText('This deck has settings of its own.')).toBeDefined();
});

test('with the next change there is nothing to undo any more', async () => {
	await shown();
	await changeAll();
	await userEvent.click(screen.getByRole('button', { name: 'Use the general ones' }));
	await userEvent.click(screen.getByRole('button', { name: 'More: New cards a day' }));
	expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
	expect(screen.getByRole('button', { name: 'Use the general ones' })).toBeDefined();
});
