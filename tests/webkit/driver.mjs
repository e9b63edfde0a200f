// Where the WebKit story finds its browser; as root on Debian or Ubuntu it installs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = ['webkit2gtk-driver', 'xvfb'];
const LIBRARIES = '/usr/lib';

/** The test browser that comes with WebKitGTK, wherever the machine's architecture puts it. */
function miniBrowser() {
	const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES).map((name) => join(LIBRARIES, name)) : [];
	return [LIBRARIES, ...folders]
		.flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')))
		.find((path) => existsSync(path));
}

/** @param {string} program */
const isInstalled = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const isReady = () => isInstalled('WebKitWebDriver') && isInstalled('Xvfb') && miniBrowser() !== undefined;

/** @returns {{ browser: string } | string} the browser that is installed, or what to install */
export function webKitHere() {
	const browser = miniBrowser();
	return isReady() && browser !== undefined ? { browser } : `Install the packages ${PACKAGES.join(' and ')}.`;
}

/** @returns {{ browser: string } | string} the browser, or why there is none */
export function ensureWebKit() {
	if (!isReady()) {
		if (process.platform !== 'linux') return 'The story needs Linux with WebKitGTK.';
		if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return `Install the packages ${PACKAGES.join(' and ')}.`;
		console.error('No WebKitGTK driver found; installing one for the tests.');
		for (const args of [
			['update', '-qq'],
			['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES]
		])
			spawnSync('apt-get', args, {
				stdio: ['ignore', 'ignore', 'inherit'],
				timeout: 300_000,
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
			});
	}
	const browser = miniBrowser();
	return isReady() && browser !== undefined ? { browser } : `The packages ${PACKAGES.join(' and ')} could not be installed.`;
}
