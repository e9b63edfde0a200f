import { expect, type Page } from '@playwright/test';
import { button, installed, listen, test } from './app.ts';
import { misplaced } from './look.ts';

const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** The radio of a setting: what is tapped is its label. */
const choose = (page: Page, setting: string, value: string) =>
	page.getByRole('radiogroup', { name: setting }).getByText(value, { exact: true }).tap();
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('theme and text size hold over a reload, offline, and before the first paint', async ({ page, app }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(`${app.url}settings/`);
	const day = await paper(page);
	await choose(page, 'Theme', 'Night');
	await button(page, 'More: Text size').tap();
	const night = await paper(page);
	expect(night).not.toBe(day);
	await installed(page);
	await app.kill();
	// What the page looks like when its body is first there: nothing of the app has run by then.
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (!document.querySelector('.contents')) return;
			observer.disconnect();
			const { backgroundColor } = getComputedStyle(document.body);
			Object.assign(globalThis, { first: [backgroundColor, document.documentElement.style.fontSize] });
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await page.evaluate(() => (globalThis as unknown as { first: unknown }).first)).toEqual([night, '110%']);
	const colours = page.locator('meta[name=theme-color][media=all]');
	await expect(colours).toHaveAttribute('content', '#0f191e');
	await page.goto(`${app.url}settings/`);
	await expect(page.getByRole('textbox', { name: 'Text size' })).toHaveValue('110');
	await expect(page.getByRole('radio', { name: 'Night' })).toBeChecked();
	await page.getByRole('link', { name: 'Licences' }).tap();
	await page.getByText(/^marked /).tap();
	await expect(page.getByText('Permission is hereby granted').filter({ visible: true }).first()).toBeVisible();
});

test('German is chosen, and English again', async ({ page, app }) => {
	await page.goto(`${app.url}settings/`);
	await choose(page, 'Language', 'Deutsch');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
	expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
	await page.getByRole('link', { name: 'Heute' }).tap();
	await expect(page.getByRole('link', { name: 'Zeig mir die erste Karte' })).toBeVisible();
	await page.getByRole('link', { name: 'Einstellungen' }).tap();
	await choose(page, 'Sprache', 'English');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('in German nothing is wider than a phone of 320 px at 200 % text', async ({ page, app }) => {
	await page.setViewportSize({ width: 320, height: 844 });
	await page.addInitScript(() => {
		localStorage.setItem('entente.language', 'de');
		localStorage.setItem('entente.look', JSON.stringify({ text: 200 }));
	});
	for (const address of ['', 'decks/', 'decks/power-and-fear/', 'settings/', 'backup/']) {
		await page.goto(app.url + address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await misplaced(page), `/${address}`).toEqual([]);
	}
});

test('a retention out of range is answered with a sentence and changes nothing; one within it is an entry in the log', async ({
	page,
	app
}) => {
	await page.goto(`${app.url}settings/`);
	const remember = page.getByRole('textbox', { name: 'Remember' });
	await remember.fill('99');
	await remember.blur();
	await expect(page.getByRole('alert')).toHaveText('Type a whole number from 70 to 97. It stays at 90 until then.', { useInnerText: true });
	await page.reload();
	await expect(remember).toHaveValue('90');
	await remember.fill('85');
	await remember.blur();
	await expect(page.getByText('85 of 100 when asked.')).toBeVisible();
	await page.reload();
	await expect(remember).toHaveValue('85');
	await button(page, 'Less: New cards a day').tap();
	await page.getByRole('combobox', { name: 'A day begins at' }).selectOption('5:00');
	await choose(page, 'Rating buttons', 'Two');
	await page.reload();
	await expect(page.getByRole('textbox', { name: 'New cards a day' })).toHaveValue('7');
	await expect(page.getByRole('combobox', { name: 'A day begins at' })).toHaveValue('5');
	await expect(page.getByRole('radio', { name: 'Two' })).toBeChecked();
});

test('the steps of a new card are those that were typed, with the next card already', async ({ page, app }) => {
	await page.goto(`${app.url}settings/`);
	await page.getByText('More about the schedule').tap();
	const steps = page.getByRole('textbox', { name: 'Steps of a new card' });
	await steps.fill('3m 20m 1h');
	await steps.press('Enter');
	await expect(steps).toHaveValue('3\u00a0min, 20\u00a0min, 1\u00a0h');
	await page.goto(`${app.url}study/`);
	await button(page, 'Show the answer').tap();
	await expect(button(page, /^Again/)).toContainText('3 min');
	await expect(button(page, /^Good/)).toContainText('20 min');
});

test('on an iPhone the first visit says to install before the first answer, and the installed app offers to restore first', async ({
	browser,
	app
}) => {
	const context = await browser.newContext({ userAgent: IPHONE, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
	const page = await context.newPage();
	const complaints = await listen(page);
	await page.goto(app.url);
	const first = page.getByRole('paragraph').filter({ hasText: 'On an iPhone, add Entente to the Home Screen first.' });
	await expect(first).toBeInViewport({ ratio: 1 });
	// What Safari leaves of the screen between its bars.
	await page.setViewportSize({ width: 390, height: 664 });
	const dock = await page.getByRole('region', { name: 'Action' }).boundingBox();
	const said = await first.boundingBox();
	expect((said?.y ?? 0) + (said?.height ?? Infinity)).toBeLessThan(dock?.y ?? 0);
	await page.getByText('Show me how').tap();
	await expect(page.getByRole('img', { name: /the Share button is marked/ })).toBeVisible();

	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'standalone', { value: true });
	});
	await page.reload();
	await expect(button(page, 'Restore from a file')).toBeInViewport({ ratio: 1 });
	await expect(page.getByText('On an iPhone, add Entente')).toBeHidden();
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Restore from a file').tap()]);
	await chooser.setFiles('tests/fixtures/backup-1.entente');
	await button(page, 'Add it').tap();
	await expect(page.getByText(/43 answers (saved|exist)/)).toBeVisible();
	expect(complaints).toEqual([]);
	await context.close();
});
