/**
 * A trace outside the log that there was one: in a cache of its own, which is not the database's files. Where the trace is there and
 * the log is empty, the browser has thrown the log away, and the student must not be met as if they were new.
 */
import type { Journal } from '../journal.svelte.ts';

/** Not one of the service worker's caches, which are deleted with their version. */
const CACHE = 'entente-trace';
const ADDRESS = '/entente-trace';

/** What the trace says of the log that was here. */
export interface Trace {
	readonly answers: number;
	/** When it was left, in milliseconds since 1970-01-01 UTC. */
	readonly at: number;
}

/** Leaves a trace of the log as it is now; none of an empty one. Where the browser has no caches, or no room, there is none. */
export async function leaveTrace({ notKept, progress, kept }: Journal, at: number): Promise<void> {
	if (notKept || typeof caches === 'undefined') return;
	try {
		const cache = await caches.open(CACHE);
		if (progress.end === undefined) await cache.delete(ADDRESS);
		else await cache.put(ADDRESS, Response.json({ answers: kept, at } satisfies Trace));
	} catch {
		// the next session leaves it
	}
}

/** The trace of a log that is gone; undefined where the log is here, or where there never was one. */
export async function lostLog({ notKept, progress }: Pick<Journal, 'notKept' | 'progress'>): Promise<Trace | undefined> {
	if (notKept || progress.end !== undefined || typeof caches === 'undefined') return undefined;
	try {
		const found = await (await caches.open(CACHE)).match(ADDRESS);
		const { answers, at } = (await found?.json()) as Partial<Trace>;
		return Number.isFinite(answers) && Number.isFinite(at) ? { answers: answers ?? 0, at: at ?? 0 } : undefined;
	} catch {
		return undefined;
	}
}

/** Forgets a log that is gone: the student begins anew. */
export async function forgetTrace(): Promise<void> {
	if (typeof caches !== 'undefined') await caches.delete(CACHE).catch(() => false);
}
