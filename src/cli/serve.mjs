// Serves the built app on this machine only, the way a static host would: no configuration, 200.html for unknown addresses.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import sirv from 'sirv';

const PORTS = 20;

/**
 * @param {{ folder?: string, base?: string, port?: number }} [options] `base`: where on the host the app lives, "" or "/entente"
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address; the port is the first free one from `port` on
 */
export async function serve({ folder = 'build', base = '', port = 4173 } = {}) {
	if (!existsSync(`${folder}/200.html`)) throw new Error(`There is no built app in ${folder}/. Build it first: npm run build`);
	const files = sirv(folder, { dev: true, single: '200.html', dotfiles: false });
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		if (url === base) {
			response.writeHead(308, { location: `${base}/` }).end();
		} else if (url.startsWith(`${base}/`)) {
			// A worker may be replaced at any time; browsers ask for it each time, and get a fresh one.
			response.setHeader('cache-control', 'no-cache');
			request.url = url.slice(base.length);
			files(request, response, () => {
				response.writeHead(404).end();
			});
		} else {
			response.writeHead(404, { 'content-type': 'text/plain' }).end(`The app is at ${base}/\n`);
		}
	});
	const taken = await listen(server, port);
	return {
		url: `http://localhost:${taken}${base}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => {
					resolve();
				});
			})
	};
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 */
async function listen(server, first) {
	for (let port = first; ; port += 1) {
		/** @type {NodeJS.ErrnoException | undefined} */
		const fault = await new Promise((resolve) => {
			server.once('error', resolve);
			server.listen(port, 'localhost', () => {
				server.off('error', resolve);
				resolve(undefined);
			});
		});
		if (fault === undefined) return port;
		if (fault.code !== 'EADDRINUSE' || port >= first + PORTS) throw fault;
	}
}
