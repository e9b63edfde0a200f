import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapterStatic from '@sveltejs/adapter-static';
import { leaveOut } from './src/compile/leave-out.mjs';

const FALLBACK = '200.html';
const FOLDER = process.env.BUILD_FOLDER ?? 'build';

/** The hash of the one script that stands in the page itself, taken from the page: the two cannot drift apart. */
function inlineScript() {
	const [, script] = /<script>([^]*?)<\/script>/.exec(readFileSync(new URL('src/app.html', import.meta.url), 'utf8')) ?? [];
	if (script === undefined) throw new Error('There is no script in src/app.html.');
	return /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);
}

const adapter = adapterStatic({ fallback: FALLBACK, pages: FOLDER });

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: {
			...adapter,
			async adapt(builder) {
				await adapter.adapt(builder);
				leaveOut('routes/design', FOLDER);
				// Hosts look for different names when they have no page for an address; this is the second common one.
				builder.copy(`${FOLDER}/${FALLBACK}`, `${FOLDER}/404.html`);
			}
		},
		// Where on its host the app will live: "" or "/entente".
		paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '') },
		// Not for the app: it tells a host to leave folders alone that begin with an underscore.
		serviceWorker: { files: (name) => name !== '.nojekyll' },
		typescript: {
			// paths are relative to .svelte-kit
			config: (config) => {
				config.include.push(
					'../*.config.js',
					'../*.config.ts',
					'../src/cli/*',
					'../src/compile/*.mjs',
					'../tests/webkit/*',
					'../tests/kills/*',
					'../tests/stories/*.mjs'
				);
				// An app of its own, with a configuration of its own.
				config.exclude.push('../tests/bench/blank-app/**');
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', inlineScript()],
				'style-src': ['self'],
				// the hash of the one style attribute in SvelteKit's route announcer
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'entente-plan-worker']
			}
		}
	}
};
