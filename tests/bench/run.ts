// `npm run bench`: measures product and reference side by side and prints one table. Nothing fails: a missed goal is said in the table.
import { loadavg, cpus } from 'node:os';
import { checkRow } from './row-06-check.ts';
import { linearRow } from './row-06-linear.ts';
import { recheckRow, recheckUnnamedRow } from './row-07-recheck.ts';
import type { Row, Trial } from './row.ts';

const ROWS: readonly Row[] = [checkRow, linearRow, recheckRow, recheckUnnamedRow];
const WARM_UPS = 2;
const RUNS = 11;

/** The least that `share` of these numbers do not exceed. */
function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The milliseconds of one run, with whatever collection falls into it: a collection forced before it would leave cold what is warm in use. */
function time(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

function measure({ number, what, prepare }: Row): Record<string, string> {
	const trial: Trial = prepare();
	const product: number[] = [];
	const reference: number[] = [];
	for (let run = 0; run < WARM_UPS + RUNS; run++) {
		const ours = time(() => trial.product());
		const theirs = time(() => trial.reference());
		if (run < WARM_UPS) continue;
		product.push(ours);
		reference.push(theirs);
	}
	const ratio = quantile(product, 0.5) / quantile(reference, 0.5);
	const { most, throughput } = trial;
	const speed = throughput ? throughput.bytes / (quantile(product, 0.5) / 1000) : 0;
	const met = ratio <= most && (!throughput || speed >= throughput.least);
	const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB/s`;
	return {
		row: number,
		what,
		product: both(product),
		reference: both(reference),
		ratio: `${ratio.toFixed(3)}${throughput ? `, ${megabytes(speed)}` : ''}`,
		goal: `≤ ${most.toFixed(3)}${throughput ? `, ≥ ${megabytes(throughput.least)}` : ''}`,
		result: met ? 'met' : 'missed'
	};
}

function both(times: readonly number[]): string {
	return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;
}

function print(rows: readonly Record<string, string>[]): void {
	const columns = Object.keys(rows[0] ?? {});
	const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	console.log(line(columns));
	console.log(line(widths.map((width) => '-'.repeat(width))));
	for (const row of rows) console.log(line(columns.map((column) => row[column] ?? '')));
}

const load = (): string =>
	loadavg()
		.map((it) => it.toFixed(1))
		.join(' ');
const before = load();
const measured = ROWS.map(measure);
print(measured);
console.log(
	`Median / p95 of ${RUNS} runs each, in turn. Load of ${cpus().length} cores (1, 5, 15 min): ${before} before, ${load()} after.`
);
