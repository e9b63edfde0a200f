import { expect } from '@playwright/test';
import { answerCard, installed, savedCount, startApp, test } from './app.ts';

interface Manifest {
	readonly name: string;
	readonly display: string;
	readonly start_url: string;
	readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose: string }[];
}

test('a browser can install the app: manifest, icons of the sizes they claim, a maskable one, one for iPhones', async ({ page, app }) => {
	await page.goto(app.url);
	const at = async (selector: string) => new URL((await page.locator(selector).getAttribute('href')) ?? '', page.url()).href;
	const manifestUrl = await at('link[rel=manifest]');
	const manifest = (await (await fetch(manifestUrl)).json()) as Manifest;
	expect(manifest).toMatchObject({ name: 'Entente', display: 'standalone' });
	expect(new URL(manifest.start_url, manifestUrl).href).toBe(app.url);
	expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
	const widths = await page.evaluate(
		(urls) =>
			Promise.all(
				urls.map(async (src) => {
					const image = new Image();
					image.src = src;
					await image.decode();
					return image.naturalWidth;
				})
			),
		[
			...manifest.icons.filter(({ type }) => type === 'image/png').map(({ src }) => new URL(src, manifestUrl).href),
			await at('link[rel=apple-touch-icon]')
		]
	);
	expect(widths).toEqual([192, 512, 512, 180]);
	const client = await page.context().newCDPSession(page);
	const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
	// A private window may not install anything, and a test runs in one; nothing else may be wrong.
	expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('the policy forbids what it should: foreign code, inline code, strings as HTML', async ({ page, app, complaints }) => {
	await page.goto(app.url);
	const tried = await page.evaluate(async () => {
		// A turn of its own: what a debugger evaluates may do more than a page may.
		await new Promise((resolve) => setTimeout(resolve));
		const attempts: Record<string, () => void> = {
			html: () => {
				document.body.appendChild(document.createElement('p')).innerHTML = '<b>x</b>';
			},
			code: () => {
				// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it must not work
				new Function('globalThis.ran = true')();
			},
			inline: () => {
				const script = document.createElement('script');
				script.text = 'globalThis.ran = true';
				document.body.append(script);
			}
		};
		return Object.entries(attempts).map(([name, attempt]) => {
			try {
				attempt();
				return [name, 'ran'];
			} catch (error) {
				return [name, (error as Error).name];
			}
		});
	});
	expect(tried.map(([name]) => name)).toEqual(['html', 'code', 'inline']);
	for (const [, result] of tried) expect(result).toMatch(/TypeError|EvalError/);
	expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
	await expect.poll(() => complaints.filter((one) => one.startsWith('policy:')).length).toBe(3);
	complaints.length = 0;
});

test('the app works under a base path, offline too', async ({ page }) => {
	test.setTimeout(90_000);
	const app = await startApp({ folder: 'build-base', base: '/some/where', port: 4200 });
	expect(app.url).toMatch(/\/some\/where\/$/);
	await page.goto(app.url);
	await page.getByRole('link', { name: 'Show me the first card' }).tap();
	await answerCard(page, 'Easy');
	await installed(page);
	await app.kill();
	await page.reload();
	await expect.poll(() => savedCount(page)).toBe(1);
	await page.goto(`${app.url}decks/power-and-fear/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Power and fear');
	await page.goto(`${app.url}nowhere/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page.');
});

test('the page of the design is there, shows every token by day and by night, and is not kept on the device', async ({ page, app }) => {
	await page.goto(app.url);
	await installed(page);
	const kept = await page.evaluate(async () => {
		const caching = (await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url));
		return (await Promise.all(caching)).flat();
	});
	const fetched: string[] = [];
	page.on('response', (response) => fetched.push(response.url()));
	await page.goto(`${app.url}design/`);
	await expect(page.getByRole('heading', { name: 'Night', exact: true })).toBeVisible();
	await expect(page.getByText('--depth-4')).toHaveCount(2);
	const ofDesign = fetched.filter((url) => url.includes('/_app/') && !kept.includes(url));
	expect(ofDesign.length).toBeGreaterThan(0);
	expect(kept.filter((url) => url.includes('design'))).toEqual([]);
});
