// Row 4 of speed.md: from a rating to the next card painted, in the built app with 100,000 cards and 1,000,000 answers in its log.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { buildLargeApp, fillStore } from './large-app.ts';
import type { Measured } from './row.ts';

const RATINGS = 40;
const WARM_UPS = 5;
const MOST_RATIO = 1.1;
const MOST_SCRIPT_MS = 4;

/** Milliseconds of each turn, and of the scripts that ran in it. */
interface Turns {
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
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
		// The runner names the functions that it hands to a page.
		await context.addInitScript('globalThis.__name ??= (it) => it');
		const [app, bare] = [await context.newPage(), await context.newPage()];
		await fillStore(app, server.url);
		await app.goto(`${server.url}study/`);
		await bare.goto(`${server.url}bench/bare.html`);
		const rows: Measured[] = [];
		for (const slower of [1, 4]) rows.push(await row(app, bare, slower));
		return rows;
	} finally {
		await browser.close();
		await server.close();
	}
}

async function row(app: Page, bare: Page, slower: number): Promise<Measured> {
	const [ofApp, ofBare] = [await app.context().newCDPSession(app), await bare.context().newCDPSession(bare)];
	for (const session of [ofApp, ofBare]) {
		await session.send('Performance.enable');
		await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
	}
	const product: Turns = { painted: [], script: [] };
	const reference: Turns = { painted: [], script: [] };
	for (let turn = 0; turn < WARM_UPS + RATINGS; turn++) {
		const warm = turn >= WARM_UPS;
		await app.bringToFront();
		await app.getByRole('button', { name: 'Show the answer' }).click();
		await app.getByRole('button', { name: /^Good/ }).waitFor();
		await app.waitForTimeout(60);
		await measure(app, ofApp, 'Good', warm ? product : undefined);
		await bare.bringToFront();
		await bare.waitForTimeout(60);
		await measure(bare, ofBare, 'Next', warm ? reference : undefined);
	}
	return {
		number: '4',
		what: `a rating until the next card is painted, processor ×${slower}, against swapping two texts`,
		where: 'Chromium',
		product: product.painted,
		reference: reference.painted,
		most: MOST_RATIO,
		by: 'p95',
		besides: { what: 'script', ms: product.script, ...(slower === 1 ? {} : { most: MOST_SCRIPT_MS }) }
	};
}

let presses = 0;

/** 0 to 16 ms, another each time: where in a frame the press falls. */
function turnWait(): number {
	presses += 1;
	return (presses * 7.3) % 16;
}

/** Presses the button whose name begins so, and waits until what it has changed is painted. */
async function measure(page: Page, session: CDPSession, name: string, turns: Turns | undefined): Promise<void> {
	const before = await scriptMs(session);
	const painted = await page.evaluate(
		([wanted, wait]) =>
			new Promise<number>((resolve) => {
				const button = [...document.querySelectorAll('button')].find((it) => it.textContent.trim().startsWith(wanted));
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
					button?.click();
				}, 50 + wait);
			}),
		[name, turnWait()] as const
	);
	await page.waitForTimeout(60);
	turns?.painted.push(painted);
	turns?.script.push((await scriptMs(session)) - before);
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
