import type { Entry } from '#lib/core/review/entry.ts';
import { compareEntries, merge, type Position } from '#lib/core/review/log.ts';
import type { Beside, Copy, Note, StoredSegment } from './copy.ts';
import { same } from './same.ts';

const keyOf = ({ at, id }: Position): string => `${at} ${id}`;

/** Small things that last as long as the page. */
export interface MemoryThings {
	readonly settings: Map<string, unknown>;
	readonly texts: Map<string, string>;
}

export function memoryThings(): MemoryThings {
	return { settings: new Map(), texts: new Map() };
}

/** A copy of the log that lasts as long as the page. @param things where small things are written beside segments */
export function memoryCopy(things: MemoryThings = memoryThings()): Copy {
	const rows = new Map<string, Entry>();
	const segments = new Map<string, StoredSegment>();
	const damaged = new Map<string, StoredSegment>();
	let note: Note | undefined;
	let checkpoint: Uint8Array | undefined;
	let resting: string | undefined;
	let gone: readonly string[] = [];

	const sorted = () => [...rows.values()].sort(compareEntries);
	const at = (place: Position) => rows.get(keyOf(place));
	const forget = () => {
		note = undefined;
		checkpoint = undefined;
	};
	const putBeside = (beside: Beside) => {
		for (const [name, value] of beside.settings) put(things.settings, name, value);
		for (const [id, text] of beside.texts) put(things.texts, id, text);
	};

	return {
		start: () =>
			now(() => {
				const end = note?.end;
				const behind = end ? sorted().filter((row) => compareEntries(row, end) > 0) : sorted();
				return { note, checkpoint, rows: behind, segmentIds: [...segments.keys()], resting };
			}),
		note: () => now(() => note),
		keys: () => now(() => ({ rows: sorted().map(({ at, id }) => ({ at, id })), segmentIds: [...segments.keys()], goneIds: gone })),
		held: () => now(() => ({ rows: sorted(), segments: [...segments.values()] })),
		damaged: () => now(() => [...damaged.values()].flatMap(({ id, head }) => (segments.has(id) ? [] : [{ id, head }]))),
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
		addSegments: (added, beside) =>
			now(() => {
				if (beside) putBeside(beside);
				for (const segment of added) {
					if (segments.has(segment.id)) continue;
					segments.set(segment.id, { ...segment, bytes: segment.bytes.slice() });
					gone = gone.filter((id) => id !== segment.id);
					forget();
				}
			}),
		takeOut: (ids, beside) =>
			now(() => {
				if (beside) putBeside(beside);
				for (const id of ids) segments.delete(id);
				gone = [...new Set([...gone, ...ids])];
				forget();
			}),
		keepCheckpoint: (bytes, newer, known) =>
			now(() => {
				if (known && (known.size !== segments.size || ![...segments.keys()].every((id) => known.has(id)))) return;
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
				forget();
			})
	};
}

function put<Value>(values: Map<string, Value>, name: string, value: Value | undefined): void {
	if (value === undefined) values.delete(name);
	else values.set(name, value);
}

/** A promise of what an act gives or throws. */
function now<T>(act: () => T): Promise<T> {
	return new Promise((resolve) => {
		resolve(act());
	});
}
