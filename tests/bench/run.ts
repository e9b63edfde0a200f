// `npm run bench`: measures product and reference side by side and prints one table. Nothing fails: a missed goal is said in the table.
// `npm run bench -- 5 10` measures these rows alone.
import { cpus, loadavg } from 'node:os';
import { generateSegments } from './generate-log.ts';
import { measureInChromium } from './in-chromium.ts';
import { LARGE } from './large.ts';
import { measure, RUNS, type Measured, type Row } from './row.ts';
import { foldRow } from './row-01-fold.ts';
import { rateRows } from './row-04-rate.ts';
import { checkRow } from './row-06-check.ts';
import { linearRow } from './row-06-linear.ts';
import { recheckRow, recheckUnnamedRow } from './row-07-recheck.ts';
import { firstVisitRow } from './row-08-first-visit.ts';
import { coldStartRow } from './row-09-cold-start.ts';
import { printTable } from './table.ts';

const wanted = process.argv.slice(2);
const isWanted = (number: string): boolean => wanted.length === 0 || wanted.includes(number);
const IN_CHROMIUM = ['1', '2', '3', '5', '10'].filter(isWanted);

const load = (): string =>
	loadavg()
		.map((it) => it.toFixed(1))
		.join(' ');
const before = load();
const segments = IN_CHROMIUM.length > 0 ? generateSegments(LARGE) : [];
const inNode: readonly Row[] = [foldRow(() => Promise.resolve(segments)), checkRow, linearRow, recheckRow, recheckUnnamedRow].filter(
	({ number }) => isWanted(number)
);
const measured: Measured[] = [];
for (const row of inNode) measured.push(await measure(row, 'Node'));
/** As a student has it who uses the app: no answer lies ahead of the clock. */
const kept = isWanted('4') || isWanted('9') ? generateSegments({ ...LARGE, until: Date.now() }) : [];
if (isWanted('4')) measured.push(...(await rateRows(kept)));
if (isWanted('8')) measured.push(await firstVisitRow());
if (isWanted('9')) measured.push(await coldStartRow(kept));
if (IN_CHROMIUM.length > 0) measured.push(...(await measureInChromium(IN_CHROMIUM, segments)));
printTable(measured.sort((a, b) => Number(a.number) - Number(b.number)));
console.log(
	`Median / p95 of ${RUNS} runs each, or more, in turn. Load of ${cpus().length} cores (1, 5, 15 min): ${before} before, ${load()} after.`
);
