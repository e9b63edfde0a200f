import { Dexie, type Table } from 'dexie';
import type { Entry, EntryId, Millis } from '#lib/core/review/entry.ts';
import { compareEntries, merge, type Position } from '#lib/core/review/log.ts';
import { NOTE, type Beside, type Copy, type Damaged, type Note, type StoredSegment } from './copy.ts';
import type { Database } from './database.ts';
import { exact } from './exact.ts';
import { addPlainly } from './plainly.ts';
import { same } from './same.ts';

const CHECKPOINT = 'checkpoint';
const RESTING = 'resting';
const GONE = 'gone';
/** From so many rows on, reading their whole range takes less time than getting each (in Chromium 200 gets take 9 ms). */
const MANY = 200;

type Key = [Millis, EntryId];
const keyOf = ({ at, id }: Position): Key => [at, id];
const placeOf = ({ at, id }: Position): string => `${at} ${id}`;

/** A copy of the log in IndexedDB. */
export function dexieCopy(database: Database): Copy {
	const { entries: rows, segments, damaged, derived, settings, texts } = database;
	const noteHere = () => derived.get(NOTE) as PromiseLike<Note | undefined>;
	const forget = () => derived.bulkDelete([NOTE, CHECKPOINT]);
	const segmentIds = () => segments.toCollection().primaryKeys();
	const goneIds = async () => ((await derived.get(GONE)) ?? []) as readonly string[];

	async function putBeside(beside: Beside): Promise<void> {
		const put = (table: Table<unknown, string>, values: ReadonlyMap<string, unknown>) =>
			Promise.all(Array.from(values, ([name, value]) => (value === undefined ? table.delete(name) : table.put(value, name))));
		await Promise.all([put(settings, beside.settings), put(texts as Table<unknown, string>, beside.texts)]);
	}

	async function rowsAt(places: readonly Position[]): Promise<readonly Entry[]> {
		const sorted = [...places].sort(compareEntries);
		const [first] = sorted;
		const last = sorted.at(-1);
		if (first === undefined || last === undefined) return [];
		if (sorted.length <= MANY) return (await rows.bulkGet(sorted.map(keyOf))).filter((row) => row !== undefined);
		const wanted = new Set(sorted.map(placeOf));
		const range = await rows.where(':id').between(keyOf(first), keyOf(last), true, true).toArray();
		return range.filter((row) => wanted.has(placeOf(row)));
	}

	/** Adds what is not there, and says what has changed. The usual case costs one request. */
	async function add(entries: readonly Entry[]): Promise<readonly Entry[]> {
		let there: readonly Entry[];
		try {
			await rows.bulkAdd(entries);
			return entries;
		} catch (error) {
			there = entries.filter((_, at) => isThere(error, at));
		}
		const standing = new Map((await rowsAt(there)).map((row) => [placeOf(row), row]));
		const lesser = there.filter((entry) => {
			const row = standing.get(placeOf(entry));
			return row !== undefined && !same(row, entry) && merge([row], [entry])[0] === entry;
		});
		await rows.bulkPut(lesser);
		return [...entries.filter((entry) => !there.includes(entry)), ...lesser];
	}

	return {
		start: () =>
			database.transaction('r', [rows, segments, derived], async () => {
				const [note, checkpoint, ids, resting] = await Promise.all([
					noteHere(),
					derived.get(CHECKPOINT),
					segmentIds(),
					derived.get(RESTING)
				]);
				const behind = note ? rows.where(':id').above(keyOf(note.end)) : rows.orderBy(':id');
				return {
					note,
					checkpoint: checkpoint as Uint8Array | undefined,
					rows: await behind.toArray(),
					segmentIds: ids,
					resting: resting as string | undefined
				};
			}),
		note: async () => noteHere(),
		keys: () =>
			database.transaction('r', [rows, segments, derived], async () => {
				const [keys, ids, gone] = await Promise.all([rows.orderBy(':id').primaryKeys(), segmentIds(), goneIds()]);
				return { rows: keys.map(([at, id]) => ({ at, id })), segmentIds: ids, goneIds: gone };
			}),
		held: () =>
			database.transaction('r', [rows, segments], async () => {
				const [all, sealed] = await Promise.all([rows.orderBy(':id').toArray(), segments.toArray()]);
				return { rows: all, segments: sealed };
			}),
		damaged: () =>
			database.transaction('r', [segments, damaged], async () => {
				const here = new Set(await segmentIds());
				const aside: Damaged[] = [];
				// One after the other, for its bytes come with each.
				await damaged.each(({ id, head }) => {
					if (!here.has(id)) aside.push({ id, head });
				});
				return aside;
			}),
		rowsAt,
		rowsUpTo: async (end, most) => rows.where(':id').belowOrEqual(keyOf(end)).limit(most).toArray(),
		segmentsOf: async (ids) => (await segments.bulkGet([...ids])).filter((segment) => segment !== undefined),

		append: async (entries) => {
			if (await addPlainly(database, entries)) return;
			await database.transaction('rw', [rows, derived], async () => {
				const [note, changed] = await Promise.all([noteHere(), add(entries)]);
				if (note && changed.some((entry) => compareEntries(entry, note.end) <= 0)) await forget();
			});
		},
		addSegments: async (given, beside) => {
			const added = given.map(({ id, bytes, head }): StoredSegment => ({ id, bytes: exact(bytes), head }));
			await database.transaction('rw', [segments, derived, settings, texts], async () => {
				const here = new Set(await segmentIds());
				const fresh = added.filter(({ id }) => !here.has(id));
				if (beside) await putBeside(beside);
				if (fresh.length === 0) return;
				const ids = fresh.map(({ id }) => id);
				const gone = (await goneIds()).filter((id) => !ids.includes(id));
				await Promise.all([segments.bulkPut(fresh), derived.put(gone, GONE), forget()]);
			});
		},
		takeOut: async (ids, beside) => {
			await database.transaction('rw', [segments, derived, settings, texts], async () => {
				const gone = new Set([...(await goneIds()), ...ids]);
				if (beside) await putBeside(beside);
				await Promise.all([segments.bulkDelete([...ids]), derived.put([...gone], GONE), forget()]);
			});
		},
		keepCheckpoint: async (checkpoint, note, known) => {
			await database.transaction('rw', [segments, derived], async () => {
				if (known && !isSame(known, await segmentIds())) return;
				await Promise.all([derived.put(note, NOTE), checkpoint ? derived.put(exact(checkpoint), CHECKPOINT) : derived.delete(CHECKPOINT)]);
			});
		},
		seal: (segment, sealed) =>
			database.transaction('rw', [rows, segments, derived], async () => {
				const last = sealed.at(-1);
				const [note, standing] = await Promise.all([noteHere(), rowsAt(sealed)]);
				if (last === undefined || (note && compareEntries(last, note.end) > 0)) return false;
				if (standing.length !== sealed.length || !standing.every((row, at) => same(row, sealed[at]))) return false;
				await Promise.all([segments.put({ ...segment, bytes: exact(segment.bytes) }), rows.bulkDelete(sealed.map(keyOf))]);
				return true;
			}),
		replace: async (segment) => {
			await segments.put({ ...segment, bytes: exact(segment.bytes) });
		},
		rest: async (mark) => {
			await derived.put(mark, RESTING);
		},
		setAside: async (segment) => {
			await database.transaction('rw', [segments, damaged, derived], async () => {
				await Promise.all([damaged.put({ ...segment, bytes: exact(segment.bytes) }), segments.delete(segment.id), forget()]);
			});
		}
	};
}

function isSame(known: ReadonlySet<string>, ids: readonly string[]): boolean {
	return known.size === ids.length && ids.every((id) => known.has(id));
}

/** Whether one of the entries could not be added because its place is taken. @throws the error, if anything else was wrong with any */
function isThere(error: unknown, at: number): boolean {
	if (!(error instanceof Dexie.BulkError) || !error.failures.every(({ name }) => name === 'ConstraintError')) throw error;
	return at in error.failuresByPos;
}
