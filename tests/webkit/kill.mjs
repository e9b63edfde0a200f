// WebKitGTK killed at random moments of a session, again and again, without its driver: a driven browser keeps nothing. The page says
// by itself what it finds and what it calls saved. `KILLS=200 SEED=1 node tests/webkit/kill.mjs`;
// --if-there: only where WebKitGTK is installed. Ends as story.mjs does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { record } from '../kills/record.mjs';
import { chance, readLog, studyWildly, Witness } from '../kills/wild.mjs';
import { ensureWebKit, webKitHere } from './driver.mjs';
import { NOT_RUN } from './session.mjs';

const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const START_MS = 30_000;

// With --if-there nothing is installed, and a machine without WebKitGTK is no failure: said, but not counted.
const isOptional = process.argv.includes('--if-there');
const found = isOptional ? webKitHere() : ensureWebKit();
if (typeof found === 'string') {
	console.error(`WebKitGTK: NOT KILLED, so not passed. ${found}`);
	process.exit(isOptional ? 0 : NOT_RUN);
}

const { browser: program } = found;

/** What the page does: it waits for the first card, tells what the log holds, and studies wildly, telling whenever one more answer is kept. */
const PAGE_SCRIPT = `
const readLog = ${readLog.toString()};
const studyWildly = ${studyWildly.toString()};
const tell = (what, body) => fetch('/told/' + what, { method: 'POST', body });
(async () => {
	let kept;
	const late = Date.now() + 15_000;
	while (!(kept = document.querySelector('[data-kept]'))) {
		if (Date.now() > late) throw new Error('No card after 15 s, but: ' + document.body.innerText.slice(0, 300));
		await new Promise((done) => setTimeout(done, 20));
	}
	const response = await tell('found', JSON.stringify(await readLog()));
	if ((await response.text()) !== 'study') return;
	new MutationObserver(() => void tell('kept')).observe(kept, { attributes: true, attributeFilter: ['data-kept'] });
	studyWildly();
})().catch((error) => tell('fault', String(error)));
`;

const files = sirv('build', { dev: true, single: '200.html' });
/** What is to be done when the page tells something. @type {(what: string, body: string) => string} */
let told = () => '';
const server = createServer((request, response) => {
	const url = request.url ?? '/';
	if (url.startsWith('/told/')) {
		let body = '';
		request.on('data', (/** @type {Buffer} */ data) => {
			body += data.toString();
		});
		request.on('end', () => response.end(told(url.slice('/told/'.length), body)));
	} else if (url === '/wild.js') {
		response.setHeader('content-type', 'text/javascript; charset=utf-8').end(PAGE_SCRIPT);
	} else if (url === '/study/') {
		const page = readFileSync('build/study/index.html', 'utf8');
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(page.replace('</body>', '<script src="/wild.js"></script></body>'));
	} else if (url === '/service-worker.js') {
		response.writeHead(404).end(); // it would serve the page without the script
	} else {
		files(request, response, () => {
			response.writeHead(404).end();
		});
	}
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

const home = mkdtempSync(join(tmpdir(), 'entente-webkit-kill-'));
const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '420x920x24', '-nolisten', 'tcp'], {
	stdio: ['ignore', 'pipe', 'ignore'],
	env
});
/** @type {unknown} */
const number = await new Promise((resolve) => {
	screen.stdout.once('data', resolve);
});
const display = { DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };

const random = chance(SEED);
const witness = new Witness();
console.log(`SEED=${SEED}`);

/** Kills a browser with all its processes; one that has ended by itself in that moment is as dead. @param {import('node:child_process').ChildProcess} browser */
function killAll({ pid }) {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
	}
}

/** Starts the browser, has it looked at, lets it study for a while, if at all, and kills it with all its processes. @param {number | undefined} studyMs */
async function round(studyMs) {
	/** @type {(value?: unknown) => void} */
	let looked = () => undefined;
	/** @type {(reason: Error) => void} */
	let failed = () => undefined;
	const looking = new Promise((resolve, reject) => {
		looked = resolve;
		failed = reject;
	});
	told = (what, body) => {
		if (what === 'kept') witness.promised += 1;
		else if (what === 'fault') failed(new Error(body));
		else {
			/** @type {unknown} */
			const read = JSON.parse(body);
			witness.look(/** @type {Awaited<ReturnType<typeof readLog>>} */ (read));
			looked();
		}
		return studyMs === undefined ? 'stop' : 'study';
	};
	const browser = spawn(program, [`http://127.0.0.1:${port}/study/`], {
		detached: true,
		stdio: 'ignore',
		env: { ...env, ...display }
	});
	const gone = once(browser, 'exit');
	const late = setTimeout(() => {
		failed(new Error('The page never told what it found.'));
	}, START_MS);
	try {
		await looking;
		if (studyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, studyMs));
	} finally {
		clearTimeout(late);
		killAll(browser);
		await gone;
		told = () => '';
	}
}

let rounds = 0;
try {
	for (let at = 0; at < KILLS; at += 1) {
		rounds = at;
		await round(80 + random() * 900);
		if (witness.lost + witness.torn > 0) throw new Error(`round ${at}: ${witness.lost} lost, ${witness.torn} torn`);
	}
	await round(undefined);
	const { entries, lost, torn } = witness;
	record('webkit', { browser: 'WebKitGTK', kills: KILLS, seed: SEED, entries, lost, torn });
	if (lost + torn > 0 || entries < KILLS) process.exitCode = 1;
} catch (error) {
	console.error(`After ${rounds} kills, ${witness.entries} entries:`, error);
	process.exitCode = 1;
} finally {
	screen.kill();
	server.closeAllConnections();
	server.close();
	rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
