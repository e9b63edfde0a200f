/** One row of the table of speed goals: what is measured, and against what, in the same run. */
export interface Row {
	readonly number: string;
	readonly what: string;
	/** Prepares what is measured; not timed. */
	readonly prepare: () => Trial;
}

/** What is timed. Both are run in turn; what they give is thrown away. */
export interface Trial {
	product(): unknown;
	reference(): unknown;
	/** The most that the product may take, as a share of the reference's time, by the medians. */
	readonly most: number;
	/** A goal besides the ratio: the bytes that one run reads, and how many of them a second are wanted. */
	readonly throughput?: { readonly bytes: number; readonly least: number };
}
