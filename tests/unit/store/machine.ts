import { expect } from 'vitest';
import type { Entry } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { entriesOf, packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import type { Progress } from '#lib/core/schedule/progress.ts';
import { fold, replay } from '#lib/core/schedule/replay.ts';
import { KeptLog } from '#lib/store/kept-log.ts';
import { planRestore } from '#lib/store/plan-restore.ts';
import { segmentId } from '#lib/store/sound.ts';
import type { Opened } from '#lib/store/log-store.ts';
import { baseOf, segmentIn } from '../../logs.ts';
import { told } from '../told.ts';
import { Disk, Life, type Files } from './disks.ts';

/** Something that an app does with its log. */
export type Act =
	| { readonly kind: 'append'; readonly count: number }
	| { readonly kind: 'checkpoint' }
	/** It keeps a checkpoint, and seals what happened before a day. */
	| { readonly kind: 'seal'; readonly before: number }
	/** Another device's log comes in, as segments. */
	| { readonly kind: 'receive'; readonly entries: readonly Entry[] }
	/** A backup is restored: what is new in it comes in. */
	| { readonly kind: 'restore'; readonly entries: readonly Entry[] }
	/** What the last restore has added is taken out again. */
	| { readonly kind: 'take-out' }
	| { readonly kind: 'verify' }
	/** The app goes out of sight. */
	| { readonly kind: 'rest' }
	/** It writes a setting. */
	| { readonly kind: 'set' }
	| { readonly kind: 'restart' }
	/** One copy is lost while the app is closed. */
	| { readonly kind: 'wipe'; readonly which: 'first' | 'second' };

/** A device on which an app keeps its log in one or two copies, is killed and started again; and what it must never forget. */
export class Machine {
	readonly #first: Disk;
	readonly #second: Disk | undefined;
	/** What is still to be answered. */
	#ahead: readonly Entry[];
	#life = new Life();
	#writeSetting!: () => Promise<void>;
	#log!: KeptLog;
	/** What was called kept. */
	#kept: readonly Entry[] = [];
	/** What was being written when the process was killed: kept as a whole, or not at all. */
	#inFlight: readonly Entry[] = [];
	/** What the last restore has added, while it can be taken out. */
	#restored: { readonly ids: readonly string[]; readonly entries: readonly Entry[] } | undefined;
	/** Opened so far. */
	starts = 0;
	/** Starts that went on from a checkpoint. */
	continued = 0;
	sealed = 0;
	/** Entries that a restore had added and that were taken out again. */
	takenOut = 0;

	constructor(first: Files, second: Files | undefined, ahead: readonly Entry[]) {
		this.#first = new Disk(first);
		this.#second = second && new Disk(second);
		this.#ahead = ahead;
	}

	/** Does something, and is killed in that many moments from now, if it lasts so long. Resolves to whether it was killed. */
	async do(act: Act, killedIn?: number, tears = false): Promise<boolean> {
		this.#life.left = killedIn ?? Infinity;
		this.#life.tears = tears;
		await this.#do(act).catch((error: unknown) => {
			if (!this.#life.dead) throw error;
		});
		// The second copy is written when the act is over for the app.
		await this.#log.verify().catch(() => undefined);
		this.#life.left = Infinity;
		return this.#life.dead;
	}

	/** From now on nothing that is begun happens. */
	kill(): void {
		this.#life.dead = true;
	}

	/** Starts the app, and is killed in that many moments while it opens its log; then starts it again, and looks whether all is there. */
	async start(killedIn = Infinity): Promise<void> {
		if (killedIn !== Infinity) {
			await this.#boot(killedIn)
				.then(() => this.#log.open())
				.catch((error: unknown) => {
					if (!this.#life.dead) throw error;
				});
		}
		await this.#boot(Infinity);
		const opened = await this.#log.open();
		const all = await this.#log.read();
		const [without, within] = [merge(this.#kept, []), merge(this.#kept, this.#inFlight)];
		same(idsOf(all), idsOf(all.length === without.length ? without : within));
		this.#kept = all;
		this.#inFlight = [];
		const follows = told(fold(all));
		// Without a checkpoint that can be continued, this is what the app shows.
		same(told(baseOf(await this.#log.readWhole())), follows);
		const progress = continuedFrom(opened);
		if (progress === undefined) return;
		this.continued += 1;
		same(told(progress), follows);
	}

	/** Looks whether either copy alone holds everything. */
	async compareCopies(): Promise<void> {
		await this.start();
		expect(await this.#log.verify()).toEqual([]);
		for (const disk of [this.#first, this.#second]) {
			if (disk && disk.state !== 'spoilt') same(idsOf(await new KeptLog(await disk.start(new Life())).read()), idsOf(this.#kept));
		}
		this.close();
	}

	close(): void {
		this.#first.close();
		this.#second?.close();
	}

	async #boot(killedIn: number): Promise<void> {
		this.starts += 1;
		this.#life = new Life();
		this.#life.left = killedIn;
		const first = await this.#first.start(this.#life);
		this.#writeSetting = first.writeBeside;
		this.#log = new KeptLog(first, { second: await this.#second?.start(this.#life), limits: { least: 3, most: 12 } });
	}

	async #do(act: Act): Promise<void> {
		switch (act.kind) {
			case 'append': {
				const entries = this.#ahead.slice(0, act.count);
				this.#ahead = this.#ahead.slice(act.count);
				// No device writes an entry that came from a backup.
				if (this.#restored?.entries.some(({ id }) => entries.some((entry) => entry.id === id))) this.#restored = undefined;
				await this.#keep(entries, () => this.#log.append(entries));
				return;
			}
			case 'restore': {
				const bytes = packSegment(act.entries);
				const part = { id: await segmentId(bytes), bytes, segment: segmentIn(bytes) };
				const { segments } = await planRestore(this.#log, { parts: [part] });
				const entries = segments.flatMap((segment) => entriesOf(segmentIn(segment.bytes)));
				this.#restored = { ids: segments.map(({ id }) => id), entries };
				await this.#keep(entries, () => this.#log.restore(segments, NOTHING));
				return;
			}
			case 'take-out': {
				const { ids, entries } = this.#restored ?? { ids: [], entries: [] };
				const there = new Set(entries.map(({ id }) => id));
				this.#restored = undefined;
				// Until it is done, it may be there as a whole or not at all.
				this.#inFlight = this.#kept.filter(({ id }) => there.has(id));
				this.#kept = this.#kept.filter(({ id }) => !there.has(id));
				this.takenOut += this.#inFlight.length;
				await this.#log.takeOut(ids, NOTHING);
				if (!this.#life.dead) this.#inFlight = [];
				return;
			}
			case 'receive': {
				this.#restored = undefined;
				const half = Math.floor(act.entries.length / 2);
				const segments = [act.entries.slice(0, half), act.entries.slice(half)].map(packSegment);
				await this.#keep(act.entries, () => this.#log.addSegments(segments));
				return;
			}
			case 'checkpoint':
				await this.#keepCheckpoint();
				return;
			case 'seal':
				await this.#keepCheckpoint();
				this.sealed += Number(await this.#log.seal(act.before));
				return;
			case 'verify':
				await this.#log.verify();
				return;
			case 'rest':
				await this.#log.rest();
				return;
			case 'set':
				await this.#log.writeBeside(this.#writeSetting);
				return;
			case 'restart':
				await this.start();
				return;
			case 'wipe':
				if (this.#second === undefined || this.#first.state !== 'sound' || this.#second.state !== 'sound') return;
				(act.which === 'first' ? this.#first : this.#second).wipe();
				await this.start();
		}
	}

	async #keepCheckpoint(): Promise<void> {
		const base = baseOf(await this.#log.readWhole());
		const bytes = packCheckpoint(base);
		if (bytes && base.end) await this.#log.keepCheckpoint(bytes, base.end);
	}

	async #keep(entries: readonly Entry[], write: () => Promise<void>): Promise<void> {
		this.#inFlight = entries;
		await write();
		if (this.#life.dead) return; // nobody was told
		this.#inFlight = [];
		this.#kept = merge(this.#kept, entries);
	}
}

const NOTHING = { settings: new Map(), texts: new Map() };

const idsOf = (entries: readonly Entry[]): string => entries.map(({ at, id }) => `${at} ${id}`).join('\n');

/** What follows from a checkpoint and the rows behind it, if it can be used. */
function continuedFrom({ checkpoint, tail }: Opened): Progress | undefined {
	const base = checkpoint && readCheckpoint(checkpoint.bytes);
	return base && replay(base, tail);
}

/** Fails with a readable difference; quick where there is none. */
function same(actual: string, wanted: string): void {
	if (actual !== wanted) expect(actual).toBe(wanted);
}
