import { expect, type Page } from '@playwright/test';
import { answerCard, installed, savedCount, test } from './app.ts';

/** Looks at Today so many days later. */
async function comeBack(page: Page, days: number): Promise<void> {
	await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + days * 86_400_000);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('who was away is told when the backlog ends; a worker computes it, under the policy and without a network', async ({ page, app }) => {
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	await page.goto(`${app.url}study/`);
	for (let count = 0; count < 4; count += 1) await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(4);
	await installed(page);
	await app.kill();
	await page.goto(app.url);
	const said = page.getByText(/^You were away/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cards due/);
	await expect(said).toHaveCount(0);
	expect(workers).toEqual([]);
	await comeBack(page, 12);
	await expect(said).toHaveText(/^You were away 12 days\. 4 cards wait; you are through today\.$/);
	expect(workers).toEqual([expect.stringMatching(/\/workers\/plan\.worker-.*\.js$/)]);
	await expect(page.getByText('Working out the plan …')).toHaveCount(0);
});

test('where workers cannot be had the page computes the plan itself', async ({ page, app }) => {
	await page.addInitScript(() => {
		Reflect.deleteProperty(globalThis, 'Worker');
	});
	await page.goto(`${app.url}study/`);
	for (let count = 0; count < 2; count += 1) await answerCard(page, 'Easy');
	await expect.poll(() => savedCount(page)).toBe(2);
	await page.goto(app.url);
	await comeBack(page, 20);
	await expect(page.getByText(/^You were away/)).toHaveText(/^You were away 20 days\. 2 cards wait; you are through today\.$/);
});
