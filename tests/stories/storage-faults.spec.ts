import { expect, type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerCard, button, installed, savedCount, startApp, test } from './app.ts';
import { checkpoints, damageLog } from './devices.ts';
import { holdStill, look, photograph } from './look.ts';

/** Keeps every connection that the page opens, so that it can be closed behind the app's back. */
async function watchConnections(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const open: IDBDatabase[] = [];
		Object.assign(globalThis, { connections: open });
		addEventListener(
			'success',
			(event) => {
				if (event.target instanceof IDBOpenDBRequest) open.push(event.target.result);
			},
			true
		);
		// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on a factory below
		const original = IDBFactory.prototype.open;
		IDBFactory.prototype.open = function (...given: Parameters<typeof original>) {
			const request = original.apply(this, given);
			request.addEventListener('success', () => open.push(request.result));
			return request;
		};
	});
}

for (const [how, isTold] of [
	['without a word', false],
	['and says so', true]
] as const)
	test(`a browser that closes the database under the app ${how} costs no answer`, async ({ page, app, complaints }) => {
		await watchConnections(page);
		await page.goto(`${app.url}study/`);
		await answerCard(page, 'Easy');
		await expect.poll(() => savedCount(page)).toBe(1);
		await page.evaluate((tell) => {
			for (const connection of (globalThis as unknown as { connections: IDBDatabase[] }).connections) {
				connection.close();
				if (tell) connection.dispatchEvent(new Event('close'));
			}
		}, isTold);
		await answerCard(page, 'Easy');
		await expect.poll(() => savedCount(page), { timeout: 15_000 }).toBe(2);
		await page.reload();
		await expect.poll(() => savedCount(page)).toBe(2);
		// Dexie says that it opens the database again.
		expect(complaints.filter((complaint) => !/reopen db/i.test(complaint))).toEqual([]);
		complaints.length = 0;
	});

test('a newer version in another tab takes the answers over, and the old tab says so instead of losing one', async ({
	page,
	app,
	context,
	complaints
}) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(1);
	const other = await context.newPage();
	await other.goto(`${app.url}manifest.webmanifest`);
	const version = await other.evaluate(
		() =>
			new Promise<number | string>((resolve) => {
				const opening = indexedDB.open('entente', 990);
				opening.onblocked = () => {
					resolve('blocked');
				};
				opening.onsuccess = () => {
					resolve(opening.result.version);
					opening.result.close();
				};
			})
	);
	expect(version).toBe(990);
	await page.bringToFront();
	await button(page, 'Show the options').tap();
	await page.getByRole('radio').first().tap();
	await button(page, 'Unsure').tap();
	await expect(page.getByRole('alert')).toContainText(
		'Your last answer is not saved yet. A newer version of Entente has been opened in another tab. Save this answer as a file if it matters'
	);
	await photograph(page, 'fault-taken-by-newer');
	const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').tap()]);
	expect(await readFile(await download.path(), 'utf8')).toContain('"kind":"review"');
	await page.reload();
	await expect(page.getByText(/Answers are not being kept/)).toBeAttached();
	complaints.length = 0; // Dexie tells of the upgrade
});

test('an old tab that does not let go is named, and this one goes on by itself when it is closed', async ({
	page,
	app,
	context,
	complaints
}) => {
	const old = await context.newPage();
	await old.goto(`${app.url}manifest.webmanifest`);
	await old.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('entente', 10);
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('entries', { keyPath: ['at', 'id'] });
					opening.result.createObjectStore('settings');
				};
				opening.onsuccess = () => {
					resolve();
				};
			})
	);
	await page.bringToFront();
	await page.goto(app.url);
	await expect(page.getByText('Another window of Entente holds your answers.')).toBeVisible();
	await photograph(page, 'fault-blocked');
	await old.close();
	await expect(page.getByRole('heading', { name: 'World politics, remembered and used.' })).toBeVisible();
	expect(complaints.filter((complaint) => !complaint.includes('blocked by other connection'))).toEqual([]);
	complaints.length = 0;
});

test('a version of which a part cannot be fetched is not kept by halves: the app works on, and is kept whole the next time', async ({
	page,
	complaints
}) => {
	const folder = await mkdtemp(join(tmpdir(), 'entente-partial-'));
	await cp('build', folder, { recursive: true });
	const missing = join(folder, 'icon-512.png');
	await rename(missing, `${missing}.gone`);
	const app = await startApp({ folder, port: 4191 });
	await page.goto(app.url);
	await expect(page.getByRole('link', { name: 'Show me the first card' })).toBeVisible();
	await expect
		.poll(() => page.evaluate(async () => ((await navigator.serviceWorker.getRegistration())?.installing ? 'trying' : 'given up')))
		.toBe('given up');
	expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active))).toBe(false);
	await rename(`${missing}.gone`, missing);
	await page.reload();
	await installed(page);
	await app.kill();
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(1);
	await rm(folder, { recursive: true, force: true });
	complaints.length = 0; // the missing part
});

test('a damaged part of the answers is named on Today with what is missing, until it is known or back; everything else works', async ({
	page,
	app
}) => {
	const restoreFixture = async () => {
		await page.goto(`${app.url}backup/`);
		const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Restore from a file').tap()]);
		await chooser.setFiles('tests/fixtures/backup-1.entente');
		await button(page, 'Add it').tap();
		await expect(page.getByRole('heading', { name: /answers restored$/ })).toBeVisible();
	};
	const today = page.getByRole('link', { name: 'Today', exact: true });
	const named = page.getByRole('status').filter({ hasText: 'A part of your answers cannot be read.' });
	await holdStill(page);
	await page.goto(`${app.url}study/`);
	for (let number = 1; number <= 3; number += 1) await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(3);
	await restoreFixture();
	await expect.poll(() => checkpoints(page)).toBe(2);
	const whole = Number(/^\d+/.exec((await page.getByText(/^\d+ answers saved\.$/).textContent()) ?? '')?.[0]);
	expect(whole).toBeGreaterThan(3);
	expect(await damageLog(page)).toBeGreaterThanOrEqual(2);

	// The checkpoint counts it still, and nobody has read the log.
	await page.goto(`${app.url}study/`);
	await expect.poll(() => savedCount(page)).toBe(whole);
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cards due/);
	await expect(named).toHaveCount(0);
	// A card's page reads the log. Today says it at once, and at the starts after that.
	await page.getByRole('link', { name: 'Decks', exact: true }).tap();
	await page.getByRole('link', { name: 'Power and fear' }).tap();
	await page.locator('a[href*="card/?id="], a[href*="card?id="]').first().tap();
	await expect(page.getByRole('heading', { name: /History|What happened/ })).toBeVisible();
	await today.tap();
	await expect(named).toContainText(/The device has damaged \d+ answers from .* 20\d\d to .* 20\d\d\./);
	await expect(named).toContainText('everything else works');
	for (const start of [1, 2]) {
		await page.reload();
		await expect(named, `start ${start}`).toContainText(/damaged \d+ answers/);
	}
	await look(page, 'fault-damaged-log');
	await named.getByRole('button', { name: 'I know' }).tap();
	await expect(page.getByText('It stays on the page “Backup” until the answers are back.')).toBeFocused();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cards due/);
	await expect(page.getByText(/\d answers? saved on this device|Back up/).first()).toBeVisible();
	await expect(named).toHaveCount(0);

	await page.goto(`${app.url}study/`);
	await expect.poll(() => savedCount(page)).toBe(3);
	await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(4);
	await page.goto(`${app.url}backup/`);
	await expect(named).toBeVisible();
	const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a backup').tap()]);
	const result = page.getByRole('status').filter({ hasText: download.suggestedFilename() });
	await expect(result).toContainText(
		/holds 4 answers, .* It lacks \d+ answers from .*, which the device has damaged\. Keep your older backups/
	);
	await expect(page.getByText('Last backup today. Every answer that can be read is in it.')).toBeVisible();
	await look(page, 'fault-damaged-log-backup');

	await restoreFixture();
	await expect(page.getByText(`${whole + 1} answers saved.`)).toBeVisible();
	await expect(named).toHaveCount(0);
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cards due/);
	await expect(named).toHaveCount(0);
});
