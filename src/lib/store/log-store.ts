import type { Entry, Day } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import type { Beside, Damaged, StoredSegment } from './copy.ts';

/** What a start needs: never the whole log, if there is a checkpoint. */
export interface Opened {
	/** What was folded before, as bytes (schedule/checkpoint.ts), and up to where it replaces the rows; undefined if there is none. */
	readonly checkpoint: { readonly bytes: Uint8Array; readonly end: Position } | undefined;
	/** The entries behind the checkpoint's end, in order; without a checkpoint, every entry that is not sealed. */
	readonly tail: readonly Entry[];
}

/** The whole log: sealed segments (review/segment.ts), each sound, and the entries that are not sealed, in order. */
export interface WholeLog {
	readonly segments: readonly Uint8Array[];
	readonly rows: readonly Entry[];
	/** Segments that are lost, now or earlier, and have not come again. */
	readonly damaged: readonly Damaged[];
}

/**
 * Where the log is kept. Append-only: nothing is ever changed, and nothing removed but what a restore has added (decision record 11).
 * An entry may stand in two segments, or in a segment and in
 * a row: it counts once (schedule/rebuild.ts). Everything happens in the order of the calls.
 */
export interface LogStore {
	/** To be called once, before anything else. Mends what a kill has left behind. */
	open(): Promise<Opened>;
	readWhole(): Promise<WholeLog>;
	/** What was set aside, now or earlier, and has not come again. Reads little. */
	damaged(): Promise<readonly Damaged[]>;
	/** Told of each part that is found damaged and set aside, whoever had it read; what was folded before counts it still. */
	ondamaged: (found: readonly Damaged[]) => void;
	/** Every entry, in the order of the log. For export and for tests: it makes an object of each. */
	read(): Promise<readonly Entry[]>;
	/**
	 * Appends all of the entries or none; resolves when they are kept. Appending an entry again changes nothing. An entry that
	 * stands before the checkpoint's end throws the checkpoint away, in the same transaction.
	 * @throws whatever the storage throws: quota, a closed or blocked database.
	 */
	append(entries: readonly Entry[]): Promise<void>;
	/**
	 * Keeps a checkpoint in the place of the last one. Everything that was appended before this call must be in it as far as it stands
	 * before `end` or is sealed: a start never reads that again. Where another tab has meanwhile added segments, nothing is kept.
	 * @param end a start reads what stands behind it
	 */
	keepCheckpoint(bytes: Uint8Array, end: Position): Promise<void>;
	/**
	 * Seals what is long past: entries that the checkpoint covers and whose learner's day is before `before` become segments, if
	 * there are many. Resolves to how many were sealed; `full` if there was no room for it, and then nothing is lost or half done.
	 */
	seal(before: Day): Promise<number | 'full'>;
	/**
	 * Adds sealed segments of another log, all or none, and throws the checkpoint away; those that are here already change nothing.
	 * @throws RangeError if one is damaged, or is none, and then nothing has changed.
	 */
	addSegments(segments: readonly Uint8Array[]): Promise<void>;
	/**
	 * Adds segments that the caller has checked, and small things beside them, all or nothing; throws the checkpoint away.
	 * @throws whatever the storage throws, and then nothing has changed.
	 */
	restore(segments: readonly StoredSegment[], beside: Beside): Promise<void>;
	/** Takes segments out that `restore` has added, and writes small things beside, all or nothing; throws the checkpoint away. */
	takeOut(segmentIds: readonly string[], beside: Beside): Promise<void>;
	/**
	 * Compares all that the two copies hold, where there are two, and gives each what it lacks. For idle times: opening compares only
	 * what a kill can have touched. Resolves to entries that the first copy lacked: those were not in what opening gave.
	 */
	verify(): Promise<readonly Entry[]>;
	/**
	 * To be called when the app goes out of sight and has nothing to write: a start that finds it may call an answer saved as soon as one
	 * copy has it (decision record 9). Changes nothing else.
	 */
	rest(): Promise<void>;
}
