// Row 4 of speed.md: from a rating to the next card painted, in the built app with 100,000 cards and 1,000,000 answers in its log.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { buildLargeApp, fillStore } from './large-app.ts';
import { ownScreens } from './own-screens.ts';
import type { Measured } from './row.ts';

const RATINGS = 40;
const WARM_UPS = 5;
const MOST_RATIO = 1.1;
const MOST_SCRIPT_MS = 4;

/** A page whose turns are measured. */
interface Timed {
	readonly page: Page;
	readonly session: CDPSession;
	/** Milliseconds of each turn, and of the scripts that ran in it. */
	readonly painted: number[];
	readonly script: number[];
}

/** The rows of the table: as fast as the machine is, and with its processor slowed down four times. */
export async function rateRows(segments: readonly Uint8Array[]): Promise<readonly Measured[]> {
	const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
	try {
		return await inPlace(place, segments);
	} finally {
		rmSync(place, { recursive: true });
	}
}

async function inPlace(place: string, segments: readonly Uint8Array[]): Promise<readonly Measured[]> {
	const folder = buildLargeApp(place, segments);
	writeBare(folder);
	const server = await serve({ folder, port: 4380 });
	const browser = await chromium.launch(launchOptions());
	try {
		// By touch: a mouse that rests on one of the pages has that page asked what is below it, frame by frame.
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: 'block' });
		// The runner names the functions that it hands to a page.
		await context.addInitScript('globalThis.__name ??= (it) => it');
		const [app, bare, own] = [await context.newPage(), await context.newPage(), await context.newPage()];
		await fillStore(app, server.url);
		await app.goto(`${server.url}study/`);
		writeFileSync(join(folder, 'bench', 'own.html'), await ownScreens(app));
		await bare.goto(`${server.url}bench/bare.html`);
		await own.goto(`${server.url}bench/own.html`);
		const rows: Measured[] = [];
		for (const slower of [1, 4]) rows.push(...(await rowsOf({ app, bare, own }, slower)));
		return rows;
	} finally {
		await browser.close();
		await server.close();
	}
}

interface Pages {
	readonly app: Page;
	/** Swaps two texts. */
	readonly bare: Page;
	/** Swaps two of the app's own screens. */
	readonly own: Page;
}

async function rowsOf(pages: Pages, slower: number): Promise<readonly Measured[]> {
	const [app, bare, own] = await Promise.all([measured(pages.app, slower), measured(pages.bare, slower), measured(pages.own, slower)]);
	for (let turn = 0; turn < WARM_UPS + RATINGS; turn++) {
		const isWarm = turn >= WARM_UPS;
		await pages.app.bringToFront();
		await pages.app.getByRole('button', { name: 'Show the answer' }).tap();
		await pages.app.getByRole('button', { name: /^Good/ }).waitFor();
		await press(app, 'Good', isWarm);
		await pages.bare.bringToFront();
		await press(bare, 'Next', isWarm);
		await pages.own.bringToFront();
		await press(own, 'Good', isWarm);
		await pages.own.evaluate('back()');
	}
	const what = `a rating until the next card is painted, processor ×${slower}, against swapping two`;
	const besides = { what: 'script', ms: app.script, ...(slower === 1 ? {} : { most: MOST_SCRIPT_MS }) };
	const both = { number: '4', where: 'Chromium', product: app.painted, by: 'p95' } as const;
	return [
		{ ...both, what: `${what} texts`, reference: bare.painted, most: MOST_RATIO, besides },
		{ ...both, what: `${what} screens like these`, reference: own.painted, besides: { what: 'script of that', ms: own.script } }
	];
}

async function measured(page: Page, slower: number): Promise<Timed> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
	return { page, session, painted: [], script: [] };
}

let presses = 0;

/** 0 to 16 ms, another each time: where in a frame the press falls. */
function turnWait(): number {
	presses += 1;
	return (presses * 7.3) % 16;
}

/** Presses the button whose name begins so, and waits until what it has changed is painted. `isWarm`: it counts. */
async function press({ page, session, painted: paints, script: scripts }: Timed, name: string, isWarm: boolean): Promise<void> {
	await page.waitForTimeout(60);
	const before = await scriptMs(session);
	const painted = await page.evaluate(
		([wanted, wait]) =>
			new Promise<number>((resolve, reject) => {
				const button = [...document.querySelectorAll('button')].find((it) => it.textContent.trim().startsWith(wanted));
				if (button === undefined) {
					reject(new Error(`There is no button “${wanted}”.`));
					return;
				}
				let start = 0;
				let observed = true;
				const observer = new MutationObserver(() => {
					observer.disconnect();
					observed = false;
					requestAnimationFrame(() => {
						const channel = new MessageChannel();
						channel.port1.onmessage = () => {
							resolve(performance.now() - start);
						};
						channel.port2.postMessage('');
					});
				});
				const title = document.querySelector('h1');
				observer.observe(title?.closest('main')?.parentElement ?? document.body, { subtree: true, childList: true, characterData: true });
				// Frames come one after the other, as under a finger, and the press falls anywhere between two of them.
				const frame = () => {
					if (observed) requestAnimationFrame(frame);
				};
				requestAnimationFrame(frame);
				setTimeout(() => {
					start = performance.now();
					button.click();
				}, 50 + wait);
			}),
		[name, turnWait()] as const
	);
	await page.waitForTimeout(60);
	if (!isWarm) return;
	paints.push(painted);
	scripts.push((await scriptMs(session)) - before);
}

async function scriptMs(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

/** A page that does nothing but swap two prepared texts. */
function writeBare(folder: string): void {
	mkdirSync(join(folder, 'bench'), { recursive: true });
	writeFileSync(
		join(folder, 'bench', 'bare.html'),
		`<!doctype html><meta charset="utf-8"><main><h1>Who founded one?</h1></main><button>Next</button>
<script>
const texts = ['Who founded one?', 'Who founded another?'];
let shown = 0;
document.querySelector('button').onclick = () => {
	shown = 1 - shown;
	document.querySelector('h1').textContent = texts[shown];
};
</script>`
	);
}
