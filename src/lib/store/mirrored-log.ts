import { merge } from '#lib/core/review/log.ts';
import type { LogStore } from './log-store.ts';

/**
 * Two copies of the log that are lost independently of each other. An entry is kept when both have it, written one after the
 * other, never at once: a process that is killed can tear at most one of them. Reading gives their union and mends either.
 * Should the second copy refuse a write, the first goes on alone until the store is opened again.
 */
export function mirroredLog(first: LogStore, second: LogStore): LogStore {
	let mirror: LogStore | undefined = second;
	const toMirror = async (act: (log: LogStore) => Promise<void>) => {
		if (mirror === undefined) return;
		try {
			await act(mirror);
		} catch {
			mirror = undefined;
		}
	};
	return {
		async read() {
			const one = await first.read();
			const other = await second.read().catch(() => {
				mirror = undefined;
				return [];
			});
			const all = merge(one, other);
			const lacking = (log: typeof all) => {
				const ids = new Set(log.map(({ id }) => id));
				return all.filter(({ id }) => !ids.has(id));
			};
			if (lacking(one).length > 0) await first.append(lacking(one));
			await toMirror(async (log) => {
				if (lacking(other).length > 0) await log.append(lacking(other));
			});
			return all;
		},
		async append(entries) {
			await first.append(entries);
			await toMirror((log) => log.append(entries));
		}
	};
}
