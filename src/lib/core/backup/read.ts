import { crc32 } from '#lib/core/review/crc32.ts';
import type { Damage, Fault, Head, ReadBackup, Sealed, Stores } from './backup.ts';
import { findFrame, FRAME_SIZE, readFrame, type Frame } from './frame.ts';
import { LARGEST_FILE, LARGEST_PART, LARGEST_PREAMBLE, LARGEST_WHOLE } from './limits.ts';
import { looksOf } from './looks.ts';
import type { Means, Source } from './means.ts';
import { readPreamble } from './preamble.ts';
import { readTextFile } from './read-text.ts';
import { soundSegment } from './sound-segment.ts';

/** So much is looked through at a time where the next sound part is searched for, in bytes. */
const WINDOW = 2 ** 20;

/**
 * Reads a backup of any format that there ever was, checks every byte of it, and holds no more of it than LARGEST_WHOLE. Nothing else
 * is touched: what to do with it is decided later. Rejects only with what the source throws.
 * @param onprogress told how much of the file has been read, 0 to 1
 */
export async function readBackup(source: Source, means: Means, onprogress: (share: number) => void = () => undefined): Promise<ReadBackup> {
	const { size } = source;
	if (size === 0) return { fault: { kind: 'empty' } };
	const start = await source.read(0, Math.min(size, 4096));
	if (readPreamble(start).kind === 'foreign') {
		const text = await readTextFile(source, start, means);
		return text ?? { fault: { kind: 'foreign', looks: looksOf(start) } };
	}
	if (size > LARGEST_FILE) return { fault: { kind: 'too-large', size } };
	const preamble = readPreamble(await source.read(0, Math.min(size, LARGEST_PREAMBLE)));
	if (preamble.kind === 'future') return { fault: preamble };
	const reading = new Reading(source, means, onprogress);
	return preamble.kind === 'sound' ? reading.from(preamble.end, preamble.head) : reading.from(0, undefined);
}

/** Something that was begun and may have gone wrong. */
type Step = 'ok' | 'lost' | Fault;

class Reading {
	readonly #source: Source;
	readonly #means: Means;
	readonly #onprogress: (share: number) => void;
	readonly #parts: Sealed[] = [];
	readonly #stores: Record<string, Record<string, unknown>> = {};
	/** The numbers of the parts that were read and found sound. */
	readonly #sound = new Set<number>();
	#size = 0;
	/** Where the first damage is, and whether the file ends in it. */
	#damaged: number | undefined;
	#isCut = false;

	constructor(source: Source, means: Means, onprogress: (share: number) => void) {
		this.#source = source;
		this.#means = means;
		this.#onprogress = onprogress;
	}

	async from(start: number, head: Head | undefined): Promise<ReadBackup> {
		if (head === undefined) this.#damaged = 0;
		for (let at = start; at < this.#source.size;) {
			this.#onprogress(at / this.#source.size);
			const frame = readFrame(await this.#source.read(at, at + FRAME_SIZE));
			if (frame === undefined) {
				this.#damaged ??= at;
				this.#isCut = at + FRAME_SIZE > this.#source.size;
				at = await this.#nextFrame(at + 1);
				continue;
			}
			const body = at + FRAME_SIZE;
			const step = await this.#take(frame, body, head);
			if (typeof step === 'object') return { fault: step };
			if (step === 'ok') at = body + frame.length;
			else {
				this.#damaged ??= at;
				this.#isCut = body + frame.length > this.#source.size;
				at = this.#isCut ? await this.#nextFrame(body) : body + frame.length;
			}
		}
		this.#onprogress(1);
		return this.#result(head);
	}

	/** Takes a part in, if it is sound. */
	async #take(frame: Frame, at: number, head: Head | undefined): Promise<Step> {
		const { kind, isPacked, number, length, size, sum } = frame;
		this.#size += size;
		if (size > LARGEST_PART || length > LARGEST_PART || this.#size > LARGEST_WHOLE) return { kind: 'bomb', at };
		if (at + length > this.#source.size) return 'lost';
		const packed = await this.#source.read(at, at + length);
		if (packed.length !== length || crc32(packed) !== sum || this.#sound.has(number)) return 'lost';
		const bytes = isPacked ? await this.#means.unpack(packed, size) : packed;
		if (bytes === 'bomb') return { kind: 'bomb', at };
		if (bytes === 'cannot') return { kind: 'cannot-unpack' };
		if (bytes === 'broken' || bytes.length !== size) return 'lost';
		const id = await this.#means.hash(bytes);
		const about = head?.parts[number];
		if (head !== undefined && (about?.id !== id || about.kind !== kind)) return 'lost';
		if (!(kind === 'entries' ? this.#takeEntries(id, bytes) : this.#takeThings(bytes))) return 'lost';
		this.#sound.add(number);
		return 'ok';
	}

	#takeEntries(id: string, bytes: Uint8Array): boolean {
		const segment = soundSegment(bytes);
		if (segment !== undefined) this.#parts.push({ id, bytes, segment });
		return segment !== undefined;
	}

	#takeThings(bytes: Uint8Array): boolean {
		try {
			const { store, values } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Record<string, unknown>;
			if (typeof store !== 'string' || typeof values !== 'object' || values === null) return false;
			this.#stores[store] = { ...this.#stores[store], ...values };
			return true;
		} catch {
			return false;
		}
	}

	/** Where the next sound frame begins, or the end of the file. */
	async #nextFrame(from: number): Promise<number> {
		for (let at = from; at < this.#source.size; at += WINDOW - FRAME_SIZE) {
			const found = findFrame(await this.#source.read(at, at + WINDOW), 0);
			if (found >= 0) return at + found;
		}
		return this.#source.size;
	}

	#result(head: Head | undefined): ReadBackup {
		const lost = (head?.parts ?? []).filter((_, number) => !this.#sound.has(number));
		const backup = { savedAt: head?.savedAt, parts: this.#parts, stores: this.#stores as Stores };
		if (lost.length === 0 && this.#damaged === undefined) return { backup };
		const damage: Damage = {
			at: this.#damaged ?? this.#source.size,
			// A file may be cut between two parts, and look whole there.
			isCut: this.#isCut || this.#damaged === undefined,
			isHeadLost: head === undefined,
			lost
		};
		return this.#sound.size === 0 ? { fault: { kind: 'nothing-sound', damage } } : { backup, damage };
	}
}
