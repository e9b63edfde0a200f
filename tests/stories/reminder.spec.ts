import { expect } from '@playwright/test';
import { answerCard, button, savedCount, test } from './app.ts';
import { photograph } from './look.ts';

test('a reminder comes after the first session, never while a card is asked, and keeps quiet after “Later”', async ({ page, app }) => {
	const reminder = page.getByText('exist only on this device');
	await page.goto(`${app.url}study/`);
	for (let count = 1; count <= 6; count += 1) {
		await expect(reminder).toHaveCount(0);
		await answerCard(page, 'Easy');
	}
	await expect.poll(() => savedCount(page)).toBe(6);
	await page.goto(app.url);
	await expect(reminder).toBeVisible();
	await photograph(page, 'fault-reminder');
	await button(page, 'Later').tap();
	await expect(reminder).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('6 answers saved on this device.')).toBeVisible();
	await expect(reminder).toHaveCount(0);
	await page.evaluate(async () => {
		const opening = indexedDB.open('entente');
		const database = await new Promise<IDBDatabase>((resolve) => {
			opening.onsuccess = () => {
				resolve(opening.result);
			};
		});
		const month = 31 * 86_400_000;
		const transaction = database.transaction(['settings', 'entries'], 'readwrite');
		const settings = transaction.objectStore('settings');
		settings.delete('backup-later');
		settings.put({ at: Date.now() - month, answers: 0 }, 'backup');
		for (let count = 0; count < 70; count += 1) {
			const at = Date.now() + count;
			const what = { cardId: `gone/n${count}/main`, outcome: 'self', rating: 'good', hints: 0, tookMs: 900 };
			transaction.objectStore('entries').put({ kind: 'review', id: `given-${count}`, at, day: Math.floor(at / 86_400_000), ...what });
		}
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		database.close();
	});
	await page.reload();
	await expect(page.getByText('Last backup 31 days ago.')).toBeVisible();
	await photograph(page, 'fault-reminder-late');
});
