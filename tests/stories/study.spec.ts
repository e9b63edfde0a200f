import { expect, type Page } from '@playwright/test';
import { answerCard, button, onOneProfile, savedCount, startApp, test } from './app.ts';

test('a student opens the app, studies by touch, and sees on Today what is left', async ({ page, app }) => {
	await page.goto(app.url);
	await page.getByRole('link', { name: 'Show me the first card' }).tap();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', 'Card 1 of 8');
	await button(page, 'Show the answer').tap();
	await expect(page.getByRole('list', { name: 'Sources' })).toBeVisible();
	await expect(page.getByText(/A fact that can be checked|argues this|Contested/)).toBeVisible();
	for (const [name, rest] of [
		['Again', '1 min'],
		['Good', '10 min']
	] as const)
		await expect(button(page, new RegExp(`^${name}.*${rest}`))).toBeVisible();
	await button(page, /^Easy/).tap();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', 'Card 2 of 8');
	await answerCard(page);
	await expect.poll(() => savedCount(page)).toBe(2);
	await page.getByRole('link', { name: /^Leave/ }).tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/7 cards due/);
	await expect(page.getByText('2 answers saved on this device.')).toBeVisible();
	await expect(page.getByRole('link', { name: /World order/ })).toContainText('% retained');
});

test('a choice shows its stem first, then a reason for every option, the chosen one first; the rating can be overruled', async ({
	page,
	app
}) => {
	await page.goto(`${app.url}study/`);
	while (!(await button(page, 'Show the options').isVisible())) await answerCard(page, 'Easy');
	await expect(page.getByRole('radio')).toHaveCount(0);
	await button(page, 'Show the options').tap();
	for (const name of ['Sure', 'Unsure', 'Guess']) await expect(button(page, name)).toBeDisabled();
	const second = page.getByRole('radio').nth(1);
	const count = await page.getByRole('radio').count();
	const chosen = (await page.locator('label').nth(1).textContent())?.trim() ?? '';
	await second.tap();
	await button(page, 'Sure').tap();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	const reasons = page
		.getByRole('main')
		.getByRole('listitem')
		.filter({ hasText: /Your answer|The right one|Also wrong/ });
	await expect(reasons).toHaveCount(count);
	await expect(reasons.first()).toContainText(chosen);
	const saved = await savedCount(page);
	await button(page, /change the rating$/).tap();
	await button(page, /^Hard/).tap();
	await expect(button(page, /^Hard, .*: change the rating/)).toBeVisible();
	await expect.poll(() => savedCount(page)).toBe(saved);
	await button(page, 'Undo the last answer').tap();
	await expect(page.getByRole('radio').nth(1)).toBeChecked();
	await expect.poll(() => savedCount(page)).toBe(saved - 1);
});

test('on a low screen an answer below the fold comes into view, and the next card starts at its top', async ({ page, app }) => {
	await page.setViewportSize({ width: 390, height: 440 });
	await page.goto(`${app.url}study/`);
	await button(page, 'Show the answer').tap();
	await expect(page.getByRole('region', { name: 'Answer' }).getByRole('paragraph').first()).toBeInViewport();
	await button(page, /^Easy/).tap();
	await button(page, 'Show the options').tap();
	await expect(page.getByRole('radio').first()).toBeInViewport();
	await page.getByRole('radio').last().tap();
	await button(page, 'Sure').tap();
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
	await page.getByRole('list', { name: 'Sources' }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
	await button(page, 'Next').tap();
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('undo takes answers back one by one, over a reload too, and shows each card as it was', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	const prompts: string[] = [];
	for (let count = 0; count < 3; count += 1) {
		prompts.push((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
		await answerCard(page, 'Easy');
	}
	await expect.poll(() => savedCount(page)).toBe(3);
	await page.reload();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 4 of /);
	for (const prompt of prompts.reverse()) {
		await button(page, 'Undo the last answer').tap();
		await expect(page.getByRole('main')).toContainText(prompt);
	}
	await expect(button(page, 'Undo the last answer')).toBeDisabled();
	await expect.poll(() => savedCount(page)).toBe(0);
	await page.reload();
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', 'Card 1 of 8');
});

/** Answers the card on the screen by keys alone; a graded one is rated easy, whatever was answered. */
async function answerByKeyboard(page: Page): Promise<void> {
	const main = page.getByRole('main');
	const heading = page.getByRole('heading', { level: 1 });
	const back = page.getByRole('heading', { name: 'Answer', exact: true });
	const choices = main.getByRole('radio').or(main.getByRole('checkbox'));
	await expect(heading.or(main.getByRole('textbox')).and(page.locator(':focus'))).toBeVisible();
	if (await button(page, /^Show the/).isVisible()) {
		await page.keyboard.press('Space');
		await expect(back.or(choices.first())).toBeAttached();
	}
	if ((await back.count()) > 0) {
		await expect(back).toBeFocused();
		await page.keyboard.press('4');
		return;
	}
	if (await button(page, 'I don’t know').isVisible()) await button(page, 'I don’t know').press('Enter');
	else {
		const pairs = main.getByRole('group', { name: /^What goes with/ }).getByRole('button');
		const lefts = (await pairs.count()) > 0 ? await choices.count() : 0;
		for (let count = 0; count < lefts; count += 1) await pairs.first().press('Enter');
		if (lefts === 0 && (await choices.count()) > 0) await choices.first().press('Space');
		await button(page, 'Sure').press('Enter');
	}
	await expect(heading).toHaveText(/^(Right|Not)/);
	await expect(heading).toBeFocused();
	await page.keyboard.press('4');
	await page.keyboard.press('Space');
}

test('a session can be studied to its end by keyboard alone', async ({ page, app }) => {
	await page.goto(app.url);
	await page.getByRole('link', { name: 'Show me the first card' }).press('Enter');
	await page.getByRole('button', { name: 'Hint' }).press('Enter');
	await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toBeFocused();
	await page.keyboard.press('Space');
	await expect(page.getByRole('heading', { name: 'Answer' })).toBeFocused();
	await page.keyboard.press('4');
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 2/);
	const end = page.getByRole('heading', { name: 'Done for today' });
	for (let turn = 0; turn < 40; turn += 1) {
		const label = await page.getByRole('progressbar').getAttribute('aria-label');
		// The end is loaded when it is come to.
		if (label?.endsWith('answered')) break;
		await answerByKeyboard(page);
		await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-label', label ?? '');
	}
	await expect(end).toBeFocused();
	await page.getByRole('link', { name: 'Finish' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Nothing is due until (today|tomorrow) at 4:00\.$/);
});

test('Today left open overnight shows the new day when it is looked at again', async ({ page, app }) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(1);
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 cards due');
	await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 86_400_000);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 cards due');
});

test('who closes the browser and comes back finds everything as it was', async () => {
	await onOneProfile(await startApp(), async (open) => {
		const first = await open();
		for (let count = 0; count < 3; count += 1) await answerCard(first.page, 'Good');
		await expect.poll(() => savedCount(first.page)).toBe(3);
		const seen = async (page: typeof first.page) => [
			await page.getByRole('progressbar').getAttribute('aria-label'),
			await page.getByRole('heading', { level: 1 }).textContent(),
			await savedCount(page)
		];
		const before = await seen(first.page);
		await first.context.close();
		expect(await seen((await open()).page)).toEqual(before);
	});
});
