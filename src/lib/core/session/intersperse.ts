/** Two rows as one, each spread evenly over the whole and kept in its own order; of equals the first row's comes first. */
export function intersperse<T>(row: readonly T[], other: readonly T[]): readonly T[] {
	const place = (things: readonly T[]) => things.map((thing, index) => ({ thing, at: (index + 0.5) / things.length }));
	return [...place(row), ...place(other)].sort((a, b) => a.at - b.at).map(({ thing }) => thing);
}
