import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Journal } from '#lib/app/journal.svelte.ts';
import { keepPreferences, USUAL, type Preferences } from '#lib/app/preferences.ts';
import { Study } from '#lib/app/study.svelte.ts';
import KeyList from '#lib/ui/KeyList.svelte';
import { memoryStore } from '#lib/store/open.ts';
import Studying from '../../../src/routes/study/Studying.svelte';

const listed = (ratings: 'four' | 'two', letterKeys = true) => {
	const { container } = render(KeyList, { ratings, letterKeys });
	return [...container.querySelectorAll('dl > div')].map((row) =>
		[...row.children].map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim()).join(': ')
	);
};

async function studying(preferences: Partial<Preferences>): Promise<Study> {
	const journal = await Journal.on(memoryStore('refused'));
	await keepPreferences(journal, { ...USUAL, ...preferences });
	const study = await Study.start(journal, {});
	render(Studying, { journal, study });
	return study;
}
const ratings = () => within(screen.getByRole('group', { name: 'How well did you know it?' })).getAllByRole('button');

describe('the list of keys', () => {
	test('says what each key does', () => {
		expect(listed('four')).toEqual([
			'space or enter: Show the answer, go on',
			'1 to 4: Rate: Again, Hard, Good, Easy',
			'1 to 3: Hand in: Sure, Unsure, Guess',
			'h: Show a hint',
			'u: Undo the last answer',
			'r: Give it again',
			'?: Show this list'
		]);
	});
	test('has two keys for two ratings', () => {
		expect(listed('two')).toContain('1 or 2: Rate: Again, Good');
	});
	test('says that letters and digits are switched off, where they are', () => {
		expect(listed('four', false)).toEqual(['space or enter: Show the answer, go on']);
		expect(screen.getByText(/switched off in Settings/u)).toBeTruthy();
	});
});

describe('while studying', () => {
	test('"?" opens the list of keys, and its button closes it', async () => {
		await studying({});
		await userEvent.keyboard('?');
		const sheet = screen.getByRole('dialog', { name: 'Keys' });
		expect(sheet.textContent).toContain('Show a hint');
		await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
		expect(screen.queryByRole('dialog')).toBeNull();
	});
	test('"?" does nothing where letters and digits are switched off', async () => {
		await studying({ letterKeys: false });
		await userEvent.keyboard('?');
		expect(screen.queryByRole('dialog')).toBeNull();
	});
	test('what is said about the card leads to the list of keys', async () => {
		await studying({});
		await userEvent.click(screen.getByRole('button', { name: 'About this card' }));
		await userEvent.click(screen.getByRole('button', { name: 'Keys', hidden: true }));
		expect(screen.getByRole('dialog').textContent).toContain('Show a hint');
	});
	test.each([
		['four', ['Again', 'Hard', 'Good', 'Easy']],
		['two', ['Again', 'Good']]
	] as const)('%s ratings are offered where the student wants so many', async (wanted, names) => {
		const study = await studying({ ratings: wanted });
		await userEvent.keyboard(' ');
		expect(study.stage).toBe('answer');
		expect(ratings().map(({ textContent }) => /^\w+/u.exec(textContent.trim())?.[0])).toEqual(names);
	});
	test('of two ratings the second key is good, and the third is none', async () => {
		const study = await studying({ ratings: 'two' });
		await userEvent.keyboard(' ');
		const asked = study.card?.id;
		await userEvent.keyboard('3');
		expect([study.card?.id, study.stage]).toEqual([asked, 'answer']);
		await userEvent.keyboard('2');
		await expect.poll(() => study.card?.id).not.toBe(asked);
		await study.undo();
		expect([study.card?.id, study.stage]).toEqual([asked, 'answer']);
	});
});
