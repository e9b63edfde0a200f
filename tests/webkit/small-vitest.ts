/**
 * As much of vitest as the store's contract needs, for a page that vitest cannot drive: `describe` and `test` collect, `runAll` runs
 * one after the other; `expect` is vitest's own.
 */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
export const { expect } = chai;

interface Collected {
	readonly name: string;
	readonly run: () => unknown;
}
const tests: Collected[] = [];
const groups: string[] = [];

export function describe(name: string, group: () => void): void {
	groups.push(name);
	group();
	groups.pop();
}

export function test(name: string, run: () => unknown): void {
	tests.push({ name: [...groups, name].join(' › '), run });
}

/** Runs what was collected. Gives each test's name, and what is wrong if it failed. */
export async function runAll(): Promise<readonly { readonly name: string; readonly failure?: string }[]> {
	const results: { readonly name: string; readonly failure?: string }[] = [];
	for (const { name, run } of tests) {
		try {
			await run();
			results.push({ name });
		} catch (error) {
			results.push({ name, failure: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) });
		}
	}
	return results;
}
