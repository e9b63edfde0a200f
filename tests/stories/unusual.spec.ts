import { expect, type Page } from '@playwright/test';
import { answerCard, button, giveSomeAnswer, startApp, test as base, type App } from './app.ts';
import { heading, option } from './kinds.ts';
import { holdStill, look as lookAt } from './look.ts';

const FOLDER = 'build-unusual';

/** The app with a library of what hardly fits on a phone. */
const test = base.extend<{ app: App }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
	app: async ({}, use) => {
		const app = await startApp({ folder: FOLDER, port: 4240 });
		await use(app);
		await app.kill();
	}
});

const look = (page: Page, name: string) => lookAt(page, `unusual-${name}`, { fullPage: true });

test('long, wide and tall things, Chinese, Arabic and mixed text stand right on a card, before and after the answer', async ({
	page,
	app
}) => {
	test.setTimeout(240_000);
	await holdStill(page);
	await page.goto(`${app.url}study/?deck=unusual`);
	const names = ['long', 'twelve', 'table', 'pictures', 'chinese', 'arabic', 'order', 'match'];
	for (const name of names) {
		await expect(heading(page)).toBeFocused();
		if (name === 'twelve') await button(page, 'Show the options').tap();
		await look(page, name);
		if (await button(page, 'Show the answer').isVisible()) await button(page, 'Show the answer').tap();
		else {
			await giveSomeAnswer(page);
		}
		await look(page, `${name}-back`);
		await button(page, /^(Easy|Next)/).tap();
	}
});

test('long, wide and tall things, Chinese, Arabic and mixed text stand right in a scenario', async ({ page, app }) => {
	test.setTimeout(240_000);
	await holdStill(page);
	await page.goto(`${app.url}scenario/?deck=passage&id=unusual-scenario`);
	await expect(heading(page)).toBeFocused();
	await look(page, 'scenario');
	await button(page, /^Continue/).tap();
	await expect(page.getByRole('radio')).toHaveCount(12);
	await look(page, 'scenario-step');
	await page.getByRole('radio').nth(5).tap();
	await button(page, 'Unsure').tap();
	await expect(page.getByRole('region', { name: 'What each option means' })).toBeVisible();
	await look(page, 'scenario-said');
	await button(page, /^Continue/).tap();
	await option(page, 'لا').tap();
	await button(page, 'Sure').tap();
	await button(page, /^Continue/).tap();
	await expect(heading(page)).toBeFocused();
	await look(page, 'scenario-debrief');
});

test.describe('where the pictures of a deck are missing', () => {
	test.use({ serviceWorkers: 'block' });
	test('their descriptions stand in their place, and the card is answered', async ({ page, app, complaints }) => {
		await holdStill(page);
		await page.route(/\.svg$/u, (route) => route.abort());
		await page.goto(`${app.url}study/?deck=unusual`);
		for (let turn = 0; turn < 3; turn += 1) await answerCard(page, 'Easy');
		await expect(heading(page)).toHaveText('What is on the tall and on the wide picture?');
		await expect(page.getByText('A mast')).toBeVisible();
		await look(page, 'missing-picture');
		await answerCard(page, 'Easy');
		complaints.length = 0;
	});
});
