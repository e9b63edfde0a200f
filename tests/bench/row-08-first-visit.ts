// Row 8 of speed.md: what a first visit transfers until the first card is painted, with the shipped decks.
// The service worker is left out: it fetches the whole app for the time without a network, beside this and after it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page, type Response } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { buildBlankApp } from './blank-app.ts';
import type { Measured } from './row.ts';

const MOST_KB = 90;
const FIRST_CARD = 'main.card h1';

/** The row of the table, in kB as gzip packs them; each is counted once, for it is the same each time. */
export async function firstVisitRow(): Promise<Measured> {
	const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
	const [folder, blank] = [join(place, 'build'), join(place, 'blank')];
	try {
		const env = { ...process.env, BUILD_FOLDER: folder };
		execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
		buildBlankApp(blank);
		const browser = await chromium.launch(launchOptions());
		try {
			return {
				number: '8',
				what: 'first visit to first card, transferred, against a blank app',
				where: 'Chromium',
				unit: 'kB',
				product: [await transferred(browser, folder, FIRST_CARD, toFirstCard)],
				reference: [await transferred(browser, blank, 'h1', (page) => page.getByRole('heading').waitFor())],
				by: 'median',
				mostItself: MOST_KB
			};
		} finally {
			await browser.close();
		}
	} finally {
		rmSync(place, { recursive: true });
	}
}

async function toFirstCard(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Show me the first card' }).click();
	await page.locator(FIRST_CARD).waitFor();
}

/** Notes when an element is first seen, in milliseconds since 1970. */
function notePainted(wanted: string): void {
	const observer = new MutationObserver(() => {
		if (document.querySelector(wanted) === null) return;
		observer.disconnect();
		requestAnimationFrame(() => {
			Object.assign(globalThis, { painted: performance.timeOrigin + performance.now() });
		});
	});
	observer.observe(document, { subtree: true, childList: true });
}

/** The kB of all answers that a page got until it was where it should be, each packed as a host would. */
async function transferred(browser: Browser, folder: string, seen: string, go: (page: Page) => Promise<void>): Promise<number> {
	const server = await serve({ folder, port: 4400 });
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block' });
	try {
		const page = await context.newPage();
		const responses: Response[] = [];
		page.on('response', (response) => responses.push(response));
		// The runner names the functions that it hands to a page.
		await page.addInitScript('globalThis.__name ??= (it) => it');
		await page.addInitScript(notePainted, seen);
		await page.goto(server.url);
		await go(page);
		const painted = Number(await (await page.waitForFunction(() => (globalThis as { painted?: number }).painted)).jsonValue());
		// What is asked for once the card stands there is not what it had to wait for.
		const before = responses.filter((response) => response.request().timing().startTime <= painted);
		const sizes = await Promise.all(before.map(async (response) => gzipSync(await response.body(), { level: 9 }).length));
		return sizes.reduce((sum, size) => sum + size, 0) / 1000;
	} finally {
		await context.close();
		await server.close();
	}
}
