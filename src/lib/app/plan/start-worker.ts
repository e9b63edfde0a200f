import url from './plan.worker.ts?worker&url';

/** The part of Trusted Types that is needed; not every browser has it. */
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(text: string): string }): Policy;
}
interface Policy {
	createScriptURL(text: string): URL;
}

let policy: Policy | undefined;

/** A worker that computes plans; undefined where there can be none. It may still fail to load: it says so by an `error` event. */
export function startWorker(): Worker | undefined {
	try {
		return new Worker(trusted(), { type: 'module', name: 'plan' });
	} catch {
		return undefined; // no workers here, or none of modules: the page does it itself
	}
}

/** The worker's address, as the Content Security Policy (svelte.config.js) wants it: let through by a policy of that name. */
function trusted(): string | URL {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	policy ??= trustedTypes?.createPolicy('entente-plan-worker', {
		createScriptURL(text) {
			if (text !== url) throw new TypeError('This is not the file of the worker that plans.');
			return text;
		}
	});
	return policy?.createScriptURL(url) ?? url;
}
