// Row 9 of speed.md: a start without a network, in a new browser process and with a slow processor, until the first card is painted;
// 100,000 cards and 1,000,000 answers, against a blank app of the same stack.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { launchOptions } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { buildBlankApp } from './blank-app.ts';
import { buildLargeApp, fillStore } from './large-app.ts';
import type { Measured } from './row.ts';

const RUNS = 9;
const SLOWER = 4;
const MOST_RATIO = 1.25;

/** What is started: where it was installed, and by what its first card is known. */
interface Installed {
	readonly profile: string;
	readonly address: string;
	readonly seen: string;
}

export async function coldStartRow(segments: readonly Uint8Array[]): Promise<Measured> {
	const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
	try {
		const blank = join(place, 'blank');
		buildBlankApp(blank);
		const ours = await install(place, 'app', buildLargeApp(place, segments), 'study/', 'main.card h1', fillStore);
		const theirs = await install(place, 'bare', blank, '', 'h1', (page, url) => page.goto(url));
		const product: number[] = [];
		const reference: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			product.push(await coldStart(ours));
			reference.push(await coldStart(theirs));
		}
		return {
			number: '9',
			what: `offline cold start to the first card, new process, processor ×${SLOWER}, against a blank app`,
			where: 'Chromium',
			product,
			reference,
			most: MOST_RATIO,
			by: 'median'
		};
	} finally {
		rmSync(place, { recursive: true });
	}
}

async function open(profile: string): Promise<BrowserContext> {
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions(),
		viewport: { width: 390, height: 844 },
		locale: 'en-GB'
	});
	// The runner names the functions that it hands to a page.
	await context.addInitScript('globalThis.__name ??= (it) => it');
	return context;
}

/** Visits an app until its service worker has all of it, and ends the server. */
async function install(
	place: string,
	name: string,
	folder: string,
	start: string,
	seen: string,
	prepare: (page: Page, url: string) => Promise<unknown>
): Promise<Installed> {
	const profile = join(place, `profile-${name}`);
	const server = await serve({ folder, port: 4420 });
	const context = await open(profile);
	try {
		const page = await context.newPage();
		await page.goto(server.url);
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
		});
		await prepare(page, server.url);
		await page.goto(server.url + start);
		await page.locator(seen).waitFor();
	} finally {
		await context.close();
		await server.close();
	}
	return { profile, address: server.url + start, seen };
}

/** Milliseconds from the navigation until the frame with the first card is painted. */
async function coldStart({ profile, address, seen }: Installed): Promise<number> {
	const context = await open(profile);
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		await page.addInitScript((wanted) => {
			const look = () => {
				if (document.querySelector(wanted) === null) return;
				observer.disconnect();
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.onmessage = () => {
						Object.assign(globalThis, { painted: performance.now() });
					};
					channel.port2.postMessage('');
				});
			};
			const observer = new MutationObserver(look);
			observer.observe(document, { subtree: true, childList: true });
		}, seen);
		await page.goto(address);
		const painted = await page.waitForFunction(() => (globalThis as { painted?: number }).painted);
		return Number(await painted.jsonValue());
	} finally {
		await context.close();
	}
}
