import { clamp } from './plan-card.ts';

/**
 * How much faster or slower than the model each simulated student forgets, as factors of stability around 1: a log-logistic
 * spread, cut into equal shares, so that a few students stand for many.
 *
 * The default weights are a mean over ten thousand people; with them FSRS-6 misses a person's recall by 0.07 (RMSE in bins), with
 * weights of their own by 0.05. Source: srs-benchmark, "FSRS-6 default param." A standard deviation of 0.5 in the logarithm moves a
 * recall of 0.9 by 0.035: about half of that, since not every miss goes the same way. Our judgement.
 */
export function students(count: number): readonly number[] {
	return Array.from({ length: count }, (_, index) => {
		const share = (index + 0.5) / count;
		return (share / (1 - share)) ** SPREAD;
	});
}
/** Of a logistic distribution whose standard deviation is 0.5. */
const SPREAD = (0.5 * Math.sqrt(3)) / Math.PI;

/** The value under which a share (0 to 1) of the values lies, between neighbours in proportion. 0 without values. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = clamp(share, 0, 1) * Math.max(0, sorted.length - 1);
	const low = sorted[Math.floor(place)] ?? 0;
	const high = sorted[Math.ceil(place)] ?? low;
	return low + (high - low) * (place - Math.floor(place));
}
