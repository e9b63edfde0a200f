// Lays all pictures of one size and theme side by side: test-results/pictures/contact-<width>-<theme>.png.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';

const PICTURES = 'test-results/pictures';
/** How wide each picture is on the sheet, and how many stand in a row. */
const SHEET = /** @type {const} */ ({ 390: [260, 8], 820: [340, 5], 1440: [520, 4] });

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const [width, [wide, across]] of Object.entries(SHEET))
	for (const theme of ['light', 'dark']) {
		const folder = resolve(PICTURES, `${width}-${theme}`);
		if (!existsSync(folder)) continue;
		const figures = readdirSync(folder)
			.filter((name) => name.endsWith('.png'))
			.sort()
			.map(
				(name) =>
					`<figure><img src="${pathToFileURL(resolve(folder, name)).href}"><figcaption>${name.replace('.png', '')}</figcaption></figure>`
			);
		const colours = theme === 'dark' ? 'background:#222;color:#ddd' : 'background:#ccc;color:#222';
		await page.setViewportSize({ width: across * (wide + 16) + 16, height: 900 });
		await page.goto(pathToFileURL(folder).href);
		await page.setContent(
			`<style>body{margin:16px;display:grid;gap:16px;grid-template-columns:repeat(${across},${wide}px);align-items:start;font:12px sans-serif;${colours}}figure{margin:0}img{width:100%;max-height:${wide * 3}px;object-fit:cover;object-position:top}</style>${figures.join('')}`
		);
		await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
		await page.screenshot({ path: `${PICTURES}/contact-${width}-${theme}.png`, fullPage: true });
		console.log(`${PICTURES}/contact-${width}-${theme}.png: ${figures.length} pictures`);
	}
await browser.close();
