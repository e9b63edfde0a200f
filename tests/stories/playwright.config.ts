import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from '../../src/cli/browser.mjs';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/stories',
	globalSetup: './build-apps.ts',
	workers: 2,
	// Two browsers on two cores may starve each other; what passes at the second try alone is named as flaky at the end.
	retries: 1,
	reporter: 'list',
	timeout: 30_000,
	use: {
		...devices['Pixel 7'],
		viewport: { width: 390, height: 844 },
		locale: 'en-GB',
		// An answer of half past three belongs to the day before: a fixed zone keeps the stories the same everywhere.
		timezoneId: 'Europe/Berlin',
		launchOptions: launchOptions()
	}
});
