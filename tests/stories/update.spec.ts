import { expect } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerCard, button, installed, savedCount, startApp, test } from './app.ts';

/** Makes another version of a built app: its own version name, and pages that say which they are. */
async function nextVersion(folder: string): Promise<void> {
	const { version } = JSON.parse(await readFile(join(folder, '_app/version.json'), 'utf8')) as { version: string };
	const worker = join(folder, 'service-worker.js');
	await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll(version, String(Number(version) + 1)));
	for (const name of await readdir(folder, { recursive: true }))
		if (name.endsWith('.html')) {
			const page = join(folder, name);
			await writeFile(page, (await readFile(page, 'utf8')).replace('<html lang="en">', '<html lang="en" data-version="next">'));
		}
}

test('a new version announces itself on Today, interrupts no card, and takes over when it is told to', async ({ page }) => {
	const folder = await mkdtemp(join(tmpdir(), 'entente-update-'));
	await cp('build', folder, { recursive: true });
	const app = await startApp({ folder, port: 4190 });
	const isNext = () => page.evaluate(() => document.documentElement.dataset['version'] === 'next');

	await page.goto(`${app.url}study/`);
	await installed(page);
	await answerCard(page, 'Easy');
	const prompt = await page.getByRole('heading', { level: 1 }).textContent();

	await nextVersion(folder);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(prompt ?? '');
	await expect(page.getByText('A new version')).toHaveCount(0);
	await answerCard(page, 'Easy');
	await page.reload();
	expect(await isNext()).toBe(false);

	await page.getByRole('link', { name: /^Leave/ }).tap();
	await expect(page.getByText('A new version of Entente is ready.')).toBeVisible();
	expect(await isNext()).toBe(false);
	await Promise.all([page.waitForEvent('load'), button(page, 'Update').tap()]);
	await expect.poll(isNext).toBe(true);
	await expect(page.getByText('A new version of Entente is ready.')).toHaveCount(0);
	await expect(page.getByText('2 answers saved on this device.')).toBeVisible();

	await app.kill();
	await page.goto(`${app.url}study/`);
	await expect.poll(() => savedCount(page)).toBe(2);
	await rm(folder, { recursive: true, force: true });
});
