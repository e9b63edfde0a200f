import type { Plugin } from 'vite';

/** The modules that every start loads: Kit's own, the root of all pages, and what opens the log. */
const START = [
	'/node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'/generated/client-optimized/app.js',
	'/src/routes/+layout.svelte',
	'/src/routes/+error.svelte',
	'/src/lib/app/start-journal.ts'
];
const STUDY = ['/src/routes/study/+page.svelte'];
const TODAY = ['(home)/+layout.svelte', '(home)/+page.svelte', '(home)/Welcome.svelte', '(home)/Due.svelte'].map(
	(file) => `/src/routes/${file}`
);

/** The shelf changes with the decks, and takes nobody's file with it. */
const SHELF = '\0virtual:library';

/** The framework stays the same when the app changes. */
const FRAMEWORK = /\/node_modules\/(?:svelte|@sveltejs\/kit|esm-env|devalue|clsx)\//;

const ALL_MESSAGES = '/messages/messages.js';

const CHUNKS = ['shelf', 'framework', 'start', 'both', 'study'] as const;
type Chunk = (typeof CHUNKS)[number];

/**
 * Puts the many small modules on the way to a card into few files. Left to itself the bundler makes a file of each set of modules that
 * the same pages share: more than sixty for the first card, and on a slow phone each takes its time, however small it is.
 * A file each for what every start needs, what both Today and study need, what study needs besides. All else stays as the bundler splits it.
 */
export function fewChunks(): Plugin {
	let chunkOf: ReadonlyMap<string, Chunk> = new Map();
	// Each takes along what its modules import and none before it has taken.
	const groups = CHUNKS.map((chunk, index) => ({
		name: (id: string) => (chunkOf.get(id) === chunk ? chunk : null),
		priority: CHUNKS.length - index
	}));
	return {
		name: 'few-chunks',
		applyToEnvironment: ({ name }) => name === 'client',
		configEnvironment: (name) =>
			name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } : undefined,
		renderStart() {
			const ids = [...this.getModuleIds()];
			chunkOf = chunksOf(ids, (id) => {
				const { importedIds = [], code } = this.getModuleInfo(id) ?? {};
				return importedIds.flatMap((imported) => (imported.endsWith(ALL_MESSAGES) ? messagesIn(code ?? '', imported) : imported));
			});
		}
	};
}

/** The modules of the messages that a module's code says, `m.study_leave()`: what it imports is all messages there are. */
function messagesIn(code: string, all: string): readonly string[] {
	const names = [...code.matchAll(/\bm\.(\w+)/g)].map(([, name]) => name);
	return [...new Set(names)].map((name) => all.replace(ALL_MESSAGES, `/messages/messages/${name}.js`));
}

/** The chunk of each module that is named one. */
export function chunksOf(ids: readonly string[], importsOf: (id: string) => readonly string[]): ReadonlyMap<string, Chunk> {
	const reached = (ends: readonly string[]): ReadonlySet<string> => {
		const found = new Set(ids.filter((id) => ends.some((end) => id.endsWith(end))));
		for (const id of found) for (const next of importsOf(id)) found.add(next);
		return found;
	};
	const [start, study, today] = [reached(START), reached(STUDY), reached(TODAY)];
	const named = new Map<string, Chunk>();
	for (const id of new Set([...start, ...study])) {
		if (id === SHELF) named.set(id, 'shelf');
		else if (FRAMEWORK.test(id)) named.set(id, 'framework');
		else named.set(id, start.has(id) ? 'start' : today.has(id) ? 'both' : 'study');
	}
	return named;
}
