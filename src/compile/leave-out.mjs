// What the service worker keeps on the device is all that was built, but for pages that no student needs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Readonly<Record<string, { file: string, css?: string[], assets?: string[], imports?: string[], dynamicImports?: string[] }>>} Manifest */

const NODES = '.svelte-kit/generated/client-optimized/nodes';

/**
 * Takes what only the pages of a route need off the list of the built service worker.
 * @param {string} route the route's folder: "routes/design"
 * @param {string} built the folder of the built app
 * @returns {readonly string[]} the files that are left out
 */
export function leaveOut(route, built) {
	/** @type {unknown} */
	const parsed = JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'));
	const manifest = /** @type {Manifest} */ (parsed);
	const ofRoute = readdirSync(NODES)
		.map((name) => join(NODES, name))
		.filter((node) => readFileSync(node, 'utf8').includes(`/${route}/`));
	const entries = Object.keys(manifest).filter((key) => 'isEntry' in (manifest[key] ?? {}) && !ofRoute.includes(key));
	const wanted = reached(manifest, entries, ofRoute);
	const unwanted = [...reached(manifest, ofRoute)].filter((file) => !wanted.has(file));
	const worker = join(built, 'service-worker.js');
	if (!existsSync(worker)) return unwanted;
	let text = readFileSync(worker, 'utf8');
	for (const file of unwanted) {
		const [before = '', ...after] = text.split(new RegExp(`\\w+ ?\\+ ?[\`"']/${file.replaceAll('.', '\\.')}[\`"'],?`));
		if (after.length !== 1) throw new Error(`${file} stands ${after.length} times in ${worker}; it should stand there once.`);
		text = before + after.join('');
	}
	writeFileSync(worker, text);
	return unwanted;
}

/**
 * All files that are loaded with some modules, or later on by them, without going through others.
 * @param {Manifest} manifest
 * @param {readonly string[]} from
 * @param {readonly string[]} around
 */
function reached(manifest, from, around = []) {
	/** @type {Set<string>} */
	const files = new Set();
	/** @type {Set<string>} */
	const seen = new Set(around);
	const ahead = [...from];
	for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
		const part = manifest[key];
		if (part === undefined || seen.has(key)) continue;
		seen.add(key);
		for (const file of [part.file, ...(part.css ?? []), ...(part.assets ?? [])]) files.add(file);
		ahead.push(...(part.imports ?? []), ...(part.dynamicImports ?? []));
	}
	return files;
}
