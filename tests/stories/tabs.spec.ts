import { expect } from '@playwright/test';
import { answerCard, savedCount, test } from './app.ts';

test('one tab studies at a time: the other says so, can take over, and goes on at the same card', async ({ page, app, context }) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Good');
	await expect.poll(() => savedCount(page)).toBe(1);
	const prompt = await page.getByRole('heading', { level: 1 }).textContent();

	const second = await context.newPage();
	await second.goto(`${app.url}study/`);
	await expect(second.getByRole('heading', { level: 1 })).toHaveText('Studying in another tab');
	await second.getByRole('button', { name: 'Take over' }).click();
	await expect(second.getByRole('heading', { level: 1 })).toHaveText(prompt ?? '');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Studying in another tab');

	await answerCard(second, 'Good');
	await expect.poll(() => savedCount(second)).toBe(2);
	const next = await second.getByRole('heading', { level: 1 }).textContent();
	await second.close();
	// The turn comes back by itself, with the answer that was given elsewhere.
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(next ?? '');
	await expect.poll(() => savedCount(page)).toBe(2);
});

test('Today in another tab follows what is answered', async ({ page, app, context }) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	const second = await context.newPage();
	await second.goto(app.url);
	await expect(second.getByText('1 answer saved on this device.')).toBeVisible();
	await answerCard(page, 'Easy');
	await expect(second.getByText('2 answers saved on this device.')).toBeVisible();
});
