import type { Entry } from '#lib/core/review/entry.ts';
import { compareEntries, merge, type Position } from '#lib/core/review/log.ts';
import type { Copy, Note, StoredSegment } from './copy.ts';
import { same } from './same.ts';

const keyOf = ({ at, id }: Position): string => `${at} ${id}`;

/** A copy of the log that lasts as long as the page. */
export function memoryCopy(): Copy {
	const rows = new Map<string, Entry>();
	const segments = new Map<string, StoredSegment>();
	const damaged = new Map<string, StoredSegment>();
	let note: Note | undefined;
	let checkpoint: Uint8Array | undefined;
	let resting: string | undefined;

	const sorted = () => [...rows.values()].sort(compareEntries);
	const at = (place: Position) => rows.get(keyOf(place));
	const forget = () => {
		note = undefined;
		checkpoint = undefined;
	};

	return {
		start: () =>
			now(() => {
				const end = note?.end;
				const behind = end ? sorted().filter((row) => compareEntries(row, end) > 0) : sorted();
				return { note, checkpoint, rows: behind, segmentIds: [...segments.keys()], resting };
			}),
		note: () => now(() => note),
		keys: () => now(() => ({ rows: sorted().map(({ at, id }) => ({ at, id })), segmentIds: [...segments.keys()] })),
		held: () => now(() => ({ rows: sorted(), segments: [...segments.values()], damaged: [...damaged.values()] })),
		rowsAt: (places) => now(() => [...places].sort(compareEntries).flatMap((place) => at(place) ?? [])),
		rowsUpTo: (end, most) =>
			now(() =>
				sorted()
					.filter((row) => compareEntries(row, end) <= 0)
					.slice(0, most)
			),
		segmentsOf: (ids) => now(() => ids.flatMap((id) => segments.get(id) ?? [])),

		append: (entries) =>
			now(() => {
				for (const entry of structuredClone(entries)) {
					const there = at(entry);
					if (there !== undefined && (same(there, entry) || merge([there], [entry])[0] === there)) continue;
					rows.set(keyOf(entry), entry);
					if (note && compareEntries(entry, note.end) <= 0) forget();
				}
			}),
		addSegments: (added) =>
			now(() => {
				for (const segment of added) {
					if (segments.has(segment.id)) continue;
					segments.set(segment.id, { ...segment, bytes: segment.bytes.slice() });
					damaged.delete(segment.id);
					forget();
				}
			}),
		keepCheckpoint: (bytes, newer) =>
			now(() => {
				checkpoint = bytes?.slice();
				note = newer;
			}),
		seal: (segment, sealed) =>
			now(() => {
				const last = sealed.at(-1);
				if (last === undefined || (note && compareEntries(last, note.end) > 0)) return false;
				if (!sealed.every((row) => same(at(row), row))) return false;
				segments.set(segment.id, segment);
				for (const row of sealed) rows.delete(keyOf(row));
				return true;
			}),
		replace: (segment) => now(() => void segments.set(segment.id, segment)),
		rest: (mark) =>
			now(() => {
				resting = mark;
			}),
		setAside: (segment) =>
			now(() => {
				damaged.set(segment.id, segment);
				segments.delete(segment.id);
			})
	};
}

/** A promise of what an act gives or throws. */
function now<T>(act: () => T): Promise<T> {
	return new Promise((resolve) => {
		resolve(act());
	});
}
