/** Adds all of these to a list. Unlike `push(...more)` it takes any number of them without filling the stack. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
	for (const it of more) list.push(it);
}
