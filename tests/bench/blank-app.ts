// An app of the same stack with nothing in it: the least that a first visit and a start can cost.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds it into a folder. */
export function buildBlankApp(folder: string): void {
	execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
		cwd: 'tests/bench/blank-app',
		env: { ...process.env, BUILD_FOLDER: resolve(folder) },
		stdio: ['ignore', 'ignore', 'inherit']
	});
}
