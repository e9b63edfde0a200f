import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './src/cli/browser.mjs';
import { compiledMessages, compileMessages, OPTIONS } from './src/cli/messages.mjs';
import { fewChunks } from './src/compile/chunks.ts';
import { compiledDecks } from './src/compile/decks-plugin.ts';

/** The tests of what runs in a page. */
const WITH_A_PAGE = ['tests/unit/{app,routes,ui}/**/*.test.ts'];

await compileMessages();
/** While developing, words change as they are written. */
const developing = process.argv.includes('dev');

export default defineConfig({
	plugins: [compiledDecks(process.env.DECKS_FOLDER ?? 'decks'), developing ? paraglideVitePlugin(OPTIONS) : [], sveltekit(), fewChunks()],
	resolve: { alias: [{ find: /^#lib\/messages\//, replacement: `${compiledMessages}/` }] },
	build: {
		// A build of seconds need not be told where they went.
		rolldownOptions: { checks: { bundlerTimings: false } },
		// The licences of all packages that are in the app, for its page of licences.
		license: { fileName: '_app/licences.json' }
	},
	test: {
		// Laws over thousands of decks take their time on a busy machine; a test that hangs is still ended.
		testTimeout: 60_000,
		// One to each of the two cores that a machine has at least; by itself the runner leaves one of them idle.
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				// What touches no page needs none: a document for each of its files would cost as much as its tests.
				test: {
					name: 'core',
					environment: 'node',
					setupFiles: ['tests/unit/laws.ts'],
					include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
					exclude: WITH_A_PAGE
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'unit',
					environment: 'jsdom',
					// A process and a jsdom of its own for each file takes twice as long.
					pool: 'vmThreads',
					setupFiles: ['tests/unit/layout.ts', 'tests/unit/laws.ts'],
					include: WITH_A_PAGE
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: launchOptions() }),
						instances: [{ browser: 'chromium', viewport: { width: 390, height: 844 } }]
					}
				}
			}
		]
	}
});
