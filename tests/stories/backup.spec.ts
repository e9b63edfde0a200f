import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { answerCard, button, savedCount, test } from './app.ts';
import { photograph } from './look.ts';
import { evictLog } from './devices.ts';

const FIXTURE = 'tests/fixtures/backup-1.entente';
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

async function answerCards(page: Page, url: string, count: number): Promise<void> {
	await page.goto(`${url}study/`);
	for (let number = 1; number <= count; number += 1) await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(count);
}

/** Chooses a file as a student does: by the button that says so. */
async function choose(page: Page, name: string, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, name).tap()]);
	await chooser.setFiles(file);
}

async function savedBackup(page: Page): Promise<{ name: string; path: string }> {
	const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a backup').tap()]);
	return { name: download.suggestedFilename(), path: await download.path() };
}

test('a backup saved on one device brings its answers to another, is shown before, and can be taken back', async ({
	page,
	app,
	browser
}) => {
	await answerCards(page, app.url, 6);
	await page.goto(app.url);
	await page.getByRole('link', { name: 'Back up' }).tap();
	await expect(heading(page, 'Backup')).toBeVisible();
	await expect(page.getByText('There is no backup yet.')).toBeVisible();
	const { name, path } = await savedBackup(page);
	expect(name).toMatch(/^entente-\d{4}-\d\d-\d\d\.entente$/);
	expect(await readFile(path, 'utf8')).toMatch(/^Entente backup, format 1\nYour answers/);
	await expect(page.getByRole('status').filter({ hasText: name })).toContainText('holds 6 answers');
	await expect(page.getByText('Last backup today. Every answer is in it.')).toBeVisible();

	const other = await browser.newContext();
	const laptop = await other.newPage();
	await laptop.goto(app.url);
	await laptop.getByRole('link', { name: 'Restore a backup' }).tap();
	await choose(laptop, 'Restore from a file', path);
	await expect(heading(laptop, 'This will be added')).toBeFocused();
	await expect(laptop.getByRole('listitem').filter({ hasText: '6 answers' })).toBeVisible();
	await expect(laptop.getByText('0 answers saved.')).toBeVisible();
	await button(laptop, 'Add it').tap();
	await expect(heading(laptop, '6 answers restored')).toBeFocused();
	await laptop.goto(app.url);
	await expect(
		laptop.getByText('6 answers saved on this device.').or(laptop.getByText('6 answers exist only on this device.'))
	).toBeVisible();

	await laptop.goto(`${app.url}backup/`);
	await choose(laptop, 'Check a file', path);
	await expect(heading(laptop, 'This backup is sound')).toBeFocused();
	await expect(laptop.getByText('Everything that is on this device is in it.')).toBeVisible();
	await choose(laptop, 'Restore from a file', path);
	await expect(heading(laptop, 'Nothing in it is new')).toBeFocused();
	await button(laptop, 'Good').tap();
	await button(laptop, 'Take it back').tap();
	await expect(laptop.getByText('It is taken back.')).toBeVisible();
	await expect(laptop.getByText('0 answers saved.')).toBeVisible();
	await laptop.goto(app.url);
	await expect(heading(laptop, 'World politics, remembered and used.')).toBeVisible();
	await other.close();
});

test('a restore is done by keyboard alone, and another tab that is open counts what it brings', async ({ page, app, context }) => {
	// A key is faster than the runner, which only now begins to listen for choosers.
	page.on('filechooser', () => undefined);
	await answerCards(page, app.url, 1);
	const today = await context.newPage();
	await today.goto(app.url);
	await expect(today.getByText('1 answer saved on this device.')).toBeVisible();
	await page.goto(`${app.url}backup/`);
	// Keys go to the tab in front, and only there may a file be asked for.
	await page.bringToFront();
	await button(page, 'Restore from a file').focus();
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
	await chooser.setFiles(FIXTURE);
	await expect(heading(page, 'This will be added')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(button(page, 'Add it')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(heading(page, '43 answers restored')).toBeFocused();
	await expect(today.getByText(/4\d answers (saved|exist)/)).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(button(page, 'Restore from a file').or(button(page, 'Take it back')).first()).toBeVisible();
});

test.describe('a file that cannot be restored is answered with a sentence, and changes nothing', () => {
	const text = (words: string) => Buffer.from(words);
	const FILES: readonly (readonly [what: string, file: () => Promise<Buffer> | Buffer, says: RegExp])[] = [
		['an empty file', () => Buffer.alloc(0), /This file is empty/],
		['a picture', () => readFile('static/icon-192.png'), /not a backup of Entente\. It looks like a picture/],
		['a deck', () => readFile('decks/world-order.md'), /It looks like a deck/],
		['a diary', () => text('Dear diary'), /It is some other text/],
		['a backup of the future', () => text('Entente backup, format 9\ncrc32 0fd58b3c\n'), /This backup is damaged|newer version of Entente/],
		['a backup that was cut off', async () => (await readFile(FIXTURE)).subarray(0, 2000), /the file ends before it should/],
		['a backup with one bit turned over', async () => flipped(await readFile(FIXTURE), 2400), /it is not as it was saved/]
	];

	test('whatever it is', async ({ page, app }) => {
		await answerCards(page, app.url, 1);
		await page.goto(`${app.url}backup/`);
		for (const [what, file, says] of FILES) {
			await choose(page, 'Restore from a file', { name: 'chosen', mimeType: '', buffer: await file() });
			await expect(page.getByText(says), what).toBeVisible();
			if (await button(page, 'Cancel').isVisible()) await button(page, 'Cancel').tap();
		}
		await expect(page.getByText('1 answer saved.')).toBeVisible();
	});
	test('even of 500 MB', async ({ page, app }) => {
		await page.goto(`${app.url}backup/`);
		await expect(button(page, 'Restore from a file')).toBeVisible();
		// A file of that size is not sent to the browser but made there, and given to the page's own control.
		await page.evaluate(() => {
			const transfer = new DataTransfer();
			const piece = new Uint8Array(50_000_000);
			transfer.items.add(new File(['Entente backup, format 1\n', ...Array.from({ length: 10 }, () => piece)], 'huge.entente'));
			const input = document.querySelector<HTMLInputElement>('input[type=file]');
			if (!input) throw new Error('no control');
			input.files = transfer.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		});
		await expect(page.getByRole('alert')).toContainText('This file is too large for a backup: 500 MB');
	});
});

test('what is sound in a damaged backup is restored when the student wants it', async ({ page, app }) => {
	await page.goto(`${app.url}backup/`);
	const bytes = await readFile(FIXTURE);
	await choose(page, 'Restore from a file', { name: 'cut.entente', mimeType: '', buffer: bytes.subarray(0, bytes.length - 60) });
	await expect(page.getByText('Missing: settings or texts of decks.')).toBeVisible();
	await photograph(page, 'fault-damaged');
	await button(page, 'Add what is sound').tap();
	await expect(heading(page, '43 answers restored')).toBeVisible();
});

test('answers that the browser has thrown away are answered with Restore, not with an empty app', async ({ page, app }) => {
	await answerCards(page, app.url, 5);
	await page.goto(`${app.url}backup/`);
	const { path } = await savedBackup(page);
	await page.goto(app.url);
	await expect(page.getByText('5 answers saved on this device.')).toBeVisible();
	await expect.poll(() => page.evaluate(() => caches.has('entente-trace'))).toBe(true);
	await evictLog(page, app.url);
	for (const where of ['study/', '']) {
		await page.goto(app.url + where);
		await expect(heading(page, 'Your answers are gone from this browser.')).toBeVisible();
		await expect(page.getByRole('main')).toContainText('there were 5 answers here');
	}
	await choose(page, 'Restore from a file', path);
	await button(page, 'Add it').tap();
	await expect(page.getByText('5 answers saved on this device.').or(page.getByText(/5 answers exist only/))).toBeVisible();

	await evictLog(page, app.url);
	await page.goto(app.url);
	await button(page, 'I have no backup: begin anew').tap();
	await expect(heading(page, 'World politics, remembered and used.')).toBeVisible();
	await page.reload();
	await expect(heading(page, 'World politics, remembered and used.')).toBeVisible();
});

test('the browser is asked to keep the answers when the first session ends, and its answer is said in words', async ({ page, app }) => {
	await page.addInitScript(() => {
		let promised = false;
		Object.assign(navigator.storage, {
			persisted: () => Promise.resolve(promised),
			persist: () => {
				sessionStorage.setItem('asked', String(Number(sessionStorage.getItem('asked') ?? 0) + 1));
				promised = true;
				return Promise.resolve(true);
			}
		});
	});
	await page.goto(app.url);
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBeNull();
	await page.getByRole('link', { name: /^Leave/ }).tap();
	await expect.poll(() => page.evaluate(() => sessionStorage.getItem('asked'))).toBe('1');
	await page.getByRole('link', { name: 'Backup' }).tap();
	await expect(page.getByText('The browser has promised to keep them')).toBeVisible();
	await expect(page.getByText(/^Entente takes .* here/)).toBeVisible();
});

test('where there is a share sheet that takes the file, it is shared', async ({ page, app }) => {
	await page.addInitScript(() => {
		Object.assign(Navigator.prototype, {
			canShare: () => true,
			share: async ({ files }: { files: File[] }) => {
				sessionStorage.setItem('shared', `${files[0]?.name ?? ''} ${(await files[0]?.slice(0, 24).text()) ?? ''}`);
			}
		});
	});
	await answerCards(page, app.url, 1);
	await page.goto(`${app.url}backup/`);
	await button(page, 'Save a backup').tap();
	await expect(page.getByText('holds 1 answer')).toBeVisible();
	expect(await page.evaluate(() => sessionStorage.getItem('shared'))).toMatch(/^entente-.*\.entente Entente backup, format 1$/);
});

test('a file of the student’s choice gets a backup after each session', async ({ page, app }) => {
	await page.addInitScript(() => {
		// A file that needs no dialog: of the origin's own file system.
		Object.assign(globalThis, {
			showSaveFilePicker: async () => (await navigator.storage.getDirectory()).getFileHandle('mine.entente', { create: true })
		});
	});
	await answerCards(page, app.url, 1);
	await page.goto(`${app.url}backup/`);
	await button(page, 'Choose a file').tap();
	await expect(page.getByText('A backup is written into “mine.entente” after each session. Every answer is in it.')).toBeVisible();
	const size = () =>
		page.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('mine.entente')).getFile()).size);
	const before = await size();
	expect(before).toBeGreaterThan(500);
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	await page.getByRole('link', { name: /^Leave/ }).tap();
	await expect(page.getByText('Last backup today')).toBeVisible();
	await expect.poll(size).toBeGreaterThan(before);
	const bytes = Buffer.from(
		await page.evaluate(async () => {
			const file = await (await (await navigator.storage.getDirectory()).getFileHandle('mine.entente')).getFile();
			return [...new Uint8Array(await file.arrayBuffer())];
		})
	);
	expect(bytes.subarray(0, 24).toString()).toBe('Entente backup, format 1');
	// The browser takes its permission back; then the file cannot be written.
	await page.addInitScript(() => {
		let permission = 'prompt';
		Object.assign(FileSystemFileHandle.prototype, {
			queryPermission: () => Promise.resolve(permission),
			requestPermission: () => Promise.resolve((permission = 'granted')),
			createWritable: () => Promise.reject(new DOMException('gone', 'NotFoundError'))
		});
	});
	await page.goto(`${app.url}backup/`);
	await expect(page.getByText('The browser wants to be told again that “mine.entente” may be written.')).toBeVisible();
	await page.getByRole('heading', { name: 'By itself' }).scrollIntoViewIfNeeded();
	await photograph(page, 'fault-own-file-asks');
	await button(page, 'Let it be written').tap();
	await expect(button(page, 'Try again')).toBeVisible();
	await photograph(page, 'fault-own-file-failed');
	expect(
		gunzipSync(bytes.subarray(bytes.indexOf(Buffer.from([0xeb, 0x42, 0x0a, 0xff])) + 28), { finishFlush: 2 })
			.subarray(0, 7)
			.toString()
	).toBe('entlog1');
	await page.goto(`${app.url}backup/`);
	await button(page, 'Stop').tap();
	await expect(button(page, 'Choose a file')).toBeVisible();
});

function flipped(bytes: Buffer, at: number): Buffer {
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	return bytes;
}
