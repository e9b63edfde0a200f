import type { Entry } from '#lib/core/review/entry.ts';
import type { Position } from '#lib/core/review/log.ts';
import type { SegmentHead } from '#lib/core/review/segment.ts';

/** A sealed part of the log. */
export interface StoredSegment {
	/** The SHA-256 of the bytes, in hexadecimal digits. */
	readonly id: string;
	readonly bytes: Uint8Array;
	readonly head: SegmentHead;
}

/** A sealed part of the log whose bytes are damaged in every copy: set aside, never deleted. */
export interface Damaged {
	/** The segment's id: the SHA-256 of the bytes that it had. */
	readonly id: string;
	/** What it held. */
	readonly head: SegmentHead;
}

/**
 * What a checkpoint covers. Where two copies hold the same note, they held the same entries up to its end when it was written, and
 * nothing has come in there since: what does takes the note away.
 */
export interface Note {
	/** The last entry that is folded in the checkpoint. */
	readonly end: Position;
	/** Never the same for two checkpoints. */
	readonly mark: string;
}

/** Under which name a copy in IndexedDB keeps it. */
export const NOTE = 'note';

/** What a start reads of a copy. */
export interface Start {
	readonly note: Note | undefined;
	/** The checkpoint's bytes; the second copy has none. */
	readonly checkpoint: Uint8Array | undefined;
	/** The rows behind the note's end, in order; all, if there is no note. */
	readonly rows: readonly Entry[];
	readonly segmentIds: readonly string[];
	/** What `rest` has noted last. */
	readonly resting: string | undefined;
}

/** The keys of everything in a copy. */
export interface Keys {
	readonly rows: readonly Position[];
	readonly segmentIds: readonly string[];
	/** Segments that were taken out of this copy again, and may not have been out of the other one. */
	readonly goneIds: readonly string[];
}

/** Small things that are written together with segments, by name: values to put; undefined takes one away. */
export interface Beside {
	readonly settings: ReadonlyMap<string, unknown>;
	/** Texts of decks, by the deck's id. */
	readonly texts: ReadonlyMap<string, string | undefined>;
}

/** All that a copy holds of the log. */
export interface Held {
	readonly rows: readonly Entry[];
	readonly segments: readonly StoredSegment[];
}

/**
 * One copy of the log: rows, one an entry, and segments. Each method is one transaction: it happens as a whole or not at all, and
 * has happened when it resolves. Rejects with whatever the storage throws.
 */
export interface Copy {
	readonly start: () => Promise<Start>;
	readonly note: () => Promise<Note | undefined>;
	readonly keys: () => Promise<Keys>;
	readonly held: () => Promise<Held>;
	/** What was set aside here and has not come again, without its bytes. */
	readonly damaged: () => Promise<readonly Damaged[]>;
	/** The rows at these places, in order, as far as there are any. */
	readonly rowsAt: (places: readonly Position[]) => Promise<readonly Entry[]>;
	/** The rows up to a place, in order; the first `most` of them. */
	readonly rowsUpTo: (end: Position, most: number) => Promise<readonly Entry[]>;
	/** The segments of these ids, as far as they are here. */
	readonly segmentsOf: (ids: readonly string[]) => Promise<readonly StoredSegment[]>;

	/**
	 * Adds rows. Of two different entries in one place the one with the lesser text stays, as when logs are merged. Takes note and
	 * checkpoint away if anything has changed that they cover.
	 */
	readonly append: (entries: readonly Entry[]) => Promise<void>;
	/** Adds segments that are not here, takes note and checkpoint away if there were such, and writes small things beside. */
	readonly addSegments: (segments: readonly StoredSegment[], beside?: Beside) => Promise<void>;
	/** Takes segments out again, with note and checkpoint, remembers that they are gone, and writes small things beside. */
	readonly takeOut: (segmentIds: readonly string[], beside?: Beside) => Promise<void>;
	/**
	 * @param checkpoint undefined for a copy that keeps the note alone
	 * @param known the segments that are folded in it; if there are others here, nothing is changed
	 */
	readonly keepCheckpoint: (checkpoint: Uint8Array | undefined, note: Note, known?: ReadonlySet<string>) => Promise<void>;
	/**
	 * Puts a segment in the place of rows that it holds. Gives false, and changes nothing, if one of the rows does not stand here as
	 * given, or stands behind the note's end, where a start looks for rows.
	 */
	readonly seal: (segment: StoredSegment, rows: readonly Entry[]) => Promise<boolean>;
	/** Puts sound bytes in the place of damaged ones. */
	readonly replace: (segment: StoredSegment) => Promise<void>;
	/** Notes whether anything is being written (rest.ts). */
	readonly rest: (mark: string) => Promise<void>;
	/** Takes a damaged segment out of the log, if it is there, with note and checkpoint, which count it; and keeps its bytes apart. */
	readonly setAside: (segment: StoredSegment) => Promise<void>;
}
