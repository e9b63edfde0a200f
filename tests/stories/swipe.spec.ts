import { expect, type CDPSession, type Page } from '@playwright/test';
import { answerCard, button, savedCount, test } from './app.ts';

/** Keeps what the student prefers, as Settings do; the page must be of the app, and opened anew afterwards. */
async function prefer(page: Page, preferences: Readonly<Record<string, unknown>>): Promise<void> {
	await page.evaluate(async (value) => {
		// On a first visit the app makes its store a little later.
		while ((await indexedDB.databases()).every(({ name }) => name !== 'entente')) await new Promise((resolve) => setTimeout(resolve, 50));
		await new Promise<void>((resolve, reject) => {
			const opening = indexedDB.open('entente');
			opening.onsuccess = () => {
				const writing = opening.result.transaction('settings', 'readwrite');
				writing.objectStore('settings').put(value, 'preferences');
				writing.oncomplete = () => {
					opening.result.close();
					resolve();
				};
			};
			opening.onerror = () => {
				reject(new Error('not opened'));
			};
		});
	}, preferences);
}

/** Puts a finger down in the middle of the screen and moves it so far; it stays down. */
async function drag(touch: CDPSession, across: number): Promise<void> {
	const at = (x: number) => ({ touchPoints: [{ x: 195 + x, y: 420 }] });
	await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(0) });
	for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(across * share) });
}
const lift = (touch: CDPSession) => touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

test('a swipe across an answer says what it will do, does it when the finger lifts far enough, and is undone', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	await expect(button(page, 'Show the answer')).toBeVisible();
	await prefer(page, { swipe: true });
	await page.reload();
	await button(page, 'Show the answer').tap();
	// The browser learns with the next picture that fingers mean something else from now on.
	await expect(page.getByRole('main')).toHaveCSS('touch-action', 'pan-y pinch-zoom');
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
	const touch = await page.context().newCDPSession(page);
	const bar = page.getByRole('progressbar');
	const sign = page.getByText(/(Again|Good), \d+ min/u);

	await drag(touch, 60);
	await expect(sign).toHaveText('Good, 10 min');
	await lift(touch);
	await expect(sign).toBeHidden();
	await expect(bar).toHaveAttribute('aria-label', /^Card 1 /u);

	await drag(touch, -140);
	await expect(sign).toHaveText('Let go: Again, 1 min');
	await page.screenshot({ path: 'test-results/pictures/study-swipe-light.png', scale: 'css' });
	await lift(touch);
	await expect(bar).toHaveAttribute('aria-label', /^Card 2 /u);
	await expect.poll(() => savedCount(page)).toBe(1);
	await button(page, 'Undo the last answer').tap();
	await expect(bar).toHaveAttribute('aria-label', /^Card 1 /u);
	await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
});

test('the end of a session names what went wrong and asks it again at once', async ({ page, app }) => {
	test.setTimeout(60_000);
	await page.goto(`${app.url}study/`);
	const wrong = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	await answerCard(page, 'Again');
	const end = page.getByRole('heading', { name: 'Done for today' });
	const asked = button(page, /^(Show the|I don’t know|Unsure|Continue|Choose this)/);
	for (let turn = 0; turn < 40; turn += 1) {
		await expect(asked.or(end)).toBeVisible();
		if (await end.isVisible()) break;
		await answerCard(page, 'Easy');
	}
	await expect(page.getByRole('region', { name: 'How it went' }).getByRole('img')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Gave most trouble' })).toContainText(wrong);
	await page.getByRole('link', { name: /^Ask (it|the \d) again$/u }).tap();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 1 of [123]$/u);
	await expect(end).toBeHidden();
});
