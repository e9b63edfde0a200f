/** One row of the table of speed goals: what is measured, and against what, in the same run. */
export interface Row {
	readonly number: string;
	readonly what: string;
	/** Prepares what is measured; not timed. */
	readonly prepare: () => Trial | Promise<Trial>;
}

/** What is timed. Both are run in turn; what they give is thrown away. */
export interface Trial {
	product(): unknown;
	reference(): unknown;
	/** Puts everything back before each run; not timed. */
	reset?(): Promise<void>;
	/** The most that the product may take, as a share of the reference's time. */
	readonly most: number;
	/** By which figures that share is taken: the medians, or the 95th percentiles. */
	readonly by?: 'median' | 'p95';
	/** How many runs of each; 11 unless told. */
	readonly runs?: number;
	/** A goal besides the ratio: the bytes that one run reads, and how many of them a second are wanted. */
	readonly throughput?: { readonly bytes: number; readonly least: number };
	/** Cleans up at the end. */
	end?(): Promise<void>;
}

/** What was measured, a run at a time; in milliseconds unless it says otherwise. */
export interface Measured {
	readonly number: string;
	readonly what: string;
	/** Where it ran. */
	readonly where: 'Node' | 'Chromium';
	readonly product: readonly number[];
	readonly reference: readonly number[];
	readonly unit?: 'ms' | 'kB';
	/** The most that the product may be, as a share of the reference. */
	readonly most?: number;
	/** The most that the product may be in itself. */
	readonly mostItself?: number;
	readonly by: 'median' | 'p95';
	readonly throughput?: { readonly bytes: number; readonly least: number };
	/** A goal besides: other milliseconds of each run, of which the 95th percentile must not be more; none where only told. */
	readonly besides?: { readonly what: string; readonly ms: readonly number[]; readonly most?: number };
}

export const WARM_UPS = 2;
export const RUNS = 11;

/** The milliseconds of one run, with whatever collection falls into it: a collection forced before it would leave cold what is warm in use. */
async function time(run: () => unknown, trial: Trial): Promise<number> {
	await trial.reset?.();
	const start = performance.now();
	const given = run();
	if (given instanceof Promise) await given;
	return performance.now() - start;
}

/** Measures product and reference in turn. */
export async function measure({ number, what, prepare }: Row, where: Measured['where']): Promise<Measured> {
	const trial = await prepare();
	const { most, by = 'median', runs = RUNS, throughput } = trial;
	const product: number[] = [];
	const reference: number[] = [];
	for (let run = 0; run < WARM_UPS + runs; run++) {
		const ours = await time(() => trial.product(), trial);
		const theirs = await time(() => trial.reference(), trial);
		if (run < WARM_UPS) continue;
		product.push(ours);
		reference.push(theirs);
	}
	await trial.end?.();
	return { number, what, where, product, reference, most, by, ...(throughput ? { throughput } : {}) };
}
