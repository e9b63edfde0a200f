import { expect } from '@playwright/test';
import { answerCard, installed, savedCount, test } from './app.ts';

test('with the server gone a student reloads, studies on, and visits every screen by address and by link', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page);
	await installed(page);
	await app.kill();
	expect(await fetch(app.url).catch(() => 'down')).toBe('down');

	await page.reload();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 2 of /);
	await answerCard(page);
	await expect.poll(() => savedCount(page)).toBe(2);

	for (const [path, heading] of [
		['', /cards due/],
		['study/', /./],
		['study/?deck=power-and-fear', /./],
		['decks/', 'Decks'],
		['decks', 'Decks'],
		['decks/power-and-fear/', 'Power and fear'],
		['settings/', 'Settings'],
		['backup/', 'Backup'],
		['decks/never-heard-of/', 'There is no such page.'],
		['no/such/page', 'There is no such page.']
	] as const) {
		await page.goto(app.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
	}

	await page.getByRole('link', { name: 'Back to Today' }).tap();
	await page.getByRole('link', { name: 'Decks' }).tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decks');
	await page.getByRole('link', { name: /Power and fear/ }).tap();
	await page.getByRole('link', { name: /Study only this/ }).tap();
	await answerCard(page);
	await page.getByRole('link', { name: /^Leave/ }).tap();
	await page.getByRole('link', { name: 'Settings' }).tap();
	await expect(page.getByText('3 answers saved on this device, and nowhere else.')).toBeVisible();
	await page.getByRole('link', { name: 'Today' }).tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cards due/);
});
