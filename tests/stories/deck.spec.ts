import { expect, type Page } from '@playwright/test';
import { answerCard, button, savedCount, test } from './app.ts';
import { holdStill, look } from './look.ts';

test.beforeEach(({ page }) => holdStill(page));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a student reads what a deck teaches, as a map and as a list, and opens a concept’s card by touch', async ({ page, app }) => {
	await page.goto(`${app.url}decks/`);
	await page.getByRole('main').getByRole('link', { name: 'Power and fear' }).tap();
	const map = page.getByRole('group', { name: 'Concept map' });
	await expect(map.getByRole('link', { name: 'Security dilemma. Not begun.' })).toBeVisible();
	await page.getByText(/^The same as a list/u).tap();
	const row = page.getByRole('listitem').filter({ hasText: 'Needs: Anarchy and Hard power.' });
	await expect(row).toContainText('Security dilemma');
	await look(page, 'deck-list');
	await row.getByRole('link').tap();
	await expect(heading(page)).toHaveText('Security dilemma');
	await expect(page.getByText('The curve begins with the first answer.')).toBeVisible();
	await look(page, 'card-new');
});

test('a card is found without accents or capitals, by keyboard, and opened', async ({ page, app }) => {
	await page.goto(`${app.url}decks/`);
	await page.getByRole('link', { name: 'Search the cards' }).press('Enter');
	const field = page.getByRole('searchbox');
	await expect(field).toBeFocused();
	await page.keyboard.type('SECÚRITY dil');
	await expect(page.getByRole('main').getByRole('link').first()).toContainText('Security dilemma');
	await look(page, 'search-found');
	await field.fill('xyzzy');
	await expect(page.getByRole('status')).toHaveText('Nothing has “xyzzy”.');
	await field.fill('security dil');
	await page.getByRole('main').getByRole('link').first().press('Enter');
	await expect(heading(page)).toHaveText('Security dilemma');
	await page.goBack();
	await expect(field).toHaveValue('security dil');
});

test('an answered card is reset and put away on its page, and each is undone', async ({ page, app }) => {
	await page.goto(`${app.url}study/?deck=power-and-fear`);
	const asked = (await heading(page).textContent()) ?? '';
	await answerCard(page, 'Good');
	await expect.poll(() => savedCount(page)).toBe(1);
	await page.goto(`${app.url}decks/power-and-fear/`);
	await page.getByRole('region', { name: 'Cards' }).getByRole('link', { name: asked }).first().tap();
	const rows = page.getByRole('region', { name: 'History' }).getByRole('listitem');
	await expect(rows).toHaveCount(1);
	await look(page, 'card-answered');
	await button(page, 'Reset').tap();
	await expect(page.getByText('It is new again.')).toBeVisible();
	await expect(page.getByText('It no longer counts.')).toBeVisible();
	await button(page, 'Undo').tap();
	await expect(page.getByText('It no longer counts.')).toBeHidden();
	await button(page, 'Put away').tap();
	await expect(page.getByText(/, put away$/u)).toBeVisible();
	await look(page, 'card-put-away');
	await button(page, 'Undo').tap();
	await expect(button(page, 'Put away')).toBeVisible();
	await page.reload();
	await expect(rows).toHaveCount(1);
	await expect(button(page, 'Put away')).toBeVisible();
});

test('a deck’s own settings are changed, given up and had again; an unknown card says so', async ({ page, app }) => {
	await page.goto(`${app.url}decks/power-and-fear/`);
	const remember = page.getByRole('textbox', { name: 'Remember', exact: true });
	await expect(remember).toHaveValue('90');
	await button(page, 'More: Remember').tap();
	await expect(remember).toHaveValue('91');
	await button(page, 'Use the general ones').tap();
	await expect(remember).toHaveValue('90');
	await button(page, 'Undo').tap();
	await expect(remember).toHaveValue('91');
	await page.goto(`${app.url}card/?id=no%2Fsuch%2Fcard`);
	await expect(heading(page)).toHaveText('There is no such card.');
	await look(page, 'card-unknown');
});
