import { describe, expect, test } from 'vitest';
import type { Entry, EntryId } from '#lib/core/review/entry.ts';
import { merge, type Position } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint, readCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { fold, replay } from '#lib/core/schedule/replay.ts';
import type { LogStore } from '#lib/store/log-store.ts';
import type { Store } from '#lib/store/open.ts';
import { baseOf, review, reviewsOn } from './logs.ts';
import { told } from './unit/told.ts';

/** A store under test: opened on a place of its own, and opened again on the same place as after a restart. */
export interface StoreUnderTest {
	open(): Promise<Store>;
	/** Closes what was opened last and opens the same place again. */
	reopen(): Promise<Store>;
	/** Opens the same place beside what is open, as another page does. */
	another(): Promise<Store>;
	/** Whether what was kept is there after a restart. */
	readonly lasts: boolean;
}

const future = { kind: 'from-the-future', id: 'f1' as EntryId, at: 15, what: { nested: [1, 'two', null] } };

/** Folds all that a log holds and keeps the result. */
export async function keepCheckpointOf(log: LogStore): Promise<Position> {
	const base = baseOf(await log.readWhole());
	const bytes = packCheckpoint(base);
	if (bytes === undefined || base.end === undefined) throw new Error('The log is empty.');
	await log.keepCheckpoint(bytes, base.end);
	return base.end;
}

/** What every store promises of answers and small things that are written one by one. */
export function writingContract(name: string, place: () => StoreUnderTest): void {
	describe(`the log in ${name}`, () => {
		test('is empty at first', async () => {
			const { log } = await place().open();
			expect(await log.open()).toEqual({ checkpoint: undefined, tail: [] });
			expect(await log.readWhole()).toEqual({ segments: [], rows: [], damaged: [] });
			expect(await log.damaged()).toEqual([]);
			expect(await log.read()).toEqual([]);
			expect(await log.verify()).toEqual([]);
		});
		test('gives back what was appended, in the order of the log: by time, then by id', async () => {
			const { log } = await place().open();
			await log.append([review('b', 30)]);
			await log.append([review('z', 10), review('a', 30), review('c', 20)]);
			expect((await log.read()).map(({ id }) => id)).toEqual(['z', 'c', 'a', 'b']);
		});
		test('keeps an entry of an unknown kind whole', async () => {
			const { log } = await place().open();
			await log.append([future]);
			expect(await log.read()).toEqual([future]);
		});
		test('is not changed by appending an entry again, alone or among new ones', async () => {
			const { log } = await place().open();
			await log.append([]);
			await log.append([review('a', 1)]);
			await log.append([review('a', 1)]);
			await log.append([review('a', 1), review('b', 2), review('b', 2)]);
			expect(await log.read()).toEqual([review('a', 1), review('b', 2)]);
		});
		test('keeps, of two entries that share id and time, the one that every device keeps', async () => {
			const { log } = await place().open();
			const [one, other] = [review('a', 1), { ...review('a', 1), rating: 'again' as const }];
			await log.append([one]);
			await log.append([other]);
			await log.append([one]);
			expect(await log.read()).toEqual(merge([one], [other]));
		});
		test('takes many appends at once and loses none', async () => {
			const { log } = await place().open();
			const entries = Array.from({ length: 60 }, (_, index) => review(`e${String(index).padStart(2, '0')}`, index % 7));
			await Promise.all(entries.map((entry) => log.append([entry])));
			expect(await log.read()).toEqual(merge(entries, []));
		});
		test('appends all entries or none', async () => {
			const { log } = await place().open();
			const broken = { ...review('x', 3), at: Symbol('not storable') as unknown as number };
			await expect(Promise.resolve().then(() => log.append([review('a', 1), broken]))).rejects.toThrow();
			expect(await log.read()).toEqual([]);
			await log.append([review('a', 1)]);
			expect(await log.read()).toEqual([review('a', 1)]);
		});
		test('is there after a restart, if it lasts at all', async () => {
			const under = place();
			const entries: Entry[] = [
				review('a', 1),
				review('b', 2),
				{ kind: 'retraction', id: 'r' as EntryId, at: 3, entryId: 'a' as EntryId } as const
			];
			await (await under.open()).log.append(entries);
			const store = await under.reopen();
			expect(await store.log.read()).toEqual(under.lasts ? entries : []);
			expect(store.notKept === undefined).toBe(under.lasts);
		});
	});

	describe(`a checkpoint in ${name}`, () => {
		test('is given at the next opening, with the entries behind it alone', async () => {
			const under = place();
			const first = reviewsOn(10, 0, 5);
			const later = reviewsOn(12, 5, 3);
			const { log } = await under.open();
			await log.open();
			await log.append(first);
			const end = await keepCheckpointOf(log);
			await log.append(later);
			if (!under.lasts) return;
			const { checkpoint, tail } = await (await under.reopen()).log.open();
			expect(checkpoint?.end).toEqual(end);
			expect(tail).toEqual(later);
			const base = checkpoint && readCheckpoint(checkpoint.bytes);
			const progress = base && replay(base, tail);
			expect(progress && told(progress)).toBe(told(fold([...first, ...later])));
		});
		test('is thrown away by an entry that stands before its end, and by no other', async () => {
			const { log } = await place().open();
			await log.append([review('b', 20), review('d', 40)]);
			await keepCheckpointOf(log);
			await log.append([review('b', 20), review('e', 50)]);
			expect((await log.open()).tail).toEqual([review('e', 50)]);
			await log.append([review('f', 60), review('c', 30)]);
			expect(await log.open()).toEqual({
				checkpoint: undefined,
				tail: ['b', 'c', 'd', 'e', 'f'].map((id, at) => review(id, 20 + at * 10))
			});
		});
		test('takes the place of the one before', async () => {
			const { log } = await place().open();
			await log.append(reviewsOn(10, 0, 2));
			await keepCheckpointOf(log);
			await log.append(reviewsOn(11, 2, 2));
			const end = await keepCheckpointOf(log);
			expect(await log.open()).toMatchObject({ checkpoint: { end }, tail: [] });
		});
	});

	describe(`small things in ${name}`, () => {
		test('settings give back what was set last, and nothing for what was never set', async () => {
			const { settings } = await place().open();
			expect(await settings.get('place')).toBeUndefined();
			await settings.set('place', { day: 1 });
			await settings.set('place', { day: 2, deckName: 'x' });
			expect(await settings.get('place')).toEqual({ day: 2, deckName: 'x' });
		});
		test("decks' texts are kept by the deck's id", async () => {
			const under = place();
			const { texts } = await under.open();
			expect(await texts.get('power')).toBeUndefined();
			await texts.set('power', 'old');
			await texts.set('power', '# Kraków');
			await texts.set('anarchy', '');
			expect(await texts.get('power')).toBe('# Kraków');
			expect(await texts.keys()).toEqual(['anarchy', 'power']);
			if (under.lasts) expect(await (await under.reopen()).texts.get('power')).toBe('# Kraków');
		});
	});
}

/** What every store of the log promises. */
export function storeContract(name: string, place: () => StoreUnderTest): void {
	writingContract(name, place);

	describe(`sealing in ${name}`, () => {
		const old = reviewsOn(100, 0, 2000);
		const retraction: Entry = { kind: 'retraction', id: 'r' as EntryId, at: 100.5 * 86_400_000, entryId: old[3]?.id as EntryId };
		const older = reviewsOn(101, 2000, 10);
		const recent = reviewsOn(103, 2010, 5);
		const all = merge([...old, retraction, ...older], recent);

		test('turns what is long past into a segment, and changes nothing that can be read', async () => {
			const under = place();
			const { log } = await under.open();
			await log.append(all);
			expect(await log.seal(103)).toBe(0);
			const end = await keepCheckpointOf(log);
			expect(await log.seal(103)).toBe(2011);
			expect(await log.seal(103)).toBe(0);
			const whole = await log.readWhole();
			expect(whole.segments).toEqual([packSegment([...old, retraction, ...older])]);
			expect(whole.rows).toEqual(recent);
			expect(await log.read()).toEqual(all);
			expect(await log.open()).toMatchObject({ checkpoint: { end }, tail: [] });
			if (!under.lasts) return;
			const again = (await under.reopen()).log;
			expect(await again.open()).toMatchObject({ checkpoint: { end }, tail: [] });
			expect(told(baseOf(await again.readWhole()))).toBe(told(fold(all)));
			expect(await again.verify()).toEqual([]);
		});
		test('leaves what the checkpoint does not cover, what is not long past, and a few', async () => {
			const { log } = await place().open();
			await log.append(all);
			await keepCheckpointOf(log);
			expect(await log.seal(100)).toBe(0);
			await log.append([review('late', 5)]);
			expect(await log.seal(103)).toBe(0);
			expect((await log.readWhole()).segments).toEqual([]);
		});
		test('leaves in rows what a segment would not give back as it was', async () => {
			const { log } = await place().open();
			const odd = { kind: 'from-the-future', id: 'odd' as EntryId, at: 100.2 * 86_400_000, when: new Date(5), what: undefined };
			await log.append([...all, odd]);
			await keepCheckpointOf(log);
			expect(await log.seal(103)).toBe(2011);
			expect((await log.readWhole()).rows).toEqual([odd, ...recent]);
			expect(await log.read()).toEqual(merge(all, [odd]));
		});
		test('hides nothing from an entry that comes again', async () => {
			const { log } = await place().open();
			await log.append(all);
			await keepCheckpointOf(log);
			await log.seal(103);
			await log.append(old.slice(0, 3));
			expect(await log.read()).toEqual(all);
			expect(told(baseOf(await log.readWhole()))).toBe(told(fold(all)));
		});
	});

	describe(`the log of another device in ${name}`, () => {
		const mine = reviewsOn(10, 0, 5);
		const theirs = [reviewsOn(5, 100, 4), [...reviewsOn(11, 200, 4), ...mine.slice(0, 2)]];
		const segments = theirs.map(packSegment);

		test('is added as segments, each entry counted once, and throws the checkpoint away', async () => {
			const under = place();
			const { log } = await under.open();
			await log.append(mine);
			await keepCheckpointOf(log);
			await log.addSegments(segments);
			const all = merge(mine, theirs.flat());
			expect(await log.read()).toEqual(all);
			expect((await log.open()).checkpoint).toBeUndefined();
			expect(told(baseOf(await log.readWhole()))).toBe(told(fold(all)));
			if (under.lasts) expect(await (await under.reopen()).log.read()).toEqual(all);
		});
		test('changes nothing where it is already', async () => {
			const { log } = await place().open();
			await log.append(mine);
			await log.addSegments(segments);
			await keepCheckpointOf(log);
			await log.addSegments([...segments].reverse());
			await log.addSegments([]);
			expect((await log.open()).checkpoint).toBeDefined();
			expect((await log.readWhole()).segments).toHaveLength(2);
		});
		test('is added wholly or not at all', async () => {
			const { log } = await place().open();
			const damaged = packSegment(mine);
			damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
			await expect(log.addSegments([...segments, damaged])).rejects.toThrow(RangeError);
			await expect(log.addSegments([new Uint8Array(3)])).rejects.toThrow(RangeError);
			expect(await log.read()).toEqual([]);
		});
		test('may come as views of larger memory', async () => {
			const { log } = await place().open();
			const [segment = new Uint8Array()] = segments;
			const within = new Uint8Array(segment.length + 11);
			within.set(segment, 3);
			await log.addSegments([within.subarray(3, 3 + segment.length)]);
			within.fill(0);
			expect((await log.readWhole()).segments).toEqual([segment]);
		});
	});
}
