import { chromium, expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from '../../src/cli/browser.mjs';
import { record } from '../kills/record.mjs';
import { chance, readLog, studyWildly, Witness } from '../kills/wild.mjs';
import { startApp } from './app.ts';

const KILLS = Number(process.env['KILLS'] ?? 50);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** So many browsers at a time, each on a log of its own. */
const DEVICES = 2;

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

/** Starts a browser on a folder, looks at its log, lets it study wildly and kills it; at last only looks. */
async function round(url: string, folder: string, witness: Witness, studyMs: number | undefined): Promise<string> {
	const browser = await startBrowser(folder);
	const connection = await chromium.connectOverCDP(browser.endpoint);
	const page = connection.contexts()[0]?.pages()[0];
	if (!page) throw new Error('The browser has no page.');
	await page.exposeFunction('tellKept', () => {
		witness.promised += 1;
	});
	await page.goto(`${url}study/`);
	await expect(page.locator('[data-kept]')).toBeAttached();
	witness.look(await page.evaluate(readLog));
	if (studyMs !== undefined) {
		// From here on the page tells whenever its count of saved answers changes: each time one more write is kept.
		await page.evaluate(() => {
			const kept = document.querySelector('[data-kept]');
			if (!kept) throw new Error('no count');
			new MutationObserver(() => {
				void (globalThis as unknown as { tellKept: () => Promise<void> }).tellKept();
			}).observe(kept, { attributes: true, attributeFilter: ['data-kept'] });
		});
		await page.evaluate(studyWildly);
		await new Promise((resolve) => setTimeout(resolve, studyMs));
	}
	await kill(browser.process);
	await connection.close().catch(() => undefined);
	return connection.version();
}

test(`the browser killed ${KILLS} times in mid-session loses no answer that the app called saved`, async () => {
	test.setTimeout(120_000 + KILLS * 12_000);
	console.log(`SEED=${SEED}`);
	const app = await startApp();
	const witnesses = await Promise.all(
		Array.from({ length: DEVICES }, async (_, device) => {
			const random = chance(SEED + device);
			const folder = await mkdtemp(join(tmpdir(), 'entente-kill-'));
			const witness = new Witness();
			const kills = Math.floor((KILLS + device) / DEVICES);
			for (let at = 0; at < kills; at += 1) {
				await round(app.url, folder, witness, 80 + random() * 900);
				expect(witness.lost, `device ${device}, round ${at}: an answer that was called saved is gone`).toBe(0);
				expect(witness.torn, `device ${device}, round ${at}: the screen counts what the log does not hold`).toBe(0);
			}
			const version = await round(app.url, folder, witness, undefined);
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
			expect(existsSync(folder)).toBe(false);
			return { version, entries: witness.entries, lost: witness.lost, torn: witness.torn };
		})
	);
	const sum = (of: 'entries' | 'lost' | 'torn') => witnesses.reduce((total, witness) => total + witness[of], 0);
	const found = { kills: KILLS, seed: SEED, entries: sum('entries'), lost: sum('lost'), torn: sum('torn') };
	record('chromium', { browser: `Chromium ${witnesses[0]?.version ?? ''}`, ...found });
	expect(found).toMatchObject({ lost: 0, torn: 0 });
	expect(found.entries).toBeGreaterThan(KILLS);
	await app.kill();
});
