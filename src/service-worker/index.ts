/**
 * Keeps the whole app on the device and serves it from there, network or not. A new version is fetched whole, waits, and takes
 * over only when a page says so. The version before stays too, for pages of it that are still open elsewhere.
 */
import { base, build, files, prerendered, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const PREFIX = `entente${base}@`;
const CACHE = PREFIX + version;
const FALLBACK = `${base}/200.html`;
/** Kit compares it with the version that runs; cached, it always agrees, and no page is reloaded behind the student's back. */
const VERSION_FILE = `${base}/_app/version.json`;
/** Not in the list of the build, because nothing of it is imported. */
const LICENCES = `${base}/_app/licences.json`;
const ASSETS = new Set([...build, ...files, ...prerendered, FALLBACK, VERSION_FILE, LICENCES]);

worker.addEventListener('install', (event) => {
	event.waitUntil(precache());
});
worker.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});
worker.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
	event.respondWith(respond(event.request, url));
});
worker.addEventListener('message', (event) => {
	if (event.data === 'skip-waiting') void worker.skipWaiting();
});

async function precache(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.addAll([...ASSETS].map((url) => new Request(url, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
	// In the order in which they were made: the last but this one is the version before.
	const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
	for (const key of old.slice(0, -1)) await caches.delete(key);
	await worker.clients.claim();
}

async function respond(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(CACHE);
	const asset = ASSETS.has(url.pathname) ? await cache.match(url.pathname) : undefined;
	if (asset) return asset;
	if (request.mode === 'navigate') return (await cache.match(FALLBACK)) ?? fetch(request);
	return (await caches.match(request)) ?? fetch(request);
}
