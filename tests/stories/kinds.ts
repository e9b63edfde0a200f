import { expect, type Page } from '@playwright/test';
import { button, startApp, test as base } from './app.ts';

/** The app with a small library that has one card of each kind, in the order of its decks' texts. */
export const test = base.extend({
	// eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
	app: async ({}, use) => {
		const app = await startApp({ folder: 'build-kinds', port: 4220 });
		await use(app);
		await app.kill();
	}
});

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const option = (page: Page, name: string) => page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name }));

/** Goes on to the next card. */
export async function next(page: Page): Promise<void> {
	const label = await page.getByRole('progressbar').getAttribute('aria-label');
	await button(page, /^Next/).tap();
	await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-label', label ?? '');
}

/** Answers the term with which the library begins, so that the cards of all other kinds follow. */
export async function begin(page: Page, url: string): Promise<void> {
	await page.goto(`${url}study/`);
	await button(page, 'Show the answer').tap();
	await button(page, /^Easy/).tap();
	await expect(heading(page)).toHaveText('The Moon raises tides.');
}

/** Shuffled things brought into an order by their buttons. */
export async function arrange(page: Page, items: readonly string[]): Promise<void> {
	for (const [place, item] of items.entries()) {
		const row = page.getByRole('main').getByRole('listitem').filter({ hasText: item });
		for (let turn = 0; turn < items.length; turn += 1) {
			const now = Number(await row.locator('.place').textContent()) - 1;
			if (now === place) break;
			await row.getByRole('button', { name: `Move ${now > place ? 'up' : 'down'}` }).tap();
		}
	}
}
