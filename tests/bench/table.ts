import type { Measured } from './row.ts';

/** The least that `share` of these numbers do not exceed. */
function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function line({
	number,
	what,
	where,
	product,
	reference,
	unit = 'ms',
	most,
	mostItself,
	by,
	throughput,
	besides
}: Measured): Record<string, string> {
	const share = by === 'p95' ? 0.95 : 0.5;
	const ratio = quantile(product, share) / quantile(reference, share);
	const speed = throughput ? throughput.bytes / (quantile(product, 0.5) / 1000) : 0;
	const other = besides ? quantile(besides.ms, 0.95) : 0;
	const met =
		ratio <= (most ?? Infinity) &&
		quantile(product, share) <= (mostItself ?? Infinity) &&
		(!throughput || speed >= throughput.least) &&
		other <= (besides?.most ?? Infinity);
	const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB/s`;
	const goals: readonly string[] = [
		most === undefined ? undefined : `≤ ${most.toFixed(3)}`,
		mostItself === undefined ? undefined : `≤ ${mostItself} ${unit}`,
		throughput && `≥ ${megabytes(throughput.least)}`,
		besides?.most === undefined ? undefined : `${besides.what} ≤ ${besides.most} ms`
	].filter((goal) => goal !== undefined);
	return {
		row: number,
		where,
		what,
		product: both(product, unit),
		reference: both(reference, unit),
		ratio: `${ratio.toFixed(3)}${by === 'p95' ? ' (p95)' : ''}${throughput ? `, ${megabytes(speed)}` : ''}${besides ? `, ${besides.what} ${other.toFixed(1)} ms` : ''}`,
		goal: goals.join(', '),
		result: goals.length === 0 ? '' : met ? 'met' : 'missed'
	};
}

function both(figures: readonly number[], unit: string): string {
	return `${quantile(figures, 0.5).toFixed(1)} / ${quantile(figures, 0.95).toFixed(1)} ${unit}`;
}

export function printTable(measured: readonly Measured[]): void {
	const rows = measured.map(line);
	const columns = Object.keys(rows[0] ?? {});
	const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const print = (cells: readonly string[]): void => {
		console.log(`| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
	};
	print(columns);
	print(widths.map((width) => '-'.repeat(width)));
	for (const row of rows) print(columns.map((column) => row[column] ?? ''));
}
