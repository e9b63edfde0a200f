import { expect, type Page } from '@playwright/test';
import { answerCard, button, test } from './app.ts';
import { evictLog } from './devices.ts';
import { holdStill, look } from './look.ts';

/** The screens and their states, in the order in which a student meets them. */
const SCREENS: readonly (readonly [name: string, go: (page: Page, url: string) => Promise<unknown>])[] = [
	['first-visit', (page, url) => page.goto(url)],
	['study-front', (page) => firstCard(page)],
	['about-card', (page) => button(page, 'About this card').tap()],
	['about-card-report', (page) => button(page, 'Report a mistake').tap()],
	['study-keys', (page) => listKeys(page)],
	['study-back', (page) => backFromAbout(page)],
	['study-choice-stem', (page) => until(page, 'Show the options', false)],
	['study-choice-options', (page) => chooseOption(page)],
	['study-choice-feedback', (page) => button(page, 'Sure').tap()],
	['study-choice-overrule', (page) => button(page, /change the rating$/).tap()],
	['study-cloze', (page) => until(page, 'hidden part', true)],
	['study-cloze-back', (page) => button(page, 'Show the answer').tap()],
	['today', (page, url) => page.goto(url)],
	['decks', (page, url) => page.goto(`${url}decks/`)],
	['deck', (page, url) => page.goto(`${url}decks/power-and-fear/`)],
	['deck-schedule', (page) => refuseSteps(page)],
	['settings', (page, url) => page.goto(`${url}settings/`)],
	['settings-schedule', (page) => refuseSteps(page)],
	['licences', (page, url) => page.goto(`${url}settings/licences/`)],
	['backup', (page, url) => page.goto(`${url}backup/`)],
	['backup-refused', (page) => restore(page, 'static/icon-192.png')],
	['backup-checked', (page) => restore(page, BACKUP, 'Check a file')],
	['backup-preview', (page) => restore(page, BACKUP)],
	['backup-restored', (page) => addIt(page)],
	['not-found', (page, url) => page.goto(`${url}no/such/page/`)],
	['session-end', (page, url) => toTheEnd(page, url)],
	['today-nothing-due', (page, url) => page.goto(url)],
	['lost', (page, url) => loseAnswers(page, url)]
];
const BACKUP = 'tests/fixtures/backup-1.entente';

/** Studies until a card shows a text or a button of that name, going on to the next days if it must. */
async function until(page: Page, words: string, inText: boolean): Promise<void> {
	const there = inText ? page.getByText(words).first() : button(page, words);
	const asked = button(page, /^(Show the|I don’t know|Unsure|Continue|Choose this)/);
	const end = page.getByRole('heading', { name: 'Done for today' });
	// The picture before this one may have left a card half answered.
	if (await page.getByRole('group', { name: 'How well did you know it?' }).isVisible()) await button(page, /^Easy/).tap();
	if (!(await asked.isVisible())) await button(page, /^Next/).tap();
	for (let turn = 0; turn < 60; turn += 1) {
		await expect(asked.or(end)).toBeVisible();
		if ((await there.count()) > 0) return;
		if (await end.isVisible()) await tomorrow(page);
		else await answerCard(page, 'Easy');
	}
	throw new Error(`No card says "${words}".`);
}

async function tomorrow(page: Page): Promise<void> {
	const now = await page.evaluate(() => Date.now());
	await page.clock.setSystemTime(now + 86_400_000);
	await page.reload();
}

async function firstCard(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Show me the first card' }).tap();
	await expect(page.getByRole('progressbar')).toBeVisible();
}

async function listKeys(page: Page): Promise<void> {
	await button(page, 'Close').tap();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
}

async function backFromAbout(page: Page): Promise<void> {
	await button(page, 'Close').tap();
	await button(page, 'Show the answer').tap();
}

async function chooseOption(page: Page): Promise<void> {
	await button(page, 'Show the options').tap();
	await page.getByRole('radio').nth(1).tap();
}

async function toTheEnd(page: Page, url: string): Promise<void> {
	await page.goto(`${url}study/`);
	await expect(page.getByRole('progressbar')).toBeVisible();
	const asked = button(page, /^(Show the|I don’t know|Unsure|Continue|Choose this)/);
	const end = page.getByRole('heading', { name: 'Done for today' });
	for (let turn = 0; turn < 60; turn += 1) {
		await expect(asked.or(end)).toBeVisible();
		if (await end.isVisible()) return;
		await answerCard(page, 'Easy');
	}
}

async function restore(page: Page, file: string, name = 'Restore from a file'): Promise<void> {
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, name).tap()]);
	await chooser.setFiles(file);
	await expect(page.getByRole('alert').or(page.getByRole('heading', { level: 3 }))).toBeVisible();
}

async function refuseSteps(page: Page): Promise<void> {
	await page.getByText('More about the schedule').tap();
	await page.getByRole('textbox', { name: 'Steps of a new card' }).fill('1 10');
	await page.getByRole('textbox', { name: 'Steps after forgetting' }).focus();
	await expect(page.getByRole('alert').filter({ hasText: '“1” has no unit.' })).toBeVisible();
}

async function addIt(page: Page): Promise<void> {
	await button(page, 'Add it').tap();
	await expect(page.getByRole('heading', { name: /restored$/ })).toBeVisible();
}

async function loseAnswers(page: Page, url: string): Promise<void> {
	await expect.poll(() => page.evaluate(() => caches.has('entente-trace'))).toBe(true);
	await evictLog(page, url);
	await page.goto(url);
}

test('every screen breaks no accessibility rule and overflows nowhere, on phone, tablet and desktop, by day and by night, and at 200 % text', async ({
	page,
	app
}) => {
	test.setTimeout(240_000);
	await holdStill(page);
	for (const [name, go] of SCREENS) {
		await go(page, app.url);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look(page, name);
	}
});
