// Row 8 of speed.md: what a first visit transfers until the first card is painted, with the shipped decks.
// The service worker is left out: it fetches the whole app for the time without a network, beside this and after it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { buildBlankApp } from './blank-app.ts';
import type { Measured } from './row.ts';

const MOST_KB = 90;

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
				product: [await transferred(browser, folder, toFirstCard)],
				reference: [await transferred(browser, blank, (page) => page.getByRole('heading').waitFor())],
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
	await page.locator('main.card h1').waitFor();
}

/** The kB of all answers that a page got until it was where it should be, each packed as a host would. */
async function transferred(browser: Browser, folder: string, go: (page: Page) => Promise<void>): Promise<number> {
	const server = await serve({ folder, port: 4400 });
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block' });
	try {
		const page = await context.newPage();
		const bodies: Promise<Buffer>[] = [];
		page.on('response', (response) => bodies.push(response.body()));
		await page.goto(server.url);
		await go(page);
		const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
		return sizes.reduce((sum, size) => sum + size, 0) / 1000;
	} finally {
		await context.close();
		await server.close();
	}
}
