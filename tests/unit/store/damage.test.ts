// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { packSegment } from '#lib/core/review/segment.ts';
import type { Copy } from '#lib/store/copy.ts';
import { KeptLog } from '#lib/store/kept-log.ts';
import { memoryCopy } from '#lib/store/memory-copy.ts';
import { review, reviewsOn } from '../../logs.ts';
import { alone, checkpointed, kept, limits, reopened } from './kept.ts';

describe('a damaged segment', () => {
	async function damage(copy: Copy): Promise<void> {
		const [segment] = (await copy.held()).segments;
		if (!segment) throw new Error('no segment');
		const bytes = segment.bytes.slice();
		bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
		await copy.replace({ ...segment, bytes });
	}

	test('is mended from the other copy', async () => {
		const { first, second, all } = await kept();
		await damage(first);
		const log = await reopened(first, second);
		expect(await log.read()).toEqual(all);
		expect(await alone(first)).toEqual(all);
		expect((await log.readWhole()).damaged).toEqual([]);
	});
	test('whose bytes are another segment is known by its hash', async () => {
		const { first, second, all } = await kept();
		const [segment] = (await first.held()).segments;
		if (segment) await first.replace({ ...segment, bytes: packSegment(reviewsOn(1, 900, 6)) });
		expect(await (await reopened(first, second)).read()).toEqual(all);
	});
	test('that is damaged in both copies is set aside and named, and the rest is there', async () => {
		const { first, second, all } = await kept();
		await damage(first);
		await damage(second);
		const log = await reopened(first, second);
		const { damaged, segments, rows } = await log.readWhole();
		expect(damaged).toMatchObject([{ head: { count: 6, reviews: 6, firstDay: 10, lastDay: 10 } }]);
		expect(segments).toEqual([]);
		expect(rows).toEqual(all.slice(6));
		await log.append([review('next', 14 * 86_400_000)]);
		const again = await reopened(first, second);
		// It counted what is lost.
		expect((await again.open()).checkpoint).toBeUndefined();
		expect(await again.damaged()).toEqual(damaged);
		expect((await again.readWhole()).damaged).toEqual(damaged);
		expect(await second.damaged()).toEqual(damaged);
		expect(await reopened(memoryCopy(), second).then((log) => log.damaged())).toEqual(damaged);
	});
	test('is back when it comes again in a backup', async () => {
		const { first, all } = await kept();
		const [sound] = (await first.held()).segments;
		await damage(first);
		const log = await reopened(first, undefined);
		expect((await log.readWhole()).damaged).toHaveLength(1);
		if (sound) await log.addSegments([sound.bytes]);
		expect((await log.readWhole()).damaged).toEqual([]);
		expect(await log.read()).toEqual(all);
	});
	test('is not taken for a lacking one where the other copy is new', async () => {
		const { first, second, all } = await kept();
		await damage(second);
		const fresh = memoryCopy();
		const log = new KeptLog(fresh, { second, limits });
		const told: unknown[] = [];
		log.ondamaged = (found) => told.push(...found);
		await log.open();
		expect(told).toMatchObject([{ head: { count: 6 } }]);
		expect((await log.readWhole()).damaged).toEqual(told);
		expect(told).toHaveLength(1);
		expect(await log.read()).toEqual(all.slice(6));
		expect(await alone(first)).toEqual(all);
	});
});

describe('a full storage', () => {
	const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

	test('is told when sealing, and nothing has changed', async () => {
		const { first, all } = await kept();
		const log = new KeptLog({ ...first, seal: full }, { limits: { least: 1, most: 50 } });
		const before = await log.readWhole();
		expect(await log.seal(13)).toBe('full');
		expect(await log.readWhole()).toEqual(before);
		expect(await log.read()).toEqual(all);
	});
	test('of the second copy stops nothing', async () => {
		const { first, second, all } = await kept();
		const log = await reopened(first, { ...second, seal: full });
		await checkpointed(log);
		expect(await new KeptLog(first, { second: { ...second, seal: full }, limits: { least: 1, most: 50 } }).seal(13)).toBe(3);
		expect((await alone(first)).length).toBe(all.length);
		expect(await (await reopened(first, second)).read()).toEqual(all);
		expect((await second.held()).segments).toHaveLength(2);
	});
	test('is thrown when appending', async () => {
		const { first } = await kept();
		await expect(new KeptLog({ ...first, append: full }).append([review('a', 1)])).rejects.toThrow('no room');
	});
});
