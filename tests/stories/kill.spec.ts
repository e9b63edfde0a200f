import { chromium, expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from '../../src/cli/browser.mjs';
import { startApp } from './app.ts';

const KILLS = Number(process.env['KILLS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** A seeded chance, so that a failing run can be repeated: mulberry32. */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/** A browser as a process of its own, in a group of its own, so that all of it can be killed at once. */
async function startBrowser(folder: string): Promise<{ process: ChildProcess; endpoint: string }> {
	const browser = spawn(
		chromiumPath() ?? chromium.executablePath(),
		[...chromiumArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const endpoint = await new Promise<string>((resolve, reject) => {
		let said = '';
		browser.stderr.on('data', (data: Buffer) => {
			said += data.toString();
			const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (found !== undefined) resolve(found);
		});
		browser.once('exit', () => {
			reject(new Error(`The browser ended: ${said}`));
		});
	});
	return { process: browser, endpoint };
}

async function kill(browser: ChildProcess): Promise<void> {
	const gone = once(browser, 'exit');
	if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
	await gone;
}

/** Taps through cards as fast as the page allows, in the page itself, so that a kill can fall anywhere. Retracts now and then. */
function studyWildly(): void {
	const labels = ['Show the answer', 'Show the options', 'Easy', 'Good', 'Again', 'Sure', 'Check', 'I don’t know', 'Next'];
	setInterval(() => {
		const option = document.querySelector<HTMLInputElement>('input:is([type=radio], [type=checkbox]):not(:checked)');
		if (option && !document.querySelector('input:checked')) option.click();
		document.querySelector<HTMLButtonElement>('[aria-label^="What goes with"] button')?.click();
		const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
		const undo = buttons.find((one) => one.ariaLabel === 'Undo the last answer');
		const pick = buttons.filter((one) => labels.some((label) => one.textContent.trim().startsWith(label)));
		const next = Math.random() < 0.08 && undo ? undo : pick[Math.floor(Math.random() * pick.length)];
		next?.click();
	}, 7);
}

test(`the browser killed ${KILLS} times in mid-session loses no answer that the app called saved`, async () => {
	test.setTimeout(60_000 + KILLS * 12_000);
	const random = chance(SEED);
	console.log(`SEED=${SEED}`);
	const app = await startApp();
	const folder = await mkdtemp(join(tmpdir(), 'entente-kill-'));
	/** Entries seen in the log after earlier kills, each as it was: they must never go or change. */
	const seen = new Map<string, string>();
	/** How many entries the log must hold at least: those seen, and one for every time the page then said that one more write was kept. */
	let promised = 0;

	for (let round = 0; round <= KILLS; round += 1) {
		const browser = await startBrowser(folder);
		const connection = await chromium.connectOverCDP(browser.endpoint);
		const page = connection.contexts()[0]?.pages()[0];
		if (!page) throw new Error('The browser has no page.');
		await page.exposeFunction('tellKept', () => {
			promised += 1;
		});
		await page.goto(`${app.url}study/`);
		await expect(page.locator('[data-kept]')).toBeAttached();
		const found = await page.evaluate(async () => {
			const opening = indexedDB.open('entente');
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				opening.onsuccess = () => {
					resolve(opening.result);
				};
				opening.onerror = () => {
					reject(new Error('no database'));
				};
			});
			if (!database.objectStoreNames.contains('entries'))
				throw new Error(document.body.innerText + JSON.stringify(await indexedDB.databases()));
			const asking = database.transaction('entries').objectStore('entries').getAll();
			const rows = await new Promise<{ id: string; kind: string; entryId?: string }[]>((resolve) => {
				asking.onsuccess = () => {
					resolve(asking.result as { id: string; kind: string; entryId?: string }[]);
				};
			});
			database.close();
			return rows;
		});
		const rows = new Map(found.map((row) => [row.id, JSON.stringify(row)]));
		expect(rows.size, `round ${round}: an answer that was called saved is gone`).toBeGreaterThanOrEqual(promised);
		const broken = [...seen].filter(([id, row]) => rows.get(id) !== row);
		expect(broken, `round ${round}: an entry was changed or is gone`).toEqual([]);
		// No torn state: what the screen counts is what the log says.
		const retracted = new Set(found.flatMap(({ entryId }) => entryId ?? []));
		const counted = found.filter(({ kind, id }) => kind === 'review' && !retracted.has(id)).length;
		expect(Number(await page.locator('[data-kept]').getAttribute('data-kept'))).toBe(counted);
		for (const [id, row] of rows) seen.set(id, row);
		promised = rows.size;
		if (round === KILLS) {
			await connection.close();
			await kill(browser.process);
			break;
		}

		// From here on the page tells whenever its count of saved answers changes: each time one more write is kept.
		await page.evaluate(() => {
			const kept = document.querySelector('[data-kept]');
			if (!kept) throw new Error('no count');
			new MutationObserver(() => {
				void (globalThis as unknown as { tellKept: () => Promise<void> }).tellKept();
			}).observe(kept, { attributes: true, attributeFilter: ['data-kept'] });
		});
		await page.evaluate(studyWildly);
		await new Promise((resolve) => setTimeout(resolve, 80 + random() * 900));
		await kill(browser.process);
		await connection.close().catch(() => undefined);
	}
	expect(seen.size).toBeGreaterThan(KILLS);
	console.log(`${KILLS} kills at random moments (SEED=${SEED}): ${seen.size} entries in the log, 0 of those called saved lost`);
	await app.kill();
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	expect(existsSync(folder)).toBe(false);
});
