import { describe, expect, test } from 'vitest';
import type { EntryId } from '#lib/core/review/entry.ts';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import type { Damaged } from '#lib/store/copy.ts';
import type { LogStore } from '#lib/store/log-store.ts';
import { segmentId } from '#lib/store/sound.ts';
import { baseOf, reviewsOn, segmentOf } from './logs.ts';
import { keepCheckpointOf, type StoreUnderTest } from './store-contract.ts';
import { told } from './unit/told.ts';

/** What every store does with a part of the log that the device has damaged. */
export function damageContract(name: string, place: () => StoreUnderTest): void {
	describe(`a damaged part in ${name}`, () => {
		const lost = reviewsOn(5, 100, 4);
		const here = reviewsOn(12, 0, 5);
		const bytes = packSegment(lost);

		/** A log of which a part is damaged in every copy, unseen, and a checkpoint that counts it. */
		async function withDamage(log: LogStore): Promise<Damaged> {
			const damaged = bytes.slice();
			damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
			const part = { id: await segmentId(bytes), head: segmentOf(lost).head };
			await log.append(here);
			await log.restore([{ ...part, bytes: damaged }], { settings: new Map(), texts: new Map() });
			await keepStale(log);
			return part;
		}
		/** A checkpoint of a page that knows nothing of the damage. */
		async function keepStale(log: LogStore): Promise<void> {
			const base = baseOf({ segments: [bytes], rows: here });
			await log.keepCheckpoint(packCheckpoint(base) ?? new Uint8Array(), base.end ?? { at: 0, id: '' as EntryId });
		}

		test('is told when it is found, and named from then on without reading the log', async () => {
			const under = place();
			let { log } = await under.open();
			await log.open();
			const part = await withDamage(log);
			if (under.lasts) ({ log } = await under.reopen());
			expect((await log.open()).checkpoint).toBeDefined();
			expect(await log.damaged()).toEqual([]);
			const heard: (readonly Damaged[])[] = [];
			log.ondamaged = (found) => heard.push(found);
			expect(await log.readWhole()).toMatchObject({ segments: [], rows: here, damaged: [part] });
			expect(await log.read()).toEqual(here);
			expect(heard).toEqual([[part]]);
			expect(await log.damaged()).toEqual([part]);
			if (under.lasts) expect(await (await under.reopen()).log.damaged()).toEqual([part]);
		});
		test('is counted by no checkpoint once it is set aside, nor by that of a page that has not heard of it', async () => {
			const { log } = await place().open();
			await log.open();
			await withDamage(log);
			await Promise.all([log.readWhole(), keepStale(log)]);
			expect(await log.open()).toEqual({ checkpoint: undefined, tail: here });
			const end = await keepCheckpointOf(log);
			expect((await log.open()).checkpoint?.end).toEqual(end);
		});
		test('is named no more when it comes again, and again when that is taken out', async () => {
			const { log } = await place().open();
			await log.open();
			const part = await withDamage(log);
			await log.readWhole();
			await log.addSegments([bytes]);
			expect(await log.damaged()).toEqual([]);
			expect((await log.readWhole()).damaged).toEqual([]);
			expect(await log.read()).toEqual(merge(here, lost));
			await log.takeOut([part.id], { settings: new Map(), texts: new Map() });
			expect(await log.damaged()).toEqual([part]);
		});
		test('is back when its answers come again in other segments, all of them', async () => {
			const { log } = await place().open();
			await log.open();
			const part = await withDamage(log);
			await log.readWhole();
			await log.addSegments([packSegment(lost.slice(0, 3))]);
			expect((await log.readWhole()).damaged).toEqual([part]);
			await log.addSegments([packSegment([...lost.slice(3), ...reviewsOn(7, 200, 3)])]);
			expect((await log.readWhole()).damaged).toEqual([]);
			expect(await log.damaged()).toEqual([]);
			const all = merge(merge(lost, reviewsOn(7, 200, 3)), here);
			expect(await log.read()).toEqual(all);
			expect(told(baseOf(await log.readWhole()))).toBe(told(fold(all)));
			expect(await log.verify()).toEqual([]);
		});
	});
}
