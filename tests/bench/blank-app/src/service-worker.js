import { build, files, prerendered, version } from '$service-worker';

const cacheName = `blank-${version}`;

self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([...build, ...files, ...prerendered])));
});
self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
	event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
