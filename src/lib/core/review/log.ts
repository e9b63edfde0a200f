import type { Entry } from './entry.ts';

/** A place in the order of the log. */
export type Position = Pick<Entry, 'at' | 'id'>;

/**
 * The order of the log: by time, then by id, so that two devices never disagree on a tie.
 * Negative, zero or positive, as `Array.sort` wants it.
 */
export function compareEntries(a: Position, b: Position): number {
	if (a.at !== b.at) return a.at - b.at;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The last of some places; undefined of none. */
export function lastOf(places: Iterable<Position | undefined>): Position | undefined {
	let last: Position | undefined;
	for (const place of places) if (place !== undefined && (last === undefined || compareEntries(place, last) > 0)) last = place;
	return last && { at: last.at, id: last.id };
}

/**
 * The union of two logs by entry id, in order. Commutative, associative and idempotent.
 * Ids are unique by construction; should two entries share one all the same, the lesser text wins on every device.
 */
export function merge(a: readonly Entry[], b: readonly Entry[]): readonly Entry[] {
	const byId = new Map<string, Entry>();
	for (const entry of [...a, ...b]) {
		const other = byId.get(entry.id);
		if (other === undefined || (other !== entry && JSON.stringify(entry) < JSON.stringify(other))) byId.set(entry.id, entry);
	}
	return [...byId.values()].sort(compareEntries);
}
