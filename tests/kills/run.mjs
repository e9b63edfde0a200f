// `npm run test:faults`: kills browsers again and again, and writes tests/FAULTS.md. With --write it only writes what the last runs came to.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS } from './faults.mjs';
import { FOLDER } from './record.mjs';

const CHROMIUM = process.env.CHROMIUM_KILLS ?? '500';
const WEBKIT = process.env.WEBKIT_KILLS ?? '200';

/** @param {string} kills @param {string[]} args */
function run(kills, ...args) {
	return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, KILLS: kills } }).status === 0;
}

let failed = 0;
if (!process.argv.includes('--write')) {
	rmSync(FOLDER, { recursive: true, force: true });
	if (!run(CHROMIUM, 'node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/stories', '-g', 'killed')) failed += 1;
	if (!run(WEBKIT, 'tests/webkit/kill.mjs')) failed += 1;
}

for (const [fault, , file, title] of FAULTS) {
	const path = join('tests', file);
	if (!existsSync(path) || !readFileSync(path, 'utf8').includes(title))
		throw new Error(`${fault}: there is no test “${title}” in ${path}.`);
}

/** @param {string} name @returns {import('./record.mjs').Kills} */
function recorded(name) {
	/** @type {unknown} */
	const kills = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
	return /** @type {import('./record.mjs').Kills} */ (kills);
}

const kills = existsSync(FOLDER) ? readdirSync(FOLDER).sort().map(recorded) : [];
const killRows = kills.map(
	({ browser, kills: count, entries, lost, torn, seed }) =>
		`| ${browser} | ${lost} of ${entries} | ${torn} of ${count} | ${count} | ${seed} |`
);
const faultRows = FAULTS.map(([fault, meets, file]) => `| ${fault} | ${meets} | [${file}](${file}) |`);

writeFileSync(
	'tests/FAULTS.md',
	`# Faults

Written by \`npm run test:faults\`.

## The browser killed in mid-session

At random moments, with all its processes (SIGKILL), while cards are answered and taken back as fast as the page allows. An answer is _lost_ if the
page called it saved, or an earlier start has found it, and a later start does not find it as it was. A state is _torn_ if a start counts something
else than the log holds.

| Browser | Answers called saved and lost | Torn states | Kills | Seed |
| ------- | ----------------------------- | ----------- | ----- | ---- |
${killRows.length > 0 ? killRows.join('\n') : '| none yet | | | | |'}

Repeat one: \`KILLS=… SEED=… npx playwright test -c tests/stories -g killed\`, \`KILLS=… SEED=… node tests/webkit/kill.mjs\`.

## Other faults

| Fault | What a student meets | Shown by |
| ----- | -------------------- | -------- |
${faultRows.join('\n')}
`
);
spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', 'tests/FAULTS.md'], {
	stdio: 'inherit'
});
process.exitCode = failed > 0 ? 1 : 0;
