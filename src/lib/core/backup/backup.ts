import type { Entry, Millis } from '#lib/core/review/entry.ts';
import type { Segment, SegmentHead } from '#lib/core/review/segment.ts';

/** The version of the format below. Whatever older versions wrote is read for ever (tests/fixtures/). */
export const FORMAT = 1;

/** Small things by the name of the store that holds them ("settings", "texts"), then by their own name; what JSON can carry. */
export type Stores = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is to be saved. */
export interface Contents {
	readonly savedAt: Millis;
	/** Sealed parts of the log, each sound (review/segment.ts). */
	readonly segments: readonly Uint8Array[];
	/** The entries that are not sealed; what JSON can carry. */
	readonly rows: readonly Entry[];
	readonly stores: Stores;
}

/** What the first lines say about a part, so that it can be said what is missing when it is damaged. */
export interface PartAbout {
	readonly kind: 'entries' | 'things';
	/** The SHA-256 of its bytes when unpacked, in hexadecimal digits. */
	readonly id: string;
	/** How many bytes it has when unpacked. */
	readonly size: number;
	/** Of entries alone. */
	readonly head?: SegmentHead;
}

/** What the first lines say about a backup. */
export interface Head {
	readonly savedAt: Millis;
	readonly parts: readonly PartAbout[];
}

/** A part of a log that came out of a file and is sound. */
export interface Sealed {
	/** The SHA-256 of its bytes, in hexadecimal digits. */
	readonly id: string;
	readonly bytes: Uint8Array;
	readonly segment: Segment;
}

/** What a file held, as far as it is sound. */
export interface Backup {
	/** Undefined where the first lines are damaged, and in files that do not say it. */
	readonly savedAt: Millis | undefined;
	readonly parts: readonly Sealed[];
	readonly stores: Stores;
}

/** What a damaged file lacks. */
export interface Damage {
	/** Where the first damage was found, in bytes from the beginning. */
	readonly at: number;
	/** Whether the file ends before it should. */
	readonly isCut: boolean;
	/** Whether the first lines are damaged: then nobody knows how much is missing. */
	readonly isHeadLost: boolean;
	/** The parts that are missing, as far as the first lines tell. */
	readonly lost: readonly PartAbout[];
}

/** Why a file is not read at all. */
export type Fault =
	| { readonly kind: 'empty' }
	| { readonly kind: 'foreign'; readonly looks: Looks }
	| { readonly kind: 'future'; readonly format: number }
	| { readonly kind: 'too-large'; readonly size: number }
	| { readonly kind: 'bomb'; readonly at: number }
	| { readonly kind: 'cannot-unpack' }
	| { readonly kind: 'nothing-sound'; readonly damage: Damage };

/** What a foreign file may be, by its first bytes. */
export type Looks = 'picture' | 'archive' | 'document' | 'deck' | 'text' | 'unknown';

/** What was read. With `damage`, the backup holds what is sound, and only that. */
export type ReadBackup = { readonly backup: Backup; readonly damage?: Damage } | { readonly fault: Fault };
