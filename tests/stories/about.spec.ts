import { expect } from '@playwright/test';
import { button, test } from './app.ts';

test('a card is put away by touch, comes back with undo, and from the page of the decks', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	const heading = page.getByRole('heading', { level: 1 });
	const first = (await heading.textContent()) ?? '';
	await button(page, 'About this card').tap();
	const sheet = page.getByRole('dialog', { name: 'About this card' });
	await expect(sheet).toContainText('It is new to you.');
	await expect(sheet).toContainText(/\.md, line \d+/u);
	await button(page, 'Put away').tap();
	await expect(sheet).toBeHidden();
	await expect(heading).not.toHaveText(first);
	await expect(heading).toBeFocused();
	await button(page, 'Undo the last answer').tap();
	await expect(heading).toHaveText(first);
	await button(page, 'About this card').tap();
	await button(page, 'Put away').tap();
	await expect(heading).not.toHaveText(first);
	await page.goto(`${app.url}decks/`);
	const away = page.getByRole('region', { name: 'Put away by you' });
	await expect(away).toContainText(first);
	await away.getByRole('button', { name: 'Bring back' }).tap();
	await expect(away).toBeHidden();
});

test('what is said about a card is read and closed by keyboard, and the card stands as it was', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	const about = button(page, 'About this card');
	await about.press('Enter');
	const sheet = page.getByRole('dialog', { name: 'About this card' });
	await expect(sheet.locator(':focus')).toBeVisible();
	// Keys that stand for something on the card do nothing while the sheet is open.
	await page.keyboard.press('h');
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await expect(about).toBeFocused();
	await expect(page.getByRole('list', { name: 'Hints' })).toBeHidden();
	await expect(button(page, 'Show the answer')).toBeVisible();
});

test('letters and digits do nothing on a button, and nothing anywhere once they are switched off', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	const hints = page.getByRole('list', { name: 'Hints' });
	const heading = page.getByRole('heading', { level: 1 });
	await button(page, 'About this card').focus();
	await page.keyboard.press('h');
	await expect(hints).toBeHidden();
	await heading.focus();
	await page.keyboard.press('h');
	await expect(hints).toBeVisible();

	await page.goto(`${app.url}settings/`);
	await page.getByRole('switch', { name: 'Letter and digit keys' }).tap();
	await expect(page.getByRole('switch', { name: 'Letter and digit keys' })).not.toBeChecked();
	await page.goto(`${app.url}study/`);
	await expect(heading).toBeFocused();
	await page.keyboard.press('h');
	await page.keyboard.press('Space');
	await expect(page.getByRole('heading', { name: 'Answer', exact: true })).toBeFocused();
	await expect(hints).toBeHidden();
	await page.keyboard.press('4');
	await expect(button(page, /^Easy/)).toBeVisible();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 1 /u);
});

test('without "think first" the options stand below the question at once', async ({ page, app }) => {
	await page.goto(`${app.url}settings/`);
	await page.getByRole('switch', { name: 'Think first' }).tap();
	await page.goto(`${app.url}study/?deck=power-and-fear`);
	const shown = page.getByRole('radio').first();
	const answer = button(page, 'Show the answer');
	for (let turn = 0; turn < 20; turn += 1) {
		await expect(shown.or(answer)).toBeVisible();
		if (await shown.isVisible()) break;
		await answer.tap();
		await button(page, /^Easy/).tap();
	}
	await expect(button(page, 'Show the options')).toBeHidden();
	await shown.tap();
	await button(page, 'Sure').tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Right|Not)/);
});
