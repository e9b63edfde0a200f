// What a run of kills has come to, for tests/FAULTS.md: one small file a browser in test-results/faults/.
import { mkdirSync, writeFileSync } from 'node:fs';

export const FOLDER = 'test-results/faults';

/** @typedef {{ browser: string, kills: number, entries: number, lost: number, torn: number, seed: number }} Kills */

/** @param {string} name @param {Kills} kills */
export function record(name, kills) {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(kills));
	const { browser, kills: count, entries, lost, torn, seed } = kills;
	console.log(
		`${browser}: ${count} kills at random moments (SEED=${seed}), ${entries} entries; called saved and lost: ${lost}, torn states: ${torn}`
	);
}
