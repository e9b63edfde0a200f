import { expect } from '@playwright/test';
import { startApp, test as base, type App } from './app.ts';
import { holdStill, look } from './look.ts';

/** The app with a language that nobody speaks: longer words, from right to left. */
const test = base.extend<{ app: App }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
	app: async ({}, use) => {
		const app = await startApp({ folder: 'build-base', base: '/some/where', port: 4260 });
		await use(app);
		await app.kill();
	}
});

test('from right to left and with words a third longer nothing sticks out, is cut or breaks a rule of accessibility', async ({
	page,
	app
}) => {
	test.setTimeout(120_000);
	await page.addInitScript(() => {
		localStorage.setItem('entente.language', 'ar-XB');
	});
	await holdStill(page);
	const see = async (name: string) => {
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look(page, `rtl-${name}`);
	};
	await page.goto(app.url);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await see('first-visit');
	await page.goto(`${app.url}study/`);
	await see('study-front');
	// Keys speak every language.
	await page.keyboard.press('Space');
	await expect(page.locator('.dock').getByRole('group')).toBeVisible();
	await see('study-back');
	await page.keyboard.press('4');
	await page.goto(app.url);
	await see('today');
	for (const address of ['decks', 'decks/power-and-fear', 'settings', 'backup', 'no/such/page']) {
		await page.goto(`${app.url}${address}/`);
		await see(address.replaceAll('/', '-'));
	}
});
