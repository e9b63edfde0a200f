import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { answerCard, button, savedCount, test } from './app.ts';
import { photograph } from './look.ts';

interface AnswersFile {
	readonly about: { readonly what: string; readonly count: number };
	readonly entries: readonly { readonly kind: string; readonly rating?: string }[];
}

async function savedFile(page: Page, name: string | RegExp): Promise<AnswersFile> {
	const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).tap()]);
	expect(download.suggestedFilename()).toMatch(/^entente-answers-\d{4}-\d\d-\d\d\.json$/);
	return JSON.parse(await readFile(await download.path(), 'utf8')) as AnswersFile;
}

/** Makes every write to the store fail, as a full disk does, until `healed` is called. */
async function fillDisk(page: Page): Promise<{ fill: () => Promise<void>; heal: () => Promise<void> }> {
	await page.addInitScript(() => {
		for (const method of ['put', 'add'] as const) {
			// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on a store below
			const write = IDBObjectStore.prototype[method];
			IDBObjectStore.prototype[method] = function (...given: Parameters<typeof write>) {
				if ('diskIsFull' in globalThis && this.name === 'entries') throw new DOMException('no space left', 'QuotaExceededError');
				return write.apply(this, given);
			};
		}
	});
	return {
		fill: () => page.evaluate(() => void Object.assign(globalThis, { diskIsFull: true })),
		heal: () => page.evaluate(() => void Reflect.deleteProperty(globalThis, 'diskIsFull'))
	};
}

for (const [how, block] of [
	['has no IndexedDB', () => void Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
	[
		'refuses IndexedDB',
		() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('The user denied permission to access the database.', 'SecurityError');
			};
		}
	]
] as const) {
	test(`a browser that ${how} says so in words; the session can be studied and its answers saved as a file`, async ({ page, app }) => {
		await page.addInitScript(block);
		await page.goto(app.url);
		await expect(page.getByText('Your answers are not being kept.')).toBeVisible();
		await photograph(page, 'fault-not-kept');
		await page.getByRole('link', { name: 'Show me the first card' }).tap();
		await answerCard(page);
		await answerCard(page);
		await page.getByRole('link', { name: /^Leave/ }).tap();
		const file = await savedFile(page, 'Save as a file');
		expect(file.about.what).toMatch(/Entente/);
		expect(file.entries.map(({ kind }) => kind)).toEqual(['review', 'review']);
	});
}

test('an answer that cannot be written stays in sight, stops the next rating, and is kept once it can be', async ({ page, app }) => {
	const disk = await fillDisk(page);
	await page.goto(`${app.url}study/`);
	await expect(button(page, 'Show the answer')).toBeVisible();
	await disk.fill();
	await answerCard(page, 'Easy');
	await expect(page.getByRole('alert')).toContainText('Your last answer is not saved yet. The storage of this device is full.');
	await photograph(page, 'fault-full');
	expect(await savedCount(page)).toBe(0);

	await button(page, 'Show the options').tap();
	await page.getByRole('radio').first().tap();
	for (const name of ['Sure', 'Unsure', 'Guess', 'Undo the last answer']) await expect(button(page, name)).toBeDisabled();
	await page.getByRole('radio').first().blur();
	await page.keyboard.press('1');
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 2 of /);

	const file = await savedFile(page, 'Save as a file');
	expect(file.about.count).toBe(1);
	expect(file.entries).toMatchObject([{ kind: 'review', rating: 'easy' }]);
	await button(page, 'Try now').tap();
	await expect(page.getByRole('alert')).toBeVisible();
	await disk.heal();
	await expect(page.getByRole('alert')).toBeHidden({ timeout: 15_000 });
	expect(await savedCount(page)).toBe(1);
	await expect(button(page, 'Sure')).toBeEnabled();

	await page.reload();
	await expect.poll(() => savedCount(page)).toBe(1);
	await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', /^Card 2 of /);
});

test('answers that cannot be read are not mistaken for none: the page says so and offers another try', async ({
	page,
	app,
	complaints
}) => {
	await page.goto(`${app.url}study/`);
	await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(1);
	await page.addInitScript(() => {
		if (sessionStorage.getItem('healed') === null)
			IDBObjectStore.prototype.openCursor = IDBObjectStore.prototype.getAll = () => {
				throw new DOMException('The data could not be read.', 'UnknownError');
			};
	});
	for (const path of ['', 'study/', 'decks/power-and-fear/']) {
		await page.goto(app.url + path);
		await expect(page.getByRole('heading', { name: 'Your answers could not be opened.' })).toBeVisible();
		await photograph(page, 'fault-unreadable');
	}
	await page.evaluate(() => {
		sessionStorage.setItem('healed', 'yes');
	});
	await button(page, 'Try again').tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Power and fear');
	await page.goto(app.url);
	await expect(page.getByText('1 answer saved on this device.')).toBeVisible();
	complaints.length = 0;
});

test('what a newer version has stored is not touched, and can be saved as a file', async ({ page, app, complaints }) => {
	// A file of the app's origin, that the app itself has not been there first; a browser looks for its icon in vain.
	await page.goto(`${app.url}manifest.webmanifest`);
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('entente', 990);
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('answers-of-the-future').put({ what: 'kept' }, 'one');
				};
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			})
	);
	await page.goto(app.url);
	await expect(page.getByText(/stored by a newer version of Entente/)).toBeVisible();
	await photograph(page, 'fault-newer');
	const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save what is stored as a file').tap()]);
	expect(await readFile(await download.path(), 'utf8')).toContain('"kept"');
	expect(complaints.filter((complaint) => !complaint.includes('favicon.ico'))).toEqual([]);
	complaints.length = 0;
});
