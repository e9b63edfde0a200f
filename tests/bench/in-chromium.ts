import { chromium } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../../src/cli/browser.mjs';
import type { Measured } from './row.ts';

/** The rows of the browser as one script, built as the app is. */
async function bundled(): Promise<string> {
	const built = (await build({
		configFile: false,
		logLevel: 'warn',
		build: { write: false, lib: { entry: resolve('tests/bench/page.ts'), formats: ['es'], fileName: 'page' } },
		define: { 'process.env.NODE_ENV': '"production"' }
	})) as Rolldown.RolldownOutput[];
	const code = built[0]?.output[0].code;
	if (code === undefined) throw new Error('The page was not built.');
	return code;
}

/** Serves the page, its script and the log's segments, on this machine alone. */
function served(script: string, segments: readonly Uint8Array[]): Promise<Server> {
	const server = createServer(({ url = '/' }, response) => {
		const segment = segments[Number(/^\/segment\/(\d+)$/.exec(url)?.[1] ?? -1)];
		const [type, body] =
			segment !== undefined
				? ['application/octet-stream', segment]
				: url === '/page.js'
					? ['text/javascript; charset=utf-8', script]
					: [
							'text/html; charset=utf-8',
							'<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>'
						];
		response.setHeader('content-type', type);
		response.end(body);
	});
	return new Promise((done) => {
		server.listen(0, '127.0.0.1', () => {
			done(server);
		});
	});
}

/** Measures these rows in Chromium. */
export async function measureInChromium(rows: readonly string[], segments: readonly Uint8Array[]): Promise<readonly Measured[]> {
	const server = await served(await bundled(), segments);
	const address = server.address();
	const browser = await chromium.launch(launchOptions());
	try {
		const page = await browser.newPage();
		page.on('pageerror', (error) => {
			console.error(error);
		});
		await page.goto(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`);
		await page.waitForFunction(() => 'measureRow' in globalThis);
		const measured: Measured[] = [];
		for (const row of rows) {
			measured.push(
				await page.evaluate(
					([number, count]) =>
						(globalThis as unknown as { measureRow: (row: string, count: number) => Promise<Measured> }).measureRow(number, count),
					[row, segments.length] as const
				)
			);
		}
		return measured;
	} finally {
		await browser.close();
		server.close();
	}
}
