import { describe, expect, test } from 'vitest';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { packCheckpoint } from '#lib/core/schedule/checkpoint.ts';
import type { Store } from '#lib/store/open.ts';
import { planRestore } from '#lib/store/plan-restore.ts';
import { segmentId } from '#lib/store/sound.ts';
import { baseOf, review, reviewsOn, segmentIn } from './logs.ts';
import { keepCheckpointOf, type StoreUnderTest } from './store-contract.ts';

/** What every store promises of a restored backup. */
export function restoreContract(name: string, place: () => StoreUnderTest): void {
	describe(`a restored backup in ${name}`, () => {
		const mine = reviewsOn(10, 0, 5);
		const theirs = [...mine.slice(0, 2), ...reviewsOn(9, 100, 4)];
		const beside = { settings: new Map<string, unknown>([['theme', 'dark']]), texts: new Map([['power', 'old text']]) };

		async function restored(store: Store): Promise<readonly string[]> {
			const bytes = packSegment(theirs);
			const part = { id: await segmentId(bytes), bytes, segment: segmentIn(bytes) };
			const { segments } = await planRestore(store.log, { parts: [part] });
			await store.log.restore(segments, beside);
			return segments.map(({ id }) => id);
		}

		test('is added to what is there, with small things, and is there after a restart', async () => {
			const under = place();
			const store = await under.open();
			await store.log.append(mine);
			await keepCheckpointOf(store.log);
			await restored(store);
			expect(await store.log.read()).toEqual(merge(mine, theirs));
			expect((await store.log.open()).checkpoint).toBeUndefined();
			expect(await store.settings.all()).toEqual(beside.settings);
			if (!under.lasts) return;
			const again = await under.reopen();
			await again.log.open();
			expect(await again.log.read()).toEqual(merge(mine, theirs));
			expect(await again.texts.get('power')).toBe('old text');
		});
		test('brings only what is new, and restored twice it brings nothing', async () => {
			const store = await place().open();
			await store.log.append(mine);
			expect(await restored(store)).toHaveLength(1);
			expect(await restored(store)).toEqual([]);
			expect((await store.log.readWhole()).segments).toHaveLength(1);
		});
		test('is taken out again, and nothing else with it, and may be restored once more', async () => {
			const under = place();
			const store = await under.open();
			await store.settings.set('theme', 'light');
			await store.log.append(mine);
			const ids = await restored(store);
			await keepCheckpointOf(store.log);
			await store.log.append([review('later', 10 * 86_400_000 + 500)]);
			await store.log.takeOut(ids, {
				settings: new Map<string, unknown>([['theme', 'light']]),
				texts: new Map([['power', undefined]])
			});
			const left = merge(mine, [review('later', 10 * 86_400_000 + 500)]);
			expect(await store.log.read()).toEqual(left);
			expect((await store.log.open()).checkpoint).toBeUndefined();
			expect(await store.settings.get('theme')).toBe('light');
			expect(await store.texts.keys()).toEqual([]);
			const again = under.lasts ? await under.reopen() : store;
			await again.log.open();
			expect(await again.log.read()).toEqual(left);
			await restored(again);
			expect(await again.log.read()).toEqual(merge(left, theirs));
		});
		test('makes a checkpoint worthless of which another page knows nothing', async () => {
			const under = place();
			if (!under.lasts) return;
			const { log } = await under.open();
			await log.append(mine);
			await log.open();
			const base = baseOf(await log.readWhole());
			const other = await under.another();
			await other.log.open();
			await restored(other);
			await other.close();
			const bytes = packCheckpoint(base);
			if (bytes && base.end) await log.keepCheckpoint(bytes, base.end);
			expect((await log.open()).checkpoint).toBeUndefined();
		});
	});
}
