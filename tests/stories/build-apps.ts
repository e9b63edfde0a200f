// Builds what the stories are told on, once before all of them: each is the app with something else than it is shipped with.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const SHIPPED = 'build';
const APPS: readonly { readonly folder: string; readonly env: Readonly<Record<string, string>> }[] = [
	{ folder: 'build-kinds', env: { DECKS_FOLDER: 'tests/stories/decks' } },
	{ folder: 'build-scenarios', env: { DECKS_FOLDER: 'tests/stories/scenario-decks' } },
	{ folder: 'build-unusual', env: { DECKS_FOLDER: 'tests/stories/unusual-decks' } },
	// Where it lives and what it speaks have nothing to do with each other: one build for both.
	{ folder: 'build-base', env: { BASE_PATH: '/some/where', PSEUDO_LOCALE: '1' } }
];

const age = (folder: string) => (existsSync(`${folder}/200.html`) ? statSync(`${folder}/200.html`).mtimeMs : 0);

export default function buildApps(): void {
	for (const { folder, env } of APPS) {
		if (age(folder) > age(SHIPPED)) continue;
		const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
			env: { ...process.env, ...env, BUILD_FOLDER: folder },
			encoding: 'utf8'
		});
		if (built.status !== 0) throw new Error(`${folder} could not be built:\n${built.stderr}`);
	}
}
