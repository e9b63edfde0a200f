/** Adds all of these to a list. Unlike `push(...more)` it takes any number of them without filling the stack. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
	for (const it of more) list.push(it);
}

/** The list with one more. Most lists of a card have one or two: one that has grown by `push` has room for seventeen. */
export function withOne<T>(list: T[] | undefined, one: T): T[] {
	if (!list || list.length === 0) return [one];
	if (list.length === 1 && list[0] !== undefined) return [list[0], one];
	list.push(one);
	return list;
}
