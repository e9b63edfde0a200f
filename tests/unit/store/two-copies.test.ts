// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from '#lib/core/review/log.ts';
import { packSegment } from '#lib/core/review/segment.ts';
import { fold } from '#lib/core/schedule/replay.ts';
import type { Copy } from '#lib/store/copy.ts';
import { KeptLog } from '#lib/store/kept-log.ts';
import { memoryCopy } from '#lib/store/memory-copy.ts';
import { storedSegments } from '#lib/store/sound.ts';
import { baseOf, review, reviewsOn } from '../../logs.ts';
import { logArb, told } from '../log-arbitraries.ts';
import { alone, checkpointed, holding, kept, limits, reopened } from './kept.ts';

/** The copy, and what is done to it. */
function watched(copy: Copy, told: (what: string) => void): Copy {
	const say =
		<Given extends readonly unknown[], Result>(what: string, act: (...given: Given) => Promise<Result>) =>
		async (...given: Given): Promise<Result> => {
			told(`${what} begins`);
			const result = await act(...given);
			told(`${what} is done`);
			return result;
		};
	return { ...copy, append: say('append', copy.append), start: say('start', copy.start), held: say('held', copy.held) };
}

const refusing = (): Copy => {
	const no = () => Promise.reject(new Error('no'));
	return { ...memoryCopy(), start: no, keys: no, append: no, keepCheckpoint: no };
};

describe('two copies of the log', () => {
	test('hold their union after opening, whatever either had lost, in rows or sealed', async () => {
		await fc.assert(
			fc.asyncProperty(logArb, fc.array(fc.nat({ max: 15 }), { minLength: 45, maxLength: 45 }), async (log, places) => {
				// Each entry stands in one or more of four places: the rows and the segments of both copies.
				const at = (bit: number) => log.filter((_, index) => ((places[index] || 1) >> bit) & 1);
				const [first, second] = [await holding(at(0)), await holding(at(1))];
				await first.addSegments(await storedSegments([packSegment(at(2))]));
				await second.addSegments(await storedSegments([packSegment(at(3))]));
				await reopened(first, second);
				expect(await alone(first)).toEqual(merge(log, []));
				expect(await alone(second)).toEqual(merge(log, []));
				expect((await first.keys()).segmentIds.toSorted()).toEqual((await second.keys()).segmentIds.toSorted());
			}),
			{ numRuns: 200 }
		);
	});

	/** Appends two entries at once. Resolves to what happened, in order. */
	async function twoAppends(log: (first: Copy, second: Copy) => Promise<KeptLog>): Promise<readonly string[]> {
		const order: string[] = [];
		const first = watched(memoryCopy(), (what) => order.push(`first: ${what}`));
		const second = watched(memoryCopy(), (what) => order.push(`second: ${what}`));
		const kept = await log(first, second);
		order.length = 0;
		await Promise.all(['a', 'b'].map((id) => kept.append([review(id, 1)]).then(() => order.push(`${id} is kept`))));
		await kept.settled();
		return order;
	}
	const turns = ['first', 'second', 'first', 'second'].flatMap((one) => [`${one}: append begins`, `${one}: append is done`]);

	test('are written one after the other, and an entry is kept when both have it', async () => {
		const order = await twoAppends(reopened);
		expect(order.filter((it) => !it.includes('kept'))).toEqual(turns);
		expect(order.indexOf('a is kept')).toBeGreaterThan(order.indexOf('second: append is done'));
		expect(order.indexOf('b is kept')).toBeGreaterThan(order.lastIndexOf('second: append is done'));
	});
	test('are written one after the other, and an entry is kept when the first has it, in a session that begins after a rest', async () => {
		const order = await twoAppends(async (first, second) => {
			await (await reopened(first, second)).rest();
			return reopened(first, second);
		});
		expect(order.filter((it) => !it.includes('kept'))).toEqual(turns);
		expect(order.indexOf('a is kept')).toBeLessThan(order.indexOf('second: append is done'));
		expect(order.indexOf('b is kept')).toBeLessThan(order.lastIndexOf('second: append is done'));
	});
	test('say that they rest until something is written, be it a setting', async () => {
		const [first, second] = [memoryCopy(), memoryCopy()];
		const log = await reopened(first, second);
		await log.rest();
		const resting = (await second.start()).resting;
		expect(resting).toBe((await first.start()).resting);
		await (await reopened(first, second)).writeBeside(() => Promise.resolve());
		expect((await second.start()).resting).not.toBe(resting);
	});

	test('are opened without reading either as a whole, where they agree', async () => {
		const { first, second, all } = await kept();
		const done: string[] = [];
		const noticed = (copy: Copy): Copy => ({
			...watched(copy, (what) => done.push(what)),
			keys: () => Promise.reject(new Error('all keys were read')),
			segmentsOf: () => Promise.reject(new Error('a segment was read'))
		});
		const opened = await new KeptLog(noticed(first), { second: noticed(second), limits }).open();
		expect(opened.tail).toEqual(all.slice(-2));
		expect(opened.checkpoint).toBeDefined();
		expect(new Set(done)).toEqual(new Set(['start begins', 'start is done']));
	});

	test.each(['first', 'second'] as const)('restore the %s when it was wiped', async (which) => {
		const { all, ...copies } = await kept();
		const first = which === 'first' ? memoryCopy() : copies.first;
		const second = which === 'second' ? memoryCopy() : copies.second;
		const log = await reopened(first, second);
		expect(await alone(first)).toEqual(all);
		expect(await alone(second)).toEqual(all);
		expect((await log.open()).checkpoint !== undefined).toBe(which === 'second');
		expect(told(baseOf(await log.readWhole()))).toBe(told(fold(all)));
	});

	test.each(['first', 'second'] as const)('agree again when only the %s was sealed, and keep the checkpoint', async (which) => {
		const copies = { first: memoryCopy(), second: memoryCopy() };
		const all = [...reviewsOn(10, 0, 6), ...reviewsOn(12, 10, 3)];
		const log = await reopened(copies.first, copies.second);
		await log.append(all);
		await checkpointed(log);
		await log.verify();
		const [segment] = await storedSegments([packSegment(all.slice(0, 6))]);
		if (!segment) throw new Error('no segment');
		expect(await copies[which].seal(segment, all.slice(0, 6))).toBe(true);
		const opened = await new KeptLog(copies.first, { second: copies.second, limits }).open();
		expect(opened).toMatchObject({ checkpoint: { end: all.at(-1) && { at: all.at(-1)?.at, id: all.at(-1)?.id } }, tail: [] });
		for (const copy of [copies.first, copies.second]) {
			expect((await copy.held()).rows).toEqual(all.slice(6));
			expect(await alone(copy)).toEqual(all);
		}
	});

	test('that lost an entry which the checkpoint covers are found different when they are compared as a whole', async () => {
		const { first, all } = await kept();
		const gap = memoryCopy();
		const missing = all[7];
		await gap.addSegments((await first.held()).segments);
		await gap.append(all.slice(6).filter((entry) => entry !== missing));
		const note = await first.note();
		if (note) await gap.keepCheckpoint(undefined, note);
		const asSecond = new KeptLog(first, { second: gap });
		expect((await asSecond.open()).checkpoint).toBeDefined();
		expect(await asSecond.verify()).toEqual([]);
		expect(await alone(gap)).toEqual(all);

		const lossy = memoryCopy();
		await lossy.append([all[9], all[10]].flatMap((entry) => entry ?? []));
		const start = await first.start();
		if (note && start.checkpoint) await lossy.keepCheckpoint(start.checkpoint, note);
		await lossy.addSegments([]);
		const asFirst = new KeptLog(lossy, { second: first });
		expect(await asFirst.verify()).toEqual(all.slice(0, 9));
		expect((await asFirst.open()).checkpoint).toBeUndefined();
		expect(await asFirst.read()).toEqual(all);
	});

	test('a checkpoint kept while the second was away makes the next opening compare all', async () => {
		const { first, second, all } = await kept();
		const away = await reopened(first, undefined);
		const late = review('late', 11 * 86_400_000);
		await away.append([late]);
		await checkpointed(away);
		const opened = await new KeptLog(first, { second }).open();
		expect(opened.checkpoint).toBeDefined();
		expect(await alone(second)).toEqual(merge(all, [late]));
	});

	test('go on as one where the second refuses', async () => {
		const first = memoryCopy();
		const log = new KeptLog(first, { second: refusing(), limits });
		expect(await log.open()).toEqual({ checkpoint: undefined, tail: [] });
		await log.append(reviewsOn(10, 0, 5));
		await checkpointed(log);
		expect(await log.seal(11)).toBe(5);
		expect(await log.read()).toEqual(reviewsOn(10, 0, 5));
		const later = new KeptLog(first, { second: { ...memoryCopy(), append: () => Promise.reject(new Error('full')) } });
		await later.append([review('a', 1)]);
		await later.append([review('b', 2)]);
		expect(await later.verify()).toEqual([]);
		expect(await later.read()).toHaveLength(7);
	});

	test('fail as one where the first refuses: the entry is not called kept, and the second does not get it', async () => {
		const second = memoryCopy();
		const log = new KeptLog(refusing(), { second });
		await expect(log.append([review('a', 1)])).rejects.toThrow('no');
		expect(await alone(second)).toEqual([]);
	});
});
