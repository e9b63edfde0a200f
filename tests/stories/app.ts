import { chromium, expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';

/** The built app on a server of this test's own. */
export interface App {
	readonly url: string;
	/** Ends the server: from then on there is no network. */
	kill(): Promise<void>;
}

/** Starts a server; it is gone at the latest when the test ends. */
export async function startApp(options: { readonly folder?: string; readonly base?: string; readonly port?: number } = {}): Promise<App> {
	const { url, close } = await serve({ port: 4180, ...options });
	let running = true;
	return {
		url,
		kill: async () => {
			if (running) await close();
			running = false;
		}
	};
}

/** Collects what a page complains of: uncaught errors, console errors and warnings, violations of the policy. */
export async function listen(page: Page): Promise<string[]> {
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} ${message.location().url}`);
	});
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
		});
	});
	return complaints;
}

/** A browser of its own, with a profile that outlives it. */
export interface OwnBrowser {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly complaints: readonly string[];
}

/** Opens a browser on a profile's folder and goes to the study screen, where a card waits. */
async function openStudying(folder: string, { url }: App): Promise<OwnBrowser> {
	const context = await chromium.launchPersistentContext(folder, {
		...launchOptions(),
		viewport: { width: 390, height: 844 },
		locale: 'en-GB',
		hasTouch: true
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const complaints = await listen(page);
	await page.goto(`${url}study/`);
	await expect(page.getByRole('progressbar')).toBeVisible();
	return { context, page, complaints };
}

/**
 * Tells a story of a browser that is closed, or dies, and comes back: each call of `open` opens one on the same profile, which is gone
 * afterwards. None of them may have complained.
 */
export async function onOneProfile(app: App, tell: (open: () => Promise<OwnBrowser>) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'entente-'));
	const opened: OwnBrowser[] = [];
	try {
		await tell(async () => {
			const browser = await openStudying(folder, app);
			opened.push(browser);
			return browser;
		});
		expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
	} finally {
		await opened.at(-1)?.context.close();
		await app.kill();
		await rm(folder, { recursive: true, force: true });
	}
}

/** A test with the app served and a page whose every complaint fails it. */
export const test = base.extend<{ app: App; complaints: string[] }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
	app: async ({}, use) => {
		const app = await startApp();
		await use(app);
		await app.kill();
	},
	complaints: [
		async ({ page }, use) => {
			const complaints = await listen(page);
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true }
	]
});

/** Waits until the service worker has the whole app and serves this page. */
export async function installed(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
	});
}

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

/** The number of answers that the study screen calls saved. */
export async function savedCount(page: Page): Promise<number> {
	return Number(await page.locator('[data-kept]').getAttribute('data-kept'));
}

/** Gives some answer to the graded card on the screen, and hands it in. */
export async function giveSomeAnswer(page: Page): Promise<void> {
	const main = page.getByRole('main');
	if (await button(page, 'I don’t know').isVisible()) {
		await button(page, 'I don’t know').tap();
	} else {
		const pairs = main.getByRole('group', { name: /^What goes with/ });
		if (await pairs.isVisible()) {
			const lefts = await main.getByRole('radio').count();
			for (let count = 0; count < lefts; count += 1) await pairs.getByRole('button').first().tap();
		} else if ((await main.getByRole('listitem').getByRole('button').count()) === 0)
			await main.getByRole('radio').or(main.getByRole('checkbox')).first().tap();
		await button(page, 'Unsure').tap();
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Right|Not)/);
}

/** Runs through the scenario on the screen, always by its first option, and goes on to the next card. */
async function playScenario(page: Page): Promise<void> {
	const main = page.getByRole('main');
	const next = button(page, /^Next/);
	const on = button(page, /^Continue/);
	const first = page.getByRole('radio').first();
	for (let turn = 0; turn < 30; turn += 1) {
		await expect(next.or(on).or(first).first()).toBeVisible();
		if (await next.isVisible()) break;
		if (await on.isVisible()) {
			const before = await main.textContent();
			await on.tap();
			// Or the button that was just tapped might be taken for the next one.
			await expect(main).not.toHaveText(before ?? '');
			continue;
		}
		await first.tap();
		await button(page, 'Unsure')
			.or(button(page, /^Choose this/))
			.tap();
		await expect(on).toBeVisible();
	}
	await next.tap();
}

/** Answers the card on the screen, whatever its kind, by touch; resolves when the next one (or the end) is there. */
export async function answerCard(page: Page, rating: 'Again' | 'Hard' | 'Good' | 'Easy' = 'Good'): Promise<void> {
	const before = await page.getByRole('progressbar').getAttribute('aria-label');
	const answer = button(page, 'Show the answer');
	const options = button(page, 'Show the options');
	const hand = button(page, 'I don’t know').or(button(page, 'Unsure'));
	const scenario = page.getByRole('main').getByText('Scenario', { exact: true });
	await expect(answer.or(options).or(hand).or(scenario).first()).toBeVisible();
	if (await scenario.isVisible()) {
		await playScenario(page);
	} else if (await answer.isVisible()) {
		await answer.tap();
		await button(page, new RegExp(`^${rating}`)).tap();
	} else {
		if (await options.isVisible()) await options.tap();
		await giveSomeAnswer(page);
		if (rating === 'Easy') {
			await button(page, /change the rating$/).tap();
			await button(page, /^Easy/).tap();
		}
		await button(page, /^Next/).tap();
	}
	await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-label', before ?? '');
}
