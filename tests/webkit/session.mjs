// A WebKitGTK under its driver, on a screen of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { ensureWebKit } from './driver.mjs';

/** The exit code of a run that did not take place: no pass. */
export const NOT_RUN = 77;
const DRIVER_PORT = 4712;

/** @param {string} url */
async function answering(url) {
	for (let tries = 0; tries < 200; tries += 1) {
		const up = await fetch(url).then(
			() => true,
			() => false
		);
		if (up) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${url} does not answer.`);
}

/**
 * Starts the browser; ends the process with NOT_RUN, and says why, where there is none.
 * @returns {Promise<{ page: import('selenium-webdriver').WebDriver, version: string, close: () => Promise<void> }>}
 */
export async function startWebKit() {
	const found = ensureWebKit();
	if (typeof found === 'string') {
		console.error(`WebKitGTK: NOT RUN, so not passed. ${found}`);
		process.exit(NOT_RUN);
	}
	/** @type {import('node:child_process').ChildProcess[]} */
	const children = [];
	const home = mkdtempSync(join(tmpdir(), 'entente-webkit-'));
	/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
	const start = (command, args, env = {}) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, ...env }
		});
		children.push(child);
		return child;
	};
	/** @type {import('selenium-webdriver').WebDriver | undefined} */
	let driver;
	const close = async () => {
		await driver?.quit().catch(() => undefined);
		for (const child of children) child.kill();
		rmSync(home, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '420x920x24', '-nolisten', 'tcp']);
		/** @type {unknown} */
		const number = await new Promise((resolve) => {
			screen.stdout.once('data', resolve);
		});
		const display = { DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
		start('WebKitWebDriver', [`--port=${DRIVER_PORT}`], display);
		await answering(`http://127.0.0.1:${DRIVER_PORT}/status`);
		const capabilities = new Capabilities({
			browserName: 'MiniBrowser',
			'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] }
		});
		driver = await new Builder()
			.disableEnvironmentOverrides()
			.usingServer(`http://127.0.0.1:${DRIVER_PORT}`)
			.withCapabilities(capabilities)
			.build();
		await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
		return { page: driver, version: (await driver.getCapabilities()).getBrowserVersion() ?? '', close };
	} catch (error) {
		await close();
		throw error;
	}
}
