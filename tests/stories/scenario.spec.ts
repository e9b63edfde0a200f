import { expect, type Page } from '@playwright/test';
import { button, onOneProfile, savedCount, startApp, test as base, type App } from './app.ts';
import { holdStill, look } from './look.ts';

const FOLDER = 'build-scenarios';

/** The stories are told on a small library of their own. */
const test = base.extend<{ app: App }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
	app: async ({}, use) => {
		const app = await startApp({ folder: FOLDER, port: 4220 });
		await use(app);
		await app.kill();
	}
});

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const option = (page: Page, name: string) => page.getByRole('radio', { name });
const address = (app: App) => `${app.url}scenario/?deck=harbour&id=fog-signal`;

/** Answers the card that may come before the scenario. */
async function toScenario(page: Page): Promise<void> {
	await expect(title(page)).toHaveText(/Fairway|The fog signal/);
	if ((await title(page).textContent()) === 'Fairway') {
		await button(page, 'Show the answer').tap();
		await button(page, /^Easy/).tap();
	}
	await expect(title(page)).toHaveText('The fog signal');
}

/** Chooses by touch, and goes on from what is said of it. */
async function decide(page: Page, name: string, confidence?: 'Sure' | 'Unsure' | 'Guess'): Promise<void> {
	await option(page, name).tap();
	await button(page, confidence ?? /^Choose this/).tap();
	await expect(page.getByRole('region', { name: 'What each option means' })).toBeVisible();
	await button(page, /^Continue/).tap();
}

test('a scenario comes up in a session, and its branches lead to different ends', async ({ page, app }) => {
	await page.goto(app.url);
	await page.getByRole('link', { name: /^Study|Show me the first card/ }).tap();
	await toScenario(page);
	await page.getByRole('link', { name: /^Leave/ }).tap();
	await expect(page.getByText('1 scenario', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: /^Study/ }).tap();
	await button(page, /^Continue/).tap();
	await expect(title(page)).toHaveText('The horn');
	await expect(title(page)).toBeFocused();
	await option(page, 'Send the boat out').tap();
	await button(page, 'Unsure').tap();
	await expect(page.getByRole('heading', { name: 'There is a stronger choice' })).toBeFocused();
	const said = page.getByRole('region', { name: 'What each option means' }).getByRole('listitem');
	await expect(said.first()).toContainText('Your choice, unsure');
	await expect(said.nth(1)).toContainText('A stronger choice');
	await button(page, /^Continue/).tap();
	await expect(title(page)).toHaveText('The empty quay');
	await decide(page, 'Light a fire on the mole', 'Sure');
	await expect(title(page)).toHaveText('A boat lost');
	await expect(page.getByRole('list', { name: 'The branches in words' })).toContainText('A boat lost, on your path.');
	await expect(page.getByText('Not yet: back in')).toBeVisible();
	await expect(page.getByRole('list', { name: 'Sources' })).toContainText('p. 40');
	await expect.poll(() => savedCount(page)).toBeGreaterThanOrEqual(3);
	await button(page, /^Next/).tap();
	await page.goto(address(app));
	await button(page, /^Continue/).tap();
	await decide(page, 'Ring the bell', 'Sure');
	await expect(title(page)).toHaveText('The second ship');
	await decide(page, 'The larger one');
	await expect(title(page)).toHaveText('Looking back');
	await button(page, 'Done').tap();
	await expect(page.getByRole('link', { name: /The fog signal/ })).toContainText('Seen twice');
});

test('a scenario is played by keyboard alone, with a look back at a step that lies behind', async ({ page, app }) => {
	await page.goto(address(app));
	await expect(title(page)).toBeFocused();
	await page.keyboard.press('Space');
	await expect(title(page)).toHaveText('The horn');
	await page.keyboard.press('h');
	await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toBeFocused();
	await option(page, 'Ring the bell').focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await expect(button(page, /^Sure/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'A sound choice' })).toBeFocused();
	await page.keyboard.press('Space');
	await expect(title(page)).toHaveText('The second ship');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByText('She has something to steer by')).toBeVisible();
	await option(page, 'The larger one').focus();
	await page.keyboard.press('Space');
	await button(page, /^Choose this/).press('Enter');
	await page.keyboard.press('Space');
	await expect(title(page)).toBeFocused();
	await expect(title(page)).toHaveText('Looking back');
	await button(page, 'What if? From 1').press('Enter');
	await expect(title(page)).toHaveText('The horn');
	await expect(title(page)).toBeFocused();
});

test('undo goes back across steps and takes each choice back; what is played as "What if?" is not saved', async ({ page, app }) => {
	await page.goto(address(app));
	await button(page, /^Continue/).tap();
	await decide(page, 'Ring the bell', 'Sure');
	await option(page, 'The larger one').tap();
	await button(page, /^Choose this/).tap();
	await expect.poll(() => savedCount(page)).toBe(3);
	await button(page, 'Undo the last answer').tap();
	await expect(option(page, 'The larger one')).toBeChecked();
	await button(page, 'Undo the last answer').tap();
	await expect(title(page)).toHaveText('The horn');
	await expect(option(page, 'Ring the bell')).toBeChecked();
	await expect.poll(() => savedCount(page)).toBe(1);
	await decide(page, 'Wait until the fog lifts', 'Guess');
	await decide(page, 'The one that came first');
	await expect.poll(() => savedCount(page)).toBe(3);
	await button(page, 'What if? From 1').tap();
	await option(page, 'Send the boat out').tap();
	await button(page, /^Choose this/).tap();
	await button(page, /^Continue/).tap();
	await decide(page, 'Row out yourself');
	await expect(title(page)).toHaveText('A boat lost');
	await button(page, 'Back to your path').tap();
	await expect(title(page)).toHaveText('Looking back');
	expect(await savedCount(page)).toBe(3);
});

test('a scenario in a session goes on at its step when the browser crashes in its middle; undo reaches back into it from the end', async () => {
	await onOneProfile(await startApp({ folder: FOLDER, port: 4220 }), async (open) => {
		const first = await open();
		await toScenario(first.page);
		await button(first.page, /^Continue/).tap();
		await decide(first.page, 'Ring the bell', 'Sure');
		await expect(title(first.page)).toHaveText('The second ship');
		const saved = await savedCount(first.page);
		// Without a chance to end anything: the browser's own process dies.
		const gone = new Promise((resolve) => first.context.once('close', resolve));
		const session = await first.context.newCDPSession(first.page);
		await session.send('Browser.crash').catch(() => undefined);
		await gone;
		const second = await open();
		await expect(title(second.page)).toHaveText('The second ship');
		await expect(second.page.getByText('You go on where you left this scenario.')).toBeVisible();
		expect(await savedCount(second.page)).toBe(saved);
		await decide(second.page, 'The larger one');
		await expect(second.page.getByText('Your choice, sure')).toBeVisible();
		await button(second.page, /^Next/).tap();
		await expect(title(second.page)).toHaveText(/Done for today|Fairway/);
		await button(second.page, 'Undo the last answer').tap();
		await expect(title(second.page)).toHaveText('The second ship');
	});
});

/** The states of a scenario in the order in which a student meets them. */
const STATES: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
	['vignette', () => Promise.resolve()],
	['step', (page) => button(page, /^Continue/).tap()],
	['hint', (page) => button(page, /^Hint/).tap()],
	['chosen', (page) => option(page, 'Ring the bell').tap()],
	['feedback', (page) => button(page, 'Sure').tap()],
	['second-step', (page) => button(page, /^Continue/).tap()],
	['past-unfolded', (page) => page.getByText('The horn').first().tap()],
	[
		'feedback-ungraded',
		async (page) => {
			await option(page, 'The larger one').tap();
			await button(page, /^Choose this/).tap();
		}
	],
	['debrief', (page) => button(page, /^Continue/).tap()],
	['what-if', (page) => button(page, 'What if? From 1').tap()],
	[
		'what-if-feedback',
		async (page) => {
			await option(page, 'Send the boat out').tap();
			await button(page, /^Choose this/).tap();
		}
	],
	[
		'what-if-debrief',
		async (page) => {
			await button(page, /^Continue/).tap();
			await decide(page, 'Light a fire on the mole');
		}
	],
	['deck', (page) => page.goto(new URL('decks/harbour/', page.url().replace(/scenario.*/, '')).href)]
];

test('no state of a scenario breaks an accessibility rule or overflows, on phone, tablet and desktop, by day and by night, and at 200 % text', async ({
	page,
	app
}) => {
	test.setTimeout(120_000);
	await holdStill(page);
	await page.goto(address(app));
	for (const [name, go] of STATES) {
		await go(page);
		await expect(title(page)).toBeVisible();
		await look(page, `scenario-${name}`, { fullPage: name.endsWith('debrief') });
	}
});
