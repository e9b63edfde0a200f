// The store's contract (tests/store-contract.ts) in WebKitGTK, in a page of its own. Ends as story.mjs does.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'vite';
import { startWebKit } from './session.mjs';

/** The suite as one script. */
async function bundled() {
	const built = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
		await build({
			configFile: false,
			logLevel: 'warn',
			resolve: { alias: { vitest: resolve('tests/webkit/small-vitest.ts') } },
			build: {
				write: false,
				minify: false,
				lib: { entry: resolve('tests/webkit/contract-page.ts'), formats: ['es'], fileName: 'page' }
			},
			define: { 'process.env.NODE_ENV': '"test"' }
		})
	);
	const code = built[0]?.output[0].code;
	if (code === undefined) throw new Error('The suite was not built.');
	return code;
}

const script = await bundled();
const server = createServer(({ url }, response) => {
	const isScript = url === '/page.js';
	response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
	response.end(
		isScript ? script : '<!doctype html><meta charset="utf-8"><title>Contract</title><script type="module" src="/page.js"></script>'
	);
});
await new Promise((resolve) => {
	server.listen(0, '127.0.0.1', () => {
		resolve(undefined);
	});
});
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

const { page, version, close } = await startWebKit();
try {
	console.log(`WebKitGTK ${version}`);
	await page.manage().setTimeouts({ script: 120_000, pageLoad: 20_000 });
	await page.get(`http://127.0.0.1:${port}/`);
	/** @type {unknown} */
	const told = await page.executeAsyncScript(
		`const done = arguments[0]; (async () => { while (!globalThis.results) await new Promise((r) => setTimeout(r, 20)); done(JSON.stringify(await results)); })();`
	);
	/** @type {unknown} */
	const parsed = JSON.parse(String(told));
	const results = /** @type {{ name: string, failure?: string }[]} */ (parsed);
	for (const { name, failure } of results) console.log(failure === undefined ? `  ✓ ${name}` : `  × ${name}\n${failure}`);
	const failed = results.filter(({ failure }) => failure !== undefined).length;
	console.log(`WebKitGTK: ${results.length - failed} passed, ${failed} failed`);
	if (failed > 0 || results.length === 0) process.exitCode = 1;
} catch (error) {
	console.error(error);
	process.exitCode = 1;
} finally {
	await close();
	server.close();
}
