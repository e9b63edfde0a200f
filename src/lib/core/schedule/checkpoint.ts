import { packColumns, unpackColumns } from '#lib/core/review/columns.ts';
import type { Shift } from '#lib/core/review/corrections.ts';
import type { Day, EntryId, Millis, RunId } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import { dictionaryAs, dictionaryFrom, entriesOf, packSegment, readSegment } from '#lib/core/review/segment.ts';
import type { Presets } from './presets.ts';
import type { Base, Pace, Run } from './progress.ts';
import { StateTable, type CardList } from './states.ts';
import type { TableColumns } from './table.ts';

/** A change of the layout changes it, and older checkpoints are thrown away. */
const MAGIC = 'entchk3\n';
/** The version of the rules by which a log is folded. A change of them raises it, and older checkpoints are thrown away. */
export const RULES = 3;

interface Head {
	readonly rules: number;
	readonly end: Position;
	readonly reach: Position;
	readonly last: Position;
	readonly presets: Presets;
	readonly presetNames: readonly string[];
	readonly runs: readonly (readonly [RunId, Run])[];
	readonly answers: number;
	readonly pace: Pace;
	readonly lastDay?: Day;
	readonly retracted: readonly EntryId[];
	readonly shifts: readonly (readonly [EntryId, Shift])[];
	readonly settled: readonly (readonly [EntryId, Millis])[];
	/** The cards of which `rows` says where they stand. */
	readonly library?: string;
}

/**
 * A base as bytes, to be read at the next start; undefined for an empty log. `library`: cards that will be asked for then, with the
 * name by which they are known to be the same. Where they stand is kept too: finding 100,000 of them costs a third of a start.
 */
export function packCheckpoint(base: Base, library?: CardList): Uint8Array<ArrayBuffer> | undefined {
	const { end, reach = end, last = end, cards, presets, runs, answers, pace, lastDay, pending, carried, settled } = base;
	if (end === undefined || reach === undefined || last === undefined) return undefined;
	const { ids, presets: presetNames, ...columns } = cards.columns;
	const head: Head = {
		rules: RULES,
		end,
		reach,
		last,
		presets,
		presetNames,
		runs: [...runs],
		answers,
		pace,
		...(lastDay === undefined ? {} : { lastDay }),
		retracted: [...pending.retracted],
		shifts: [...pending.shifts],
		settled: [...settled],
		...(library?.version === undefined ? {} : { library: library.version })
	};
	const rows = library?.version === undefined ? new Int32Array(0) : cards.rowsOf(library);
	const more = carried.length === 0 ? {} : { carried: packSegment(carried) };
	return packColumns(MAGIC, head, { ...columns, ...dictionaryAs(ids), rows, ...more }, sumOfWords);
}

/** The base in a checkpoint; undefined if the bytes are damaged or were made by other rules. A checkpoint may be thrown away at any time. */
export function readCheckpoint(bytes: Uint8Array): Base | undefined {
	const read = unpackColumns<Head>(MAGIC, bytes, sumOfWords);
	if ('damage' in read || read.head.rules !== RULES) return undefined;
	const { idBytes: _, idStarts: __, idHashes: ___, rows, carried, ...columns } = read.columns;
	const segment = carried && readSegment(carried as Uint8Array);
	if (segment && 'damage' in segment) return undefined;
	const { end, reach, last, presets, presetNames, runs, answers, pace, lastDay, retracted, shifts, settled, library } = read.head;
	const table = { ...columns, ids: dictionaryFrom(read.columns), presets: presetNames } as unknown as TableColumns;
	return {
		cards: new StateTable(table, library === undefined ? undefined : { version: library, rows: rows as Int32Array }),
		presets,
		runs: new Map(runs),
		answers,
		pace,
		lastDay,
		end,
		reach,
		last,
		pending: { retracted: new Set(retracted), shifts: new Map(shifts) },
		carried: segment ? entriesOf(segment.segment) : [],
		settled: new Map(settled)
	};
}

/**
 * FNV-1a over the 32-bit words of some bytes, of which there is a multiple of 8. Several times as fast as a CRC-32, which counts
 * when 10 MB are read before the first card; every change of one word changes it, and what it misses costs no answer.
 */
function sumOfWords(bytes: Uint8Array): number {
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
	let [a, b] = [0x811c9dc5, 0x811c9dc5];
	for (let at = 0; at + 1 < words.length; at += 2) {
		a = Math.imul(a ^ (words[at] ?? 0), 0x01000193);
		b = Math.imul(b ^ (words[at + 1] ?? 0), 0x01000193);
	}
	return (a ^ Math.imul(b, 0x85ebca6b)) >>> 0;
}
