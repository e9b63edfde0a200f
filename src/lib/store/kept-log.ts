import type { Day, Entry } from '#lib/core/review/entry.ts';
import { merge, type Position } from '#lib/core/review/log.ts';
import { entriesOf, readSegment } from '#lib/core/review/segment.ts';
import { isEmpty, isSameUpToNote } from './alike.ts';
import { madeAnew, remembered } from './aside.ts';
import type { Beside, Copy, Damaged, Start, StoredSegment } from './copy.ts';
import { isFull } from './failure.ts';
import type { LogStore, Opened, WholeLog } from './log-store.ts';
import { mend, type Gained } from './mend.ts';
import { Refusal, refusing } from './refusal.ts';
import { over, restOf } from './rest.ts';
import { longPast, sealed, SEAL_LIMITS, type SealLimits } from './seal.ts';
import { serial } from './serial.ts';
import { soundSegment, storedSegments } from './sound.ts';

/** How a log is kept; all of it has defaults. */
export interface Keeping {
	/** A copy that is lost independently of the first (decision record 9). */
	readonly second?: Copy | undefined;
	readonly limits?: SealLimits;
}

/**
 * The log, in one copy or two. Whatever is written, one copy is written at a time, first the first: a process that is killed can tear
 * at most one. A write has happened when both have it, or, where the first cannot have been torn, as soon as that has it (decision
 * record 9). Should the second refuse anything, the first goes on alone until the store is opened again.
 */
export class KeptLog implements LogStore {
	readonly #first: Copy;
	#second: Copy | undefined;
	/** Whether the second copy holds what the first does, as far as anybody knows. */
	#alike = false;
	/** What both copies note while nothing is written. */
	#resting: string | undefined;
	/** Whether no kill can have torn the first copy before this session. */
	#isFirstSound = false;
	/** The segments that this page knows of; undefined before the log is opened. */
	#known: Set<string> | undefined;
	readonly #oneAtATime = serial();
	readonly #limits: SealLimits;
	ondamaged: (found: readonly Damaged[]) => void = () => undefined;

	constructor(first: Copy, { second, limits = SEAL_LIMITS }: Keeping = {}) {
		this.#first = first;
		this.#second = second && refusing(second);
		this.#limits = limits;
	}

	open(): Promise<Opened> {
		return this.#oneAtATime(async () => {
			const [one, other] = await Promise.all([this.#first.start(), this.#trySecond((second) => second.start())]);
			this.#known = new Set(one.segmentIds);
			if (other === undefined) return opened(one, one.rows);
			await this.#learn(one, other);
			if (isSameUpToNote(one, other)) return opened(one, await this.#mendTail(one.rows, other.rows));
			await this.#makeAlike();
			// A first copy that was wiped is sound now, even if it is empty. The second may be torn, unfound: written now, it is found so in time.
			if (isEmpty(one) && this.#resting === undefined) await this.#trySecond((second) => second.rest(over(newMark())));
			const mended = await this.#first.start();
			this.#known = new Set(mended.segmentIds);
			const { note } = mended;
			if (note) await this.#trySecond((second) => second.keepCheckpoint(undefined, note));
			return opened(mended, mended.rows);
		});
	}

	readWhole(): Promise<WholeLog> {
		return this.#oneAtATime(async () => {
			if (!this.#alike) await this.#makeAlike();
			const { rows, segments } = await this.#first.held();
			const found = await Promise.all(segments.map(soundly));
			const lost: Damaged[] = [];
			const sound: Uint8Array[] = [];
			this.#known = new Set();
			for (const [at, stored] of segments.entries()) {
				const saved = found[at] ?? (await this.#rescue(stored));
				if (saved === undefined) lost.push({ id: stored.id, head: stored.head });
				else {
					sound.push(saved.bytes);
					this.#known.add(saved.id);
				}
			}
			this.#tell(lost);
			return { segments: sound, rows, damaged: await this.#stillMissing({ segments: sound, rows }) };
		});
	}

	damaged(): Promise<readonly Damaged[]> {
		return this.#oneAtATime(() => this.#damaged());
	}

	async #damaged(): Promise<readonly Damaged[]> {
		return remembered(this.#first, (await this.#trySecond((second) => second.damaged())) ?? []);
	}

	async read(): Promise<readonly Entry[]> {
		const { segments, rows } = await this.readWhole();
		const sealedEntries = segments.flatMap((bytes) => {
			const read = readSegment(bytes);
			return 'segment' in read ? entriesOf(read.segment) : [];
		});
		return merge(sealedEntries, rows);
	}

	async append(entries: readonly Entry[]): Promise<void> {
		if (entries.length > 0) await this.#write((copy) => copy.append(entries));
	}

	keepCheckpoint(bytes: Uint8Array, end: Position): Promise<void> {
		const note = { end: { at: end.at, id: end.id }, mark: newMark() };
		// As of now: a part that is set aside before its turn comes is counted in it.
		const known = this.#known;
		// The second copy notes only what it is known to hold.
		return this.#write((copy, isFirst) =>
			isFirst ? copy.keepCheckpoint(bytes, note, known) : this.#alike ? copy.keepCheckpoint(undefined, note) : Promise.resolve()
		);
	}

	async seal(before: Day): Promise<number | 'full'> {
		const { least, most } = this.#limits;
		for (let count = 0; ;) {
			const note = await this.#first.note();
			const rows = note ? await this.#first.rowsUpTo(note.end, most) : [];
			const past = longPast(rows, before);
			// Packed and hashed first: waiting for a hash would end a transaction.
			const part = past.length < least ? undefined : await sealed(past);
			if (part === undefined || part.rows.length < least) return count;
			try {
				if (!(await this.#write((copy) => copy.seal(part.segment, part.rows)))) return count;
				this.#known?.add(part.segment.id);
			} catch (error) {
				if (isFull(error)) return 'full';
				throw error;
			}
			count += part.rows.length;
		}
	}

	async addSegments(segments: readonly Uint8Array[]): Promise<void> {
		const stored = await storedSegments(segments);
		if (stored.length > 0) await this.#add(stored);
	}

	restore(segments: readonly StoredSegment[], beside: Beside): Promise<void> {
		return this.#add(segments, beside);
	}

	async takeOut(segmentIds: readonly string[], beside: Beside): Promise<void> {
		if (segmentIds.length + beside.settings.size + beside.texts.size === 0) return;
		await this.#write((copy, isFirst) => copy.takeOut(segmentIds, isFirst ? beside : undefined));
		for (const id of segmentIds) this.#known?.delete(id);
	}

	async #add(segments: readonly StoredSegment[], beside?: Beside): Promise<void> {
		await this.#write((copy, isFirst) => copy.addSegments(segments, isFirst ? beside : undefined));
		for (const { id } of segments) this.#known?.add(id);
	}

	verify(): Promise<readonly Entry[]> {
		return this.#oneAtATime(async () => {
			const { entries, segments } = await this.#makeAlike();
			return segments.reduce((all, segment) => merge(all, entriesOf(segment)), entries);
		});
	}

	rest(): Promise<void> {
		return this.#oneAtATime(async () => {
			if (this.#resting !== undefined || !this.#alike) return;
			const mark = newMark();
			// The first copy too, so that one that was torn before is found so at the next start.
			await this.#first.rest(mark);
			await this.#trySecond(async (second) => {
				await second.rest(mark);
				this.#resting = mark;
			});
		});
	}

	/** Resolves when everything that was begun is done, in both copies. */
	settled(): Promise<void> {
		return this.#oneAtATime(() => Promise.resolve());
	}

	/** Writes something else into the files of the first copy, in its turn. */
	writeBeside<T>(act: () => Promise<T>): Promise<T> {
		return this.#oneAtATime(async () => {
			await this.#wake();
			return act();
		});
	}

	/** Writes the first copy, then the second. Resolves when that is safe. */
	#write<T>(act: (copy: Copy, isFirst: boolean) => Promise<T>): Promise<T> {
		const first = this.writeBeside(() => act(this.#first, true));
		const both = this.#oneAtATime(async () => {
			const result = await first;
			await this.#trySecond((second) => act(second, false));
			return result;
		});
		if (!this.#isFirstSound) return both;
		both.catch(() => undefined); // the same failure as that of the first
		return first;
	}

	/** Before anything is written, the rest is over. */
	async #wake(): Promise<void> {
		const mark = this.#resting;
		if (mark === undefined) return;
		this.#resting = undefined;
		await this.#trySecond((second) => second.rest(over(mark)));
	}

	/** What the last session has left behind. */
	async #learn(one: Start, other: Start): Promise<void> {
		const { resting: mark = '' } = one;
		const rest = restOf(one, other);
		this.#isFirstSound = rest === 'resting';
		if (rest === 'resting') this.#resting = mark;
		// A torn copy is found so at the start after it was written: now, while the first is not torn.
		if (rest === 'torn') await this.#trySecond((second) => second.rest(over(mark)));
	}

	/** Undefined where there is no second copy; if it refuses, there is none from then on. */
	async #trySecond<T>(act: (second: Copy) => Promise<T>): Promise<T | undefined> {
		if (this.#second === undefined) return undefined;
		try {
			return await act(this.#second);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			this.#second = undefined;
			this.#alike = false;
			return undefined;
		}
	}

	async #makeAlike(): Promise<Gained> {
		const gained = await this.#trySecond((second) => mend(this.#first, second));
		this.#alike = this.#second !== undefined;
		if (gained) this.#tell(gained.damaged);
		return gained ?? { entries: [], segments: [], damaged: [] };
	}

	/** Gives each copy what it lacks of what stands behind the checkpoint. Resolves to all of that. */
	async #mendTail(one: readonly Entry[], other: readonly Entry[]): Promise<readonly Entry[]> {
		const tail = merge(one, other);
		const lackingIn = (rows: readonly Entry[]): readonly Entry[] => {
			const here = new Set(rows.map(({ id }) => id));
			return tail.filter(({ id }) => !here.has(id));
		};
		if (lackingIn(one).length > 0) await this.#first.append(lackingIn(one));
		if (lackingIn(other).length > 0) await this.#trySecond((second) => second.append(lackingIn(other)));
		this.#alike = this.#second !== undefined;
		return tail;
	}

	/** What is set aside, but for what came again in other segments: that stands in its place again. */
	async #stillMissing(log: Pick<WholeLog, 'segments' | 'rows'>): Promise<readonly Damaged[]> {
		const aside = await this.#damaged();
		const again = await madeAnew(aside, log);
		if (again.length === 0) return aside;
		try {
			await this.#first.addSegments(again);
		} catch (error) {
			if (isFull(error)) return aside; // named until there is room
			throw error;
		}
		await this.#trySecond((second) => second.addSegments(again));
		for (const { id } of again) this.#known?.add(id);
		return aside.filter(({ id }) => again.every((one) => one.id !== id));
	}

	#tell(found: readonly Damaged[]): void {
		if (found.length > 0) this.ondamaged(found);
	}

	/** A damaged segment as the second copy has it; undefined, and set aside, if it is lost there too. */
	async #rescue(damaged: StoredSegment): Promise<StoredSegment | undefined> {
		const [other] = (await this.#trySecond((second) => second.segmentsOf([damaged.id]))) ?? [];
		if (other && (await soundSegment(other))) {
			// Where there is no room for it, it is read from the second copy the next time too.
			await this.#first.replace(other).catch(() => undefined);
			return other;
		}
		await this.#first.setAside(damaged);
		await this.#trySecond((second) => second.setAside(damaged));
		return undefined;
	}
}

async function soundly(stored: StoredSegment): Promise<StoredSegment | undefined> {
	return (await soundSegment(stored)) && stored;
}

function opened({ note, checkpoint }: Start, tail: readonly Entry[]): Opened {
	return { checkpoint: note && checkpoint && { bytes: checkpoint, end: note.end }, tail };
}

function newMark(): string {
	return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
