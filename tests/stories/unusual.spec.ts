import { expect, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { answerCard, buildLibrary, button, giveSomeAnswer, startApp, test as base, type App } from './app.ts';
import { heading, option } from './kinds.ts';

const PICTURES = 'test-results/pictures';

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

test.beforeAll(() => {
	test.setTimeout(120_000);
	buildLibrary('tests/stories/unusual-decks', FOLDER);
});

/** What sticks out of the page, is cut, or stands in another direction than its script asks for. */
async function misplaced(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const wrong: string[] = [];
		const root = document.documentElement;
		if (root.scrollWidth > root.clientWidth) wrong.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
		for (const element of document.querySelectorAll<HTMLElement>('main *, .dock *')) {
			const style = getComputedStyle(element);
			const scrolls = element.closest('.scroll, [tabindex="0"][role="region"], .hidden') !== null;
			const box = element.getBoundingClientRect();
			if (box.width === 0 || style.display === 'inline' || scrolls || element.closest('svg')) continue;
			if (box.left < -1 || box.right > root.clientWidth + 1)
				wrong.push(`${element.tagName} sticks out: ${element.textContent.slice(0, 40)}`);
			if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
				wrong.push(`${element.tagName} is cut: ${element.textContent.slice(0, 40)}`);
		}
		for (const element of document.querySelectorAll<HTMLElement>('main [dir="auto"]')) {
			const first = /\p{L}/u.exec(element.textContent)?.[0];
			const rightToLeft = first !== undefined && /\p{Script=Arabic}/u.test(first);
			if (first !== undefined && (getComputedStyle(element).direction === 'rtl') !== rightToLeft)
				wrong.push(`wrong direction: ${element.textContent.slice(0, 40)}`);
		}
		return wrong;
	});
}

/** Looks at a state on a small phone and a usual one, with text as it is and twice as large. */
async function look(page: Page, name: string): Promise<void> {
	for (const [width, size] of [
		[320, '100%'],
		[320, '200%'],
		[390, '200%'],
		[390, '100%']
	] as const) {
		await page.setViewportSize({ width, height: 844 });
		await page.evaluate((fontSize) => {
			document.documentElement.style.fontSize = fontSize;
		}, size);
		await page.screenshot({ path: `${PICTURES}/unusual-${name}-${width}-${size.replace('%', '')}.png`, scale: 'css', fullPage: true });
		expect(await misplaced(page), `${name} at ${width} px, text ${size}`).toEqual([]);
	}
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '';
	});
}

test('long, wide and tall things, Chinese, Arabic and mixed text stand right on a card, before and after the answer', async ({
	page,
	app
}) => {
	test.setTimeout(240_000);
	await mkdir(PICTURES, { recursive: true });
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
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
	await mkdir(PICTURES, { recursive: true });
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
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
