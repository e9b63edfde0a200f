import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	globalIgnores(['build/', 'build-*/', '**/.svelte-kit/', 'src/lib/messages/', 'test-results/', 'playwright-report/']),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// Taking fields out of an object names them.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'max-lines': ['error', 300],
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		// Decks and answers are typed by anybody: no text may make a search take quadratic time.
		files: ['src/**'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false, ignoreSticky: false }]
		}
	},
	{
		files: ['svelte.config.js', 'tests/bench/blank-app/**'],
		extends: [ts.configs.disableTypeChecked]
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	}
);
